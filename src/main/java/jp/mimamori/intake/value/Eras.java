package jp.mimamori.intake.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The Japanese eras as the JDK knows them, by every way of writing them: 令和, 令, R. */
final class Eras {

    /**
     * @param firstYear the Western year of its year 1
     */
    private record Era(JapaneseEra era, int firstYear) {
    }

    private static final Map<String, Era> BY_NAME = byName();

    private Eras() {
    }

    /** A pattern of all names, longest first. */
    static String pattern() {
        return BY_NAME.keySet().stream().sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|"));
    }

    /** The Western year of {@code year} of the era {@code name}. Eras are counted on past their end: 平成37年 is 2025. */
    static int westernYear(String name, int year) {
        return era(name).firstYear() + year - 1;
    }

    /** Whether {@code date} really lay in the era {@code name}. */
    static boolean holds(String name, LocalDate date) {
        try {
            return JapaneseDate.from(date).getEra().equals(era(name).era());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Era era(String name) {
        return java.util.Objects.requireNonNull(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, Era> byName() {
        Map<String, Era> names = new HashMap<>();
        for (JapaneseEra era : JapaneseEra.values()) {
            if (era.equals(JapaneseEra.MEIJI)) {
                continue; // nothing a hospital runs is that old, and its first years had another calendar
            }
            int firstYear = LocalDate.from(JapaneseChronology.INSTANCE.date(era, 2, 6, 1)).getYear() - 1;
            Era known = new Era(era, firstYear);
            String full = era.getDisplayName(TextStyle.FULL, Locale.JAPAN);
            names.put(full, known);
            names.putIfAbsent(full.substring(0, 1), known);
            names.putIfAbsent(era.getDisplayName(TextStyle.NARROW, Locale.ENGLISH).toUpperCase(Locale.ROOT), known);
        }
        return Map.copyOf(names);
    }
}
