package jp.mimamori.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Values;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the hours of a row: a date, a start and an end, in as many or as few cells as people use. */
final class Times {

    private static final Pattern DATE_AND_TIME = Pattern.compile("(.*\\d日?)[\\s\\u3000T]+(\\d{1,2}[:\\uFF1A時].*)");
    private static final Pattern FROM_TO = Pattern.compile("(.+?)\\s*[~〜～\\-–ー－]\\s*(.+)");

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})\\D.*|(\\d{1,2})");

    private final Values values;

    Times(Values values) {
        this.values = values;
    }

    /** Hours {@code [from, to)}. */
    record Span(LocalDateTime from, LocalDateTime to) {
    }

    /** The day of the row; null where it was set aside for having none. */
    @Nullable LocalDate day(RowCells row, String field) {
        CellValue cell = row.cell(field);
        if (cell instanceof CellValue.Number n && n.date() && n.value() != Math.floor(n.value())) {
            cell = new CellValue.Number(Math.floor(n.value()), true, false, n.epoch1904());
        }
        LocalDate day = row.read(field, cell, c -> values.date(c, DateUse.OTHER));
        if (day == null) {
            row.setAside("INTAKE-401", field);
        }
        return day;
    }

    /** The hours of a row with its date in {@code date}; null where it was set aside. Without an end it lasts {@code otherwise} minutes. */
    @Nullable Span span(RowCells row, String dateField, String startField, String endField, int otherwise) {
        CellValue start = row.cell(startField);
        LocalDate day;
        LocalTime from;
        LocalTime to = null;
        Matcher both = DATE_AND_TIME.matcher(start.text().strip());
        if (!row.has(dateField) && both.matches()) {
            day = row.read(startField, new CellValue.Text(both.group(1)), c -> values.date(c, DateUse.OTHER));
            from = row.read(startField, new CellValue.Text(both.group(2)), values::time);
        } else if (!row.has(dateField) && start instanceof CellValue.Number n && n.value() >= 1) {
            day = day(row, startField);
            from = time(row, startField);
        } else {
            day = day(row, dateField);
            if (day == null) {
                return null;
            }
            Matcher range = FROM_TO.matcher(start.text().strip());
            if (start instanceof CellValue.Text && !row.has(endField) && range.matches()) {
                from = row.read(startField, new CellValue.Text(range.group(1)), values::time);
                to = row.read(startField, new CellValue.Text(range.group(2)), values::time);
            } else {
                from = time(row, startField);
            }
        }
        if (day == null || from == null) {
            if (!row.isSetAside()) {
                row.setAside("INTAKE-402", startField);
            }
            return null;
        }
        return end(row, day, from, to != null ? to : row.has(endField) ? time(row, endField) : null, endField, otherwise);
    }

    private @Nullable Span end(RowCells row, LocalDate day, LocalTime from, @Nullable LocalTime to, String endField,
            int otherwise) {
        LocalDateTime start = day.atTime(from);
        if (to == null) {
            Integer minutes = minutes(row);
            if (minutes == null) {
                row.tell("INTAKE-403", Severity.WARNING, endField, String.valueOf(otherwise));
            }
            return new Span(start, start.plusMinutes(minutes == null ? otherwise : minutes));
        }
        if (to.equals(from)) {
            row.setAside("INTAKE-404", endField);
            return null;
        }
        if (to.isBefore(from)) {
            // 22:00–6:00 ends on the next day; a midnight end is nothing to remark on
            if (!to.equals(LocalTime.MIDNIGHT)) {
                row.tell("INTAKE-405", Severity.INFO, endField, to.toString());
            }
            return new Span(start, day.plusDays(1).atTime(to));
        }
        return new Span(start, day.atTime(to));
    }

    private @Nullable Integer minutes(RowCells row) {
        String text = row.cell("duration").text().replaceAll("[^0-9]", "");
        int minutes = text.isEmpty() || text.length() > 4 ? 0 : Integer.parseInt(text);
        return minutes > 0 && minutes <= 24 * 60 ? minutes : null;
    }

    private @Nullable LocalTime time(RowCells row, String field) {
        CellValue cell = row.cell(field);
        if (cell instanceof CellValue.Number n && n.value() >= 1 && n.value() != Math.rint(n.value())) {
            cell = new CellValue.Number(n.value() - Math.floor(n.value()), true, false, n.epoch1904());
        }
        return cell.isBlank() ? null : row.read(field, cell, values::time);
    }

    /** 0–23, the hour a row of a timetable begins with; null where it is none. */
    static @Nullable Integer hour(CellValue cell) {
        if (cell instanceof CellValue.Number n) {
            long hour = n.value() < 1 && (n.date() || n.value() > 0) ? (long) (n.value() * 24 + 1e-6) : (long) n.value();
            return hour >= 0 && hour <= 23 ? (int) hour : null;
        }
        Matcher text = HOUR.matcher(
                java.text.Normalizer.normalize(cell.text(), java.text.Normalizer.Form.NFKC).strip());
        if (!text.matches()) {
            return null;
        }
        int hour = Integer.parseInt(text.group(1) == null ? text.group(2) : text.group(1));
        return hour <= 23 ? hour : null;
    }
}
