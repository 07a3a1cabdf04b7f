package jp.mimamori.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.value.CellValue;
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

    /** 3, 3回, 2名, 2週間前; a count or a number of days. */
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,4})\\s*(回|件|名|人|台|日前?|営業日前?|夜|泊|週間?前?|visits?|tasks?|days?|nights?)?");

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
        VendorDay.Terms terms = new VendorDay.Terms(number(row, "capacity", 1, 100), number(row, "visits", 0, 1000),
                number(row, "lead", 0, 365));
        if (row.has("start")) {
            Times.Span span = times.span(row, "date", "start", "end", 60);
            if (span != null) {
                vendorDays.add(new VendorDay(vendor, device, span.from(), span.to(), terms, row.source()));
            }
            return;
        }
        LocalDate day = times.day(row, "date");
        if (day != null) {
            row.tell("INTAKE-422", Severity.INFO, "date", VISIT_FROM.toString(), VISIT_TO.toString());
            vendorDays.add(new VendorDay(vendor, device, day.atTime(VISIT_FROM), day.atTime(VISIT_TO), terms, row.source()));
        }
    }

    /** The whole number in the cell of {@code field}, with whatever unit; null where there is none, told where it cannot be read. */
    static @Nullable Integer number(RowCells row, String field, int least, int most) {
        if (!row.has(field)) {
            return null;
        }
        CellValue cell = row.cell(field);
        String text = Normalizer.normalize(cell instanceof CellValue.Number n && n.value() == Math.rint(n.value())
                ? String.valueOf((long) n.value()) : cell.text(), Normalizer.Form.NFKC).strip();
        Matcher whole = WHOLE.matcher(text);
        if (!cell.isBlank() && whole.matches()) {
            int number = Integer.parseInt(whole.group(1)) * (whole.group(2) != null && whole.group(2).startsWith("週") ? 7 : 1);
            if (number >= least && number <= most) {
                return number;
            }
        }
        if (!cell.isBlank()) {
            row.tell("INTAKE-337", Severity.WARNING, field, text, least, most);
        }
        return null;
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
