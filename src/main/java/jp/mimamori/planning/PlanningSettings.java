package jp.mimamori.planning;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/**
 * What {@code planning-settings.csv} says; a value that cannot be read counts as the shipped one, with an issue.
 *
 * @param grainMinutes  15, 30 or 60: what windows begin and end on
 * @param nightFrom      premium from this time of day until {@code nightTo} of the next
 * @param staffFrom      weekday shift of assumed staff
 * @param vendorFrom     weekday hours of a vendor whose visits no sheet tells
 * @param leadDays       calendar days from the as-of date before such a vendor can come
 * @param groupShare     one in so many devices of a redundancy group may be out at once
 * @param lotMinutes     longest window for a lot of devices
 * @param pilotFleet     from so many devices of a model on, one goes first
 * @param dutyCriticality medical devices from this criticality on stay in service on emergency-duty days
 */
record PlanningSettings(ZoneId zone, int grainMinutes, LocalTime nightFrom, LocalTime nightTo, LocalTime staffFrom, LocalTime staffTo,
        LocalTime vendorFrom, LocalTime vendorTo, int leadDays, int vendorCapacity, int visitsPerWeek, int groupShare,
        int lotMinutes, int pilotFleet, int dutyCriticality, List<String> serverWords, List<String> clientWords) {

    static final String FILE = "planning-settings.csv";

    static PlanningSettings of(Shelf shelf, Choices choices, Assumptions assumptions) {
        Map<String, String> values = new LinkedHashMap<>();
        EditedTable.read(shelf, FILE, assumptions, row -> values.put(row.text("key"), row.text("value")));
        Cells cells = new Cells(values, assumptions);
        return new PlanningSettings(
                choices.zone() != null ? choices.zone() : cells.read("zone", "Asia/Tokyo", ZoneId::of),
                choices.grainMinutes() != null ? choices.grainMinutes() : cells.oneOf("grain.minutes", 60, List.of(15, 30, 60)),
                cells.time("night.from", "20:00"), cells.time("night.to", "06:00"),
                cells.time("staff.from", "08:00"), cells.time("staff.to", "17:00"),
                cells.time("vendor.from", "09:00"), cells.time("vendor.to", "18:00"),
                cells.number("vendor.lead_days", 7, 0, 365),
                cells.number("vendor.capacity", 2, 1, 100),
                cells.number("vendor.visits_per_week", 2, 1, 7),
                cells.number("group.share", 3, 1, 100),
                cells.number("lot.max_minutes", 360, 60, 24 * 60),
                cells.number("pilot.fleet", 5, 2, 10_000),
                cells.number("duty.criticality", 3, 1, 5),
                cells.words("order.server_words", "サーバ;server"),
                cells.words("order.client_words", "端末;client"));
    }

    private record Cells(Map<String, String> values, Assumptions assumptions) {

        <T> T read(String key, String shipped, Function<String, T> reader) {
            String value = values.getOrDefault(key, "");
            try {
                return reader.apply(value.isEmpty() ? shipped : value);
            } catch (DateTimeException | IllegalArgumentException e) {
                assumptions.add("PLAN-031", Severity.WARNING, Place.file(FILE), "value", value, "plan.setting", key, value,
                        shipped);
                return reader.apply(shipped);
            }
        }

        LocalTime time(String key, String shipped) {
            return read(key, shipped, text -> LocalTime.parse(text.length() == 4 ? "0" + text : text));
        }

        int number(String key, int shipped, int least, int most) {
            return read(key, String.valueOf(shipped), text -> {
                int number = Integer.parseInt(PlainText.of(text));
                if (number < least || number > most) {
                    throw new IllegalArgumentException(text);
                }
                return number;
            });
        }

        int oneOf(String key, int shipped, List<Integer> allowed) {
            return read(key, String.valueOf(shipped), text -> {
                int number = Integer.parseInt(PlainText.of(text));
                if (!allowed.contains(number)) {
                    throw new IllegalArgumentException(text);
                }
                return number;
            });
        }

        List<String> words(String key, String shipped) {
            return read(key, shipped, text -> PlainText.items(text).stream().map(PlainText::of).toList());
        }
    }
}
