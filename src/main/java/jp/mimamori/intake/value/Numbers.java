package jp.mimamori.intake.value;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities, percentages and times of day. */
final class Numbers {

    private static final Pattern COUNT = Pattern.compile("(?:約|計)?\\s?(\\d{1,3}(?:,\\d{3})+|\\d{1,7})(?:\\.0+)?\\s?(台|個|式|セット|組|本|基|面|pcs|units?|ea)?", Pattern.CASE_INSENSITIVE);
    /** 3台(うち1台予備) are three. */
    private static final Pattern COUNT_OF_ALL = Pattern.compile("(\\d{1,6})\\s?台\\s?(?:\\(\\s?(?:うち|内).*\\)|一式|程度)");
    private static final Pattern PERCENT = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s?(%|パーセント|割)?");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<next>翌日?)?\\s?(?<half>午前|午後|am|pm)?\\s?(?<h>\\d{1,2})\\s?(?:[:時.]\\s?(?:(?<m>\\d{1,2})\\s?分?|(?<thirty>半))?(?::\\d{2})?)?\\s?(?<late>am|pm)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOUR_DIGITS = Pattern.compile("(\\d{1,2})(\\d{2})");
    private static final int DAY_MINUTES = 24 * 60;

    private Numbers() {
    }

    static Parsed<Integer> quantity(String raw) {
        String text = Characters.fold(raw);
        if (!text.startsWith("一式")) {
            text = KanjiNumbers.asDigits(text);
        }
        Matcher count = COUNT.matcher(text);
        if (count.matches()) {
            return whole(raw, Integer.parseInt(count.group(1).replace(",", "")));
        }
        if (text.equals("一式") || text.equals("式") || text.equals("1式") || text.equalsIgnoreCase("set")) {
            return Parsed.of(1, Remark.QUANTITY_ASSUMED.on(raw, "1"));
        }
        Matcher kept = COUNT_OF_ALL.matcher(text);
        if (kept.matches()) {
            return Parsed.of(Integer.parseInt(kept.group(1)), Remark.QUANTITY_ASSUMED.on(raw, kept.group(1)));
        }
        Matcher inside = Pattern.compile("^一式\\D{0,3}(\\d{1,6})\\s?台").matcher(text);
        if (inside.find()) {
            return Parsed.of(Integer.parseInt(inside.group(1)), Remark.QUANTITY_ASSUMED.on(raw, inside.group(1)));
        }
        return Parsed.of(null, Remark.NUMBER_UNREADABLE.on(raw));
    }

    static Parsed<Integer> quantity(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7 ? whole(shown(value), (int) value)
                : Parsed.of(null, Remark.NUMBER_UNREADABLE.on(shown(value)));
    }

    private static Parsed<Integer> whole(String raw, int count) {
        return count >= 1 ? Parsed.of(count) : Parsed.of(null, Remark.NUMBER_UNREADABLE.on(raw));
    }

    static Parsed<Integer> percent(String raw, boolean fractions) {
        Matcher m = PERCENT.matcher(Characters.fold(raw));
        if (!m.matches()) {
            return Parsed.of(null, Remark.PERCENT_OUT_OF_RANGE.on(raw));
        }
        double value = Double.parseDouble(m.group(1));
        boolean tenths = "割".equals(m.group(2));
        return inRange(raw, tenths ? value * 10 : m.group(2) == null && fractions ? value * 100 : value);
    }

    static Parsed<Integer> percent(double value, boolean fraction) {
        return inRange(shown(value), fraction ? value * 100 : value);
    }

    private static Parsed<Integer> inRange(String raw, double percent) {
        long rounded = Math.round(percent);
        return rounded >= 0 && rounded <= 100 ? Parsed.of((int) rounded) : Parsed.of(null, Remark.PERCENT_OUT_OF_RANGE.on(raw));
    }

    static Parsed<LocalTime> time(String raw) {
        String text = Characters.fold(raw);
        Matcher four = FOUR_DIGITS.matcher(text);
        if (four.matches()) {
            return clock(raw, Integer.parseInt(four.group(1)), Integer.parseInt(four.group(2)), false);
        }
        if (text.equals("正午")) {
            return Parsed.of(LocalTime.NOON);
        }
        Matcher m = CLOCK.matcher(text);
        if (!m.matches()) {
            return Parsed.of(null, Remark.TIME_UNREADABLE.on(raw));
        }
        int hour = Integer.parseInt(m.group("h"));
        int minute = m.group("thirty") != null ? 30 : m.group("m") == null ? 0 : Integer.parseInt(m.group("m"));
        String half = m.group("half") != null ? m.group("half") : m.group("late");
        if (half != null) {
            if (hour > 12) {
                return Parsed.of(null, Remark.TIME_UNREADABLE.on(raw));
            }
            boolean afternoon = half.equals("午後") || half.equalsIgnoreCase("pm");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        return clock(raw, hour, minute, m.group("next") != null);
    }

    /** A fraction of a day, or a whole hour where the cell is no time by its format. */
    static Parsed<LocalTime> time(double value, boolean timeFormat) {
        String raw = shown(value);
        if (!timeFormat && value >= 1 && value == Math.rint(value)) {
            return value <= 24 ? clock(raw, (int) value, 0, false)
                    : value < 2500 ? clock(raw, (int) value / 100, (int) value % 100, false)
                    : Parsed.of(null, Remark.TIME_UNREADABLE.on(raw));
        }
        if (value < 0) {
            return Parsed.of(null, Remark.TIME_UNREADABLE.on(raw));
        }
        long minutes = Math.round(value * DAY_MINUTES);
        if (minutes < 2L * DAY_MINUTES) {
            return clock(raw, (int) minutes / 60, (int) minutes % 60, false);
        }
        long ofDay = minutes % DAY_MINUTES; // a whole date and time
        return Parsed.of(LocalTime.of((int) ofDay / 60, (int) ofDay % 60));
    }

    private static Parsed<LocalTime> clock(String raw, int hour, int minute, boolean nextDay) {
        if (minute > 59 || hour > 36) {
            return Parsed.of(null, Remark.TIME_UNREADABLE.on(raw));
        }
        LocalTime time = LocalTime.of(hour % 24, minute);
        return hour >= 24 || nextDay ? Parsed.of(time, Remark.TIME_NEXT_DAY.on(raw, time.toString())) : Parsed.of(time);
    }

    static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
