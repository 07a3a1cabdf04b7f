package jp.mimamori.intake.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A year that a date names in both calendars, as forms and public papers do. */
final class CalendarYears {

    /** 令和7(2025)年, 2025年(令和7年), 2025(R7): one year said twice. */
    private static final Pattern BOTH_YEARS = Pattern.compile("(?<w1>\\d{4})(?<n1>\\s?年)?\\s?\\(\\s?(?<e1>(?i:" + Eras.pattern() + "))\\.?\\s?(?<y1>元|\\d{1,2})\\s?年?\\s?\\)(?<a1>\\s?年)?"
            + "|(?<e2>(?i:" + Eras.pattern() + "))\\.?\\s?(?<y2>元|\\d{1,2})(?<n2>\\s?年)?\\s?\\(\\s?(?<w2>\\d{4})\\s?年?\\s?\\)(?<a2>\\s?年)?");
    /** The year a full date repeats behind itself: 令和7年10月31日（2025年）. */
    private static final Pattern YEAR_AGAIN = Pattern.compile("\\((?:西暦)?(\\d{4})年?\\)$");
    private static final Pattern ERA_YEAR = Pattern.compile("(?<era>(?i:" + Eras.pattern() + "))\\.?\\s?(?<y>元|\\d{1,2})(?!\\d)");

    private CalendarYears() {
    }

    /** The date with its year once; where the two disagree both stay, and the date is asked. */
    static String once(String text) {
        Matcher both = BOTH_YEARS.matcher(text);
        if (both.find()) {
            boolean first = both.group("w1") != null;
            String western = both.group(first ? "w1" : "w2");
            String year = both.group(first ? "y1" : "y2");
            boolean same = western(both.group(first ? "e1" : "e2"), year) == Integer.parseInt(western);
            boolean named = both.group(first ? "n1" : "n2") != null || both.group(first ? "a1" : "a2") != null;
            return same ? text.substring(0, both.start()) + western + (named ? "年" : "") + text.substring(both.end()) : text;
        }
        Matcher again = YEAR_AGAIN.matcher(text);
        Matcher era = ERA_YEAR.matcher(text);
        boolean repeats = again.find() && era.find() && western(era.group("era"), era.group("y")) == Integer.parseInt(again.group(1));
        return repeats ? text.substring(0, again.start()) : text;
    }

    private static int western(String era, String year) {
        return Eras.westernYear(era, year.equals("元") ? 1 : Integer.parseInt(year));
    }
}
