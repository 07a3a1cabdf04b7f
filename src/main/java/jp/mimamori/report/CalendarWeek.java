package jp.mimamori.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one week, day by day from Monday. A window over midnight stands on each of its days.
 *
 * @param monday the first day
 * @param days   seven lists, each by time
 */
public record CalendarWeek(LocalDate monday, List<List<Entry>> days) {

    public CalendarWeek {
        days = days.stream().map(List::copyOf).toList();
    }

    /** The part {@code [from, to)} of a window that lies on one day; {@code to} is the next midnight at most. */
    public record Entry(PatchWindow window, LocalDateTime from, LocalDateTime to) {

        /** Whether the window began on an earlier day. */
        public boolean continued() {
            return window.assignment() != null && window.assignment().startTime().isBefore(from);
        }
    }

    /** Every week from the first window's to the last one's, weeks without a window included. */
    public static List<CalendarWeek> of(List<PatchWindow> windows) {
        TreeMap<LocalDate, List<Entry>> byDay = new TreeMap<>();
        for (PatchWindow window : windows) {
            if (window.assignment() != null) {
                split(window, window.assignment().startTime(), window.assignment().endTime(), byDay);
            }
        }
        List<CalendarWeek> weeks = new ArrayList<>();
        if (byDay.isEmpty()) {
            return weeks;
        }
        for (LocalDate monday = mondayOf(byDay.firstKey()); !monday.isAfter(byDay.lastKey()); monday = monday.plusWeeks(1)) {
            List<List<Entry>> days = new ArrayList<>();
            for (int day = 0; day < 7; day++) {
                List<Entry> entries = byDay.getOrDefault(monday.plusDays(day), new ArrayList<>());
                entries.sort(Comparator.comparing(Entry::from).thenComparing(Entry::to)
                        .thenComparing(entry -> entry.window().maintenance().task()));
                days.add(entries);
            }
            weeks.add(new CalendarWeek(monday, days));
        }
        return weeks;
    }

    /** The Monday on or before {@code day}. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** How many entries its fullest day has. */
    public int depth() {
        return days.stream().mapToInt(List::size).max().orElse(0);
    }

    private static void split(PatchWindow window, LocalDateTime start, LocalDateTime end, TreeMap<LocalDate, List<Entry>> byDay) {
        @Nullable LocalDateTime from = start;
        while (from.isBefore(end)) {
            LocalDateTime midnight = from.toLocalDate().plusDays(1).atStartOfDay();
            LocalDateTime to = midnight.isBefore(end) ? midnight : end;
            byDay.computeIfAbsent(from.toLocalDate(), day -> new ArrayList<>()).add(new Entry(window, from, to));
            from = to;
        }
    }
}
