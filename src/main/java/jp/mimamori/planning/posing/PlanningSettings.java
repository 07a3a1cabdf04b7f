package jp.mimamori.planning.posing;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.Problem;
import jp.mimamori.settings.Shelf;

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
        int lotMinutes, int pilotFleet, int dutyCriticality, List<String> serverWords, List<String> clientWords, Terms terms,
        Problem.Weights weights) {

    static final String FILE = "planning-settings.csv";

    static PlanningSettings of(Shelf shelf, Choices choices, Assumptions assumptions) {
        Map<String, String> values = new LinkedHashMap<>();
        EditedTable.read(shelf, FILE, assumptions, row -> values.put(row.text("key"), row.text("value")));
        SettingCells cells = new SettingCells(values, assumptions);
        int grainMinutes = choices.grainMinutes() != null ? choices.grainMinutes() : cells.oneOf("grain.minutes", 60, List.of(15, 30, 60));
        return new PlanningSettings(
                choices.zone() != null ? choices.zone() : cells.read("zone", "Asia/Tokyo", ZoneId::of),
                grainMinutes,
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
                cells.words("order.client_words", "端末;client"),
                Terms.of(cells),
                weights(cells, 60 / grainMinutes));
    }

    /**
     * The settings are for hours. What counts grains counts {@code perHour} times as much with shorter ones, so what counts
     * visits and moves has to grow with them, and what counts squares to shrink.
     */
    private static Problem.Weights weights(SettingCells cells, int perHour) {
        int spread = cells.number("weight.spread", 5, 0, 10_000);
        return new Problem.Weights(
                cells.number("weight.exposure", 1, 0, 10_000),
                cells.number("weight.late", 4, 0, 10_000),
                cells.number("weight.displaced", 1, 0, 10_000),
                cells.number("weight.premium", 60, 0, 10_000),
                (long) perHour * cells.number("weight.visit", 1500, 0, 100_000),
                (long) perHour * cells.number("weight.move_base", 300, 0, 100_000),
                cells.number("weight.move_per_hour", 5, 0, 10_000),
                (long) perHour * cells.number("weight.move_cap_hours", 100, 0, 10_000),
                cells.number("weight.inspection", 60, 0, 10_000),
                cells.number("weight.avoid", 120, 0, 10_000),
                spread == 0 ? 0 : Math.max(1, Math.round((double) spread / perHour)),
                perHour * cells.number("spread.free_hours", 20, 0, 168));
    }
}
