package jp.mimamori.planning.posing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.settings.Shelf;

/**
 * Japan's public holidays from 2022 on: the days of {@code public-holidays.csv}, and the two rules of article 3 of the Act
 * on National Holidays: one that falls on a Sunday is made up for on the next day that is none, and a day between two
 * holidays is one as well. (The calendar library at hand knows neither rule, no equinox, and the birthday of the former
 * Emperor.)
 */
final class JapaneseHolidays {

    private static final Pattern RULE = Pattern.compile("(?:0?([1-9])|1([0-2]))[-/月](?:mon([1-5])|(\\d{1,2}))日?");

    private record Day(String rule, int fromYear, int toYear) {
    }

    private final List<Day> days;

    private JapaneseHolidays(List<Day> days) {
        this.days = List.copyOf(days);
    }

    static JapaneseHolidays of(Shelf shelf, Assumptions assumptions) {
        return new JapaneseHolidays(EditedTable.read(shelf, "public-holidays.csv", assumptions, row -> {
            String rule = PlainText.of(row.text("rule"));
            if (date(rule, 2024).isEmpty()) {
                throw new EditedTable.UnreadableCell("rule", row.text("rule"), "MM-DD | MM-MONn | equinox-spring | equinox-autumn");
            }
            int toYear = row.text("to_year").isEmpty() ? Integer.MAX_VALUE : row.number("to_year", 1948, 9999);
            return new Day(rule, row.number("from_year", 1948, 9999), toYear);
        }));
    }

    /** The holidays within {@code [from, to]}. */
    Set<LocalDate> within(LocalDate from, LocalDate to) {
        Set<LocalDate> named = new TreeSet<>();
        for (int year = from.getYear() - 1; year <= to.getYear() + 1; year++) {
            for (Day day : days) {
                if (day.fromYear() <= year && year <= day.toYear()) {
                    date(day.rule(), year).ifPresent(named::add);
                }
            }
        }
        Set<LocalDate> all = new TreeSet<>(named);
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate next = day.plusDays(1);
                while (named.contains(next)) {
                    next = next.plusDays(1);
                }
                all.add(next);
            }
            if (named.contains(day.plusDays(2))) {
                all.add(day.plusDays(1));
            }
        }
        all.removeIf(day -> day.isBefore(from) || day.isAfter(to));
        return all;
    }

    private static Optional<LocalDate> date(String rule, int year) {
        if (rule.equals("equinox-spring")) {
            return Optional.of(LocalDate.of(year, 3, equinox(20.8431, year)));
        }
        if (rule.equals("equinox-autumn")) {
            return Optional.of(LocalDate.of(year, 9, equinox(23.2488, year)));
        }
        Matcher written = RULE.matcher(rule);
        if (!written.matches()) {
            return Optional.empty();
        }
        int month = written.group(1) != null ? Integer.parseInt(written.group(1)) : 10 + Integer.parseInt(written.group(2));
        try {
            return Optional.of(written.group(3) != null
                    ? LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(written.group(3)), DayOfWeek.MONDAY))
                    : LocalDate.of(year, month, Integer.parseInt(written.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The usual approximation for 1980–2099 in Japan's time: mean drift of the equinox, less the leap days so far. */
    private static int equinox(double day1980, int year) {
        return (int) Math.floor(day1980 + 0.242194 * (year - 1980)) - Math.floorDiv(year - 1980, 4);
    }
}
