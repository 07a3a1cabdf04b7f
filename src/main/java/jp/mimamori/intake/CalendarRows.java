package jp.mimamori.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Booking;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Bookings, vendors' visits and the hospital's own days. */
final class CalendarRows {

    /** An examination whose end nobody wrote down. */
    static final int BOOKING_MINUTES = 60;
    /** Office hours, where a vendor's visit names none. */
    static final LocalTime VISIT_FROM = LocalTime.of(9, 0);
    static final LocalTime VISIT_TO = LocalTime.of(17, 0);

    private final Values values;
    private final LayoutWords words;
    private final Times times;
    private final List<Booking> bookings = new ArrayList<>();
    private final List<VendorDay> vendorDays = new ArrayList<>();
    private final List<SiteDay> siteDays = new ArrayList<>();

    CalendarRows(Values values, LayoutWords words, Times times) {
        this.values = values;
        this.words = words;
        this.times = times;
    }

    void booking(RowCells row) {
        String device = row.has("deviceId") ? row.read("deviceId", values::id) : null;
        if (device == null) {
            device = row.read("device", values::text);
        }
        if (device == null) {
            row.setAside("INTAKE-411", row.row().header().has("deviceId") ? "deviceId" : "device");
            return;
        }
        Times.Span span = times.span(row, "date", "start", "end", BOOKING_MINUTES);
        if (span != null) {
            List<String> what = row.readAll("what", values::text);
            bookings.add(new Booking(device, span.from(), span.to(), what.isEmpty() ? null : String.join(" ", what),
                    row.source()));
        }
    }

    void visit(RowCells row) {
        String vendor = row.read("vendor", values::text);
        if (vendor == null) {
            row.setAside("INTAKE-421", "vendor");
            return;
        }
        String device = row.has("device") ? row.read("device", values::text) : row.read("deviceId", values::id);
        if (row.has("start")) {
            Times.Span span = times.span(row, "date", "start", "end", 60);
            if (span != null) {
                vendorDays.add(new VendorDay(vendor, device, span.from(), span.to(), row.source()));
            }
            return;
        }
        LocalDate day = times.day(row, "date");
        if (day != null) {
            row.tell("INTAKE-422", Severity.INFO, "date", VISIT_FROM.toString(), VISIT_TO.toString());
            vendorDays.add(new VendorDay(vendor, device, day.atTime(VISIT_FROM), day.atTime(VISIT_TO), row.source()));
        }
    }

    void vendorDay(VendorDay day) {
        vendorDays.add(day);
    }

    void siteDay(RowCells row) {
        Times.Days days = times.days(row, "date", "endDate");
        if (days == null) {
            return;
        }
        String kind = row.read("kind", values::text);
        String name = row.read("name", values::text);
        String words1 = (kind == null ? "" : kind) + " " + (name == null ? "" : name);
        if (words1.isBlank()) {
            row.setAside("INTAKE-431", "kind");
            return;
        }
        String meaning = kind == null ? null : words.containedMeaning("DAY", kind);
        if (meaning == null && name != null) {
            meaning = words.containedMeaning("DAY", name);
        }
        if (meaning == null) {
            // taken, but it blocks nothing: better said than guessed
            row.tell("INTAKE-432", Severity.WARNING, kind == null ? "name" : "kind", words1.strip());
            return;
        }
        LocalDateTime from = days.first().atStartOfDay();
        LocalDateTime to = days.last().plusDays(1).atStartOfDay();
        if (row.has("start") && days.last().equals(days.first()) && !row.has("endDate")) {
            Times.Span span = times.span(row, "date", "start", "end", 24 * 60);
            if (span == null) {
                return;
            }
            from = span.from();
            to = span.to();
        }
        siteDays.add(new SiteDay(SiteDay.Kind.valueOf(meaning), name != null ? name : words1.strip(),
                row.read("scope", values::text), row.read("facility", values::text), from, to, row.source()));
    }

    List<Booking> bookings() {
        return bookings;
    }

    List<VendorDay> vendorDays() {
        return vendorDays;
    }

    List<SiteDay> siteDays() {
        return siteDays;
    }

    static Set<String> skills(@Nullable String text) {
        return text == null ? Set.of() : Set.of(java.util.Arrays.stream(text.split("[・、,，/／\\n;；]+"))
                .map(String::strip).filter(s -> !s.isEmpty()).distinct().toArray(String[]::new));
    }
}
