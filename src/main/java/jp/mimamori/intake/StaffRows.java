package jp.mimamori.intake;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Who works when: a row a shift, or a month's roster with a column a day. */
final class StaffRows {

    private static final Pattern WESTERN = Pattern.compile("(20\\d\\d)\\s*[年/.\\-]\\s*(\\d{1,2})");
    private static final Pattern REIWA = Pattern.compile("(?:令和|R)\\s*(\\d{1,2}|元)\\s*[年./]\\s*(\\d{1,2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月");

    private final Values values;
    private final LayoutWords words;
    private final Times times;
    private final CalendarRows calendar;
    private final LocalDate asOf;
    private final List<StaffShift> shifts = new ArrayList<>();

    StaffRows(Values values, LayoutWords words, Times times, CalendarRows calendar, LocalDate asOf) {
        this.values = values;
        this.words = words;
        this.times = times;
        this.calendar = calendar;
        this.asOf = asOf;
    }

    void read(RowCells row, Table table) {
        String person = row.read("person", values::text);
        if (person == null) {
            row.setAside("INTAKE-441", "person");
            return;
        }
        if (!row.row().header().numbered("day").isEmpty()) {
            roster(row, table, person);
            return;
        }
        Times.Span span = row.has("start") ? times.span(row, "date", "start", "end", 8 * 60 + 30) : byShift(row);
        if (span != null) {
            add(row, person, span.from(), span.to());
        } else if (!row.isSetAside() && !row.has("start") && !row.has("shift")) {
            row.setAside("INTAKE-442", "start");
        }
    }

    private Times.@Nullable Span byShift(RowCells row) {
        LocalDate day = times.day(row, "date");
        if (day == null || !row.has("shift")) {
            return null;
        }
        String code = row.cell("shift").text().strip();
        String hours = words.meaning("SHIFT", code);
        if (hours == null) {
            row.setAside("INTAKE-443", "shift", code);
            return null;
        }
        return hours.isEmpty() ? null : span(day, hours);
    }

    private void roster(RowCells row, Table table, String person) {
        YearMonth month = month(row, table);
        int last = 0;
        for (Column column : row.row().header().numbered("day")) {
            int day = Integer.parseInt(requireNonNull(column.field()).substring("day".length()));
            if (day < last) {
                month = month.plusMonths(1);
            }
            last = day;
            String code = row.row().cell(column).text().strip();
            if (code.isEmpty() || !month.isValidDay(day)) {
                continue;
            }
            String hours = words.meaning("SHIFT", code);
            if (hours == null) {
                row.tell("INTAKE-444", Severity.WARNING, column, code, person, row.row().reference(column));
            } else if (!hours.isEmpty()) {
                Times.Span span = span(month.atDay(day), hours);
                add(row, person, span.from(), span.to());
            }
        }
    }

    static Times.Span span(LocalDate day, String hours) {
        LocalTime from = LocalTime.parse(hours.substring(0, hours.indexOf('-')));
        LocalTime to = LocalTime.parse(hours.substring(hours.indexOf('-') + 1));
        return new Times.Span(day.atTime(from), (to.isAfter(from) ? day : day.plusDays(1)).atTime(to));
    }

    private void add(RowCells row, String person, LocalDateTime from, LocalDateTime to) {
        String role = row.read("role", values::text);
        Set<String> skills = CalendarRows.skills(row.read("skill", values::text));
        if (role != null && words.meaning("VENDOR", role) != null) {
            String device = row.read("skill", values::text);
            calendar.vendorDay(new VendorDay(person, device, from, to, row.source()));
            return;
        }
        String job = role == null || words.meaning("INHOUSE", role) != null ? null : role;
        shifts.add(new StaffShift(person, job, skills, row.read("facility", values::text), from, to,
                CalendarRows.number(row, "maxNights", 0, 7), row.source()));
    }

    /** The month of a roster, from the sheet's title or name; the month of the reading date where neither says. */
    private YearMonth month(RowCells row, Table table) {
        List<String> texts = new ArrayList<>(table.title());
        if (table.sheet() != null) {
            texts.add(table.sheet());
        }
        texts.add(table.file());
        for (String text : texts) {
            String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
            Matcher western = WESTERN.matcher(plain);
            Matcher reiwa = REIWA.matcher(plain);
            try {
                if (western.find()) {
                    return YearMonth.of(Integer.parseInt(western.group(1)), Integer.parseInt(western.group(2)));
                }
                if (reiwa.find()) {
                    int year = reiwa.group(1).equals("元") ? 1 : Integer.parseInt(reiwa.group(1));
                    return YearMonth.of(2018 + year, Integer.parseInt(reiwa.group(2)));
                }
            } catch (DateTimeException e) {
                continue;
            }
        }
        YearMonth guess = YearMonth.from(asOf);
        for (String text : texts) {
            Matcher month = MONTH.matcher(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
            if (month.find() && Integer.parseInt(month.group(1)) >= 1 && Integer.parseInt(month.group(1)) <= 12) {
                guess = nearest(Integer.parseInt(month.group(1)));
                break;
            }
        }
        if (shifts.stream().noneMatch(s -> s.source().file().equals(table.file())
                && java.util.Objects.equals(s.source().sheet(), table.sheet()))) {
            row.tell("INTAKE-445", Severity.WARNING, "person", guess.toString());
        }
        return guess;
    }

    private YearMonth nearest(int month) {
        YearMonth now = YearMonth.from(asOf);
        YearMonth same = now.withMonth(month);
        return same.isBefore(now.minusMonths(6)) ? same.plusYears(1) : same.isAfter(now.plusMonths(6))
                ? same.minusYears(1) : same;
    }

    List<StaffShift> shifts() {
        return shifts;
    }
}
