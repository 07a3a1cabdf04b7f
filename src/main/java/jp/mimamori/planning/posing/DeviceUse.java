package jp.mimamori.planning.posing;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.mimamori.inventory.Booking;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/** How the clinic uses the devices: the sheets' utilisation, else the category's, and their bookings. */
final class DeviceUse {

    /** Stands for devices without a category. */
    private static final String UNKNOWN = "?";

    private final Grid grid;
    private final DeviceKinds kinds;
    private final UtilisationDefaults defaults;
    private final RestDays rest;
    private final Assumptions assumptions;
    private final Map<String, int[]> told = new HashMap<>();
    private final Map<String, List<Interval>> bookings = new HashMap<>();
    private final Map<String, Set<String>> estimated = new TreeMap<>();
    private final Map<IntBuffer, int[]> shared = new HashMap<>();

    DeviceUse(Grid grid, DeviceKinds kinds, UtilisationDefaults defaults, RestDays rest, Fleet fleet, Calendars calendars,
            Assumptions assumptions) {
        this.grid = grid;
        this.kinds = kinds;
        this.defaults = defaults;
        this.rest = rest;
        this.assumptions = assumptions;
        readUtilisation(fleet, calendars.utilisation());
        readBookings(fleet, calendars.bookings());
    }

    /** Percent for each grain of a week that begins at the problem's start; of the whole horizon where a holiday is another day to the device. */
    int[] utilisation(Fleet.Member member) {
        Device device = member.device();
        int[] week = told.containsKey(member.id()) ? told.get(member.id()).clone() : UtilisationDefaults.unset();
        boolean silent = Arrays.stream(week, 0, Utilisation.WEEK).anyMatch(percent -> percent < 0);
        if (silent && (device.status() == DeviceStatus.SPARE || device.status() == DeviceStatus.IDLE)) {
            UtilisationDefaults.fill(week, new int[Utilisation.HOURS]);
        } else if (silent) {
            estimated.computeIfAbsent(device.category() == null ? UNKNOWN : device.category(), any -> new java.util.TreeSet<>())
                    .add(member.id());
            UtilisationDefaults.fill(week, defaults.week(device));
        }
        int[] grains = rest.spread(week, member);
        return shared.computeIfAbsent(IntBuffer.wrap(grains), any -> grains);
    }

    List<Interval> bookings(Fleet.Member member) {
        return bookings.getOrDefault(member.id(), List.of());
    }

    /** Tells for how many devices the utilisation had to come from the category, and what holidays count as. */
    void tellEstimates() {
        rest.tell(assumptions);
        if (!estimated.isEmpty()) {
            int devices = estimated.values().stream().mapToInt(Set::size).sum();
            assumptions.assume("PLAN-008", "plan.utilisation", devices, new Bilingual(estimates(Language.JA), estimates(Language.EN)));
        }
    }

    private String estimates(Language language) {
        return Assumptions.listed(estimated.entrySet().stream().map(entry -> (entry.getKey().equals(UNKNOWN)
                ? kinds.unknown() : kinds.label(entry.getKey())).in(language) + " " + entry.getValue().size()).toList());
    }

    /** The surest row of a device wins: its number before its name, its name before its category. */
    private void readUtilisation(Fleet fleet, List<Utilisation> sheets) {
        Map<String, Integer> levels = new HashMap<>();
        Unmatched unmatched = new Unmatched();
        for (Utilisation sheet : sheets) {
            Fleet.Match match = fleet.find(sheet.device());
            unmatched.count(match, sheet.device(), sheet.source());
            for (Fleet.Member member : match.members()) {
                int known = levels.getOrDefault(member.id(), Integer.MAX_VALUE);
                if (match.level() < known) {
                    levels.put(member.id(), match.level());
                    told.put(member.id(), better(sheet.percent(), told.get(member.id()), false));
                } else {
                    told.put(member.id(), better(told.get(member.id()), sheet.percent(), match.level() == known));
                }
            }
        }
        unmatched.tell("plan.utilisation-unmatched");
    }

    /** {@code sure}, with its gaps filled from {@code other}; the busier of the two where both are as sure. */
    private static int[] better(int @Nullable [] sure, int @Nullable [] other, boolean busier) {
        int[] week = sure == null ? UtilisationDefaults.unset() : sure.clone();
        UtilisationDefaults.fill(week, other);
        for (int hour = 0; busier && other != null && hour < week.length; hour++) {
            week[hour] = Math.max(week[hour], other[hour]);
        }
        return week;
    }

    private void readBookings(Fleet fleet, List<Booking> rows) {
        Unmatched unmatched = new Unmatched();
        Map<String, Integer> several = new LinkedHashMap<>();
        for (Booking booking : rows) {
            Fleet.Match match = fleet.find(booking.device());
            unmatched.count(match, booking.device(), booking.source());
            if (match.members().size() > 1) {
                several.merge(booking.device(), 1, Integer::sum);
            }
            // one of several is taken and nobody says which: none of them is free
            match.members().forEach(member -> grid.touched(booking.from(), booking.to()).ifPresent(hours ->
                    bookings.computeIfAbsent(member.id(), any -> new ArrayList<>()).add(hours)));
        }
        unmatched.tell("plan.bookings-unmatched");
        if (!several.isEmpty()) {
            assumptions.assume("PLAN-010", "plan.bookings-several", several.values().stream().mapToInt(i -> i).sum(),
                    Assumptions.listed(several.keySet()));
        }
        if (rows.isEmpty()) {
            assumptions.assume("PLAN-020", "plan.no-bookings");
        }
    }

    /** Rows whose device no inventory or ledger row is: told once, at the first of them. */
    private final class Unmatched {

        private final Map<String, Integer> rows = new LinkedHashMap<>();
        private @Nullable Source first;

        void count(Fleet.Match match, String device, Source source) {
            if (match.members().isEmpty()) {
                rows.merge(device, 1, Integer::sum);
                first = first == null ? source : first;
            }
        }

        void tell(String key) {
            if (!rows.isEmpty()) {
                assumptions.warn("PLAN-009", first, rows.keySet().iterator().next(), key,
                        rows.values().stream().mapToInt(i -> i).sum(), Assumptions.listed(rows.keySet()));
            }
        }
    }
}
