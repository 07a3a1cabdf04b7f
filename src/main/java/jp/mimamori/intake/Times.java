package jp.mimamori.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Values;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the hours of a row: a date, a start and an end, in as many or as few cells as people use. */
final class Times {

    private static final Pattern DATE_AND_TIME = Pattern.compile("(.*\\d日?)[\\s\\u3000T]+(\\d{1,2}[:\\uFF1A時].*)");
    private static final Pattern FROM_TO = Pattern.compile("(.+?)\\s*[~〜～\\-–ー－]\\s*(.+)");

    /** 2025/12/20～2026/1/5, 12/20から1/5まで, 9月20日～23日; a hyphen only with spaces around it or between two eras. */
    private static final Pattern PERIOD = Pattern.compile("(.+?\\d日?(?:\\([月火水木金土日祝・]+\\))?)\\s*(?:[~〜〰–—]|から|\\s-\\s|-(?=[RHS令]))\\s*(.*\\d.*?)(?:まで)?");
    private static final Pattern LAST_DAY = Pattern.compile("(?:(\\d{1,2})[/月.])?(\\d{1,2})日?(?:\\([月火水木金土日祝・]+\\))?");
    /** 毎月第2火曜, 毎週水曜日, 第1・3月曜: a rule that stands for days nobody has written down. */
    private static final Pattern RULE = Pattern.compile(".*(毎月|毎週|隔週|隔月|毎日|第[0-9一二三四五・,、]+[^0-9]*曜|平日|every|weekly|monthly).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_DAY = Pattern.compile("翌日?(?=\\d)|24[:時].*");

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})\\D.*|(\\d{1,2})");

    private final Values values;
    private final LayoutWords words;

    Times(Values values, LayoutWords words) {
        this.values = values;
        this.words = words;
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
        if (cell instanceof CellValue.Text text && RULE.matcher(plain(text.text())).matches()) {
            row.setAside("INTAKE-270", field, text.text().strip());
            return null;
        }
        LocalDate day = row.read(field, cell, c -> values.date(c, DateUse.OTHER));
        if (day == null) {
            row.setAside("INTAKE-401", field);
        }
        return day;
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).strip();
    }

    /** Days, the last one included. */
    record Days(LocalDate first, LocalDate last) {
    }

    /** The days of a row, in one cell or in two; null where it was set aside. A last day without its year follows the first. */
    @Nullable Days days(RowCells row, String field, String endField) {
        CellValue cell = row.cell(field);
        Matcher period = PERIOD.matcher(plain(cell.text()));
        LocalDate first;
        @Nullable LocalDate last;
        if (!row.has(endField) && cell instanceof CellValue.Text && period.matches()) {
            first = row.read(field, new CellValue.Text(period.group(1)), c -> values.date(c, DateUse.OTHER));
            last = first == null ? null : lastDay(row, field, new CellValue.Text(period.group(2)), first);
            if (first == null || last == null) {
                row.setAside("INTAKE-401", field);
                return null;
            }
        } else {
            first = day(row, field);
            last = first == null || !row.has(endField) ? first : lastDay(row, endField, row.cell(endField), first);
        }
        if (first == null) {
            return null;
        }
        if (last == null || last.isBefore(first)) {
            // a day that stands there and cannot be read is not the same as none: the period would end too early
            row.setAside(last == null ? "INTAKE-271" : "INTAKE-404", row.has(endField) ? endField : field);
            return null;
        }
        return new Days(first, last);
    }

    private @Nullable LocalDate lastDay(RowCells row, String field, CellValue cell, LocalDate first) {
        Matcher bare = LAST_DAY.matcher(plain(cell.text()));
        if (!(cell instanceof CellValue.Text) || !bare.matches()) {
            return row.read(field, cell, c -> values.date(c, DateUse.OTHER));
        }
        int day = Integer.parseInt(bare.group(2));
        int month = bare.group(1) == null ? first.getMonthValue() : Integer.parseInt(bare.group(1));
        try {
            LocalDate last = LocalDate.of(first.getYear(), month, day);
            // 12/29～1/3 ends in the new year; 9/20～9/10 is a mistake
            return last.isBefore(first) && month < first.getMonthValue() ? last.plusYears(1) : last;
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    /** 午前, 終日, AM and their like, in {@code field}: all the hours they may mean; null where it says none of them. */
    private @Nullable Span part(String text, LocalDate day) {
        String meaning = words.meaning("PART_OF_DAY", text);
        if (meaning == null) {
            return null;
        }
        int minus = meaning.indexOf('-');
        LocalTime to = LocalTime.parse(meaning.substring(minus + 1));
        return new Span(day.atTime(LocalTime.parse(meaning.substring(0, minus))),
                to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to));
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
            Span part = row.has(endField) ? null : part(start.text(), day);
            if (part != null) {
                return part;
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
        if (to.equals(from) && NEXT_DAY.matcher(plain(row.cell(endField).text())).lookingAt()) {
            return new Span(start, start.plusDays(1));
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
