package jp.mimamori.planning.posing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.settings.Shelf;

/** How busy a device of a category usually is, hour by hour of the week ({@code utilisation-defaults.csv}). */
final class UtilisationDefaults {

    private static final List<String> DAYS = List.of("weekday", "saturday", "sunday", "holiday");

    private final Map<String, int[]> weeks = new LinkedHashMap<>();

    private UtilisationDefaults() {
    }

    static UtilisationDefaults of(Shelf shelf, Assumptions assumptions) {
        UtilisationDefaults defaults = new UtilisationDefaults();
        EditedTable.read(shelf, "utilisation-defaults.csv", assumptions, row -> {
            int kind = DAYS.indexOf(row.oneOf("days", DAYS));
            int[] hours = new int[24];
            for (int hour = 0; hour < 24; hour++) {
                hours[hour] = row.number(String.valueOf(hour), 0, 100);
            }
            return defaults.put(row.text("category"), kind, hours);
        });
        return defaults;
    }

    private boolean put(String category, int kind, int[] hours) {
        int[] week = weeks.computeIfAbsent(category, any -> unset());
        for (int day = 1; day <= Utilisation.HOURS / 24; day++) {
            if (kind == Math.max(0, day - 5)) {
                System.arraycopy(hours, 0, week, (day - 1) * 24, 24);
            }
        }
        return true;
    }

    /**
     * The percentages of a week from Monday 00:00 and of a holiday: the category's, else the asset's. An hour of the week that neither
     * row tells counts as fully used, since what nobody knows is never free; one of the holiday stays untold.
     */
    int[] week(Device device) {
        int[] week = unset();
        fill(week, weeks.get(device.category() == null ? "" : device.category()));
        fill(week, weeks.get(device.asset().value() == Asset.IT ? "*IT" : "*MEDICAL"));
        for (int hour = 0; hour < Utilisation.WEEK; hour++) {
            week[hour] = week[hour] < 0 ? 100 : week[hour];
        }
        return week;
    }

    /** Fills the hours that {@code week} does not tell yet. */
    static void fill(int[] week, int @org.jspecify.annotations.Nullable [] from) {
        for (int hour = 0; from != null && hour < week.length; hour++) {
            week[hour] = week[hour] < 0 ? from[hour] : week[hour];
        }
    }

    static int[] unset() {
        int[] week = new int[Utilisation.HOURS];
        Arrays.fill(week, -1);
        return week;
    }
}
