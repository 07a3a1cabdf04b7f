package jp.mimamori.planning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.mimamori.planning.Problem.Interval;

/** The grains of a problem's horizon: their days, nights and weeks, and how many of a window fall into given intervals. */
public final class GrainTable {

    private static final int NOON = 12 * 60;
    private static final int DAY = 24 * 60;

    private final int[] days;
    private final Problem problem;
    private final int grainsPerWeek;
    private final Map<List<Interval>, List<Interval>> merged = new java.util.IdentityHashMap<>();
    private final Map<String, List<Interval>> blackouts = new HashMap<>();

    public GrainTable(Problem problem) {
        this.problem = problem;
        grainsPerWeek = 7 * DAY / problem.grainMinutes();
        days = new int[problem.grains()];
        for (int grain = 0; grain < days.length; grain++) {
            days[grain] = (int) problem.time(grain).toLocalDate().toEpochDay();
        }
        problem.sites().forEach(site -> blackouts.put(site.id(), site.blackouts()));
        keepMerged();
    }

    /** All lists of the problem at once: from then on the table never changes, and two searches may ask it at the same time. */
    private void keepMerged() {
        Stream.of(Stream.of(problem.premium(), problem.nights()), problem.sites().stream().map(Problem.Site::blackouts),
                problem.groups().stream().map(Problem.Group::closed),
                problem.devices().stream().flatMap(device -> Stream.of(device.bookings(), device.inspections(), device.avoid())),
                problem.staff().stream().map(Problem.Staff::available), problem.vendors().stream().map(Problem.Vendor::available))
                .flatMap(lists -> lists).forEach(list -> merged.computeIfAbsent(list, GrainTable::merge));
    }

    /** The calendar day of a grain, as days since 1970. */
    public int day(int grain) {
        return days[grain];
    }

    /** The week of a grain, from 0: seven days from the problem's start each. */
    public int week(int grain) {
        return grain / grainsPerWeek;
    }

    /** The night a grain belongs to, if it is at night at all: from noon to noon, by the day it begins on, from -1. */
    public int night(int grain) {
        long minutes = (long) grain * problem.grainMinutes() + problem.start().toLocalTime().toSecondOfDay() / 60;
        return (int) Math.floorDiv(minutes - NOON, DAY);
    }

    /** The nights of which {@code [start, end)} has a grain of night work, in order. */
    public int[] nights(int start, int end) {
        List<Integer> nights = new ArrayList<>();
        for (int grain = start; grain < end; grain++) {
            if (within(problem.nights(), grain, grain + 1) > 0
                    && (nights.isEmpty() || nights.get(nights.size() - 1) != night(grain))) {
                nights.add(night(grain));
            }
        }
        return nights.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Interval> blackouts(String site) {
        return requireNonNull(blackouts.get(site));
    }

    /** How many grains of {@code [start, end)} lie in {@code intervals}; a grain in two of them counts once. */
    public int within(List<Interval> intervals, int start, int end) {
        if (intervals.isEmpty()) {
            return 0;
        }
        List<Interval> known = merged.get(intervals);
        List<Interval> disjoint = known == null ? merge(intervals) : known;
        int sum = 0;
        for (int i = firstEndingAfter(disjoint, start); i < disjoint.size() && disjoint.get(i).from() < end; i++) {
            Interval interval = disjoint.get(i);
            sum += Math.min(end, interval.to()) - Math.max(start, interval.from());
        }
        return sum;
    }

    private static int firstEndingAfter(List<Interval> disjoint, int grain) {
        int from = 0;
        int to = disjoint.size();
        while (from < to) {
            int middle = from + to >>> 1;
            if (disjoint.get(middle).to() > grain) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** The same grains as disjoint intervals in order. */
    public static List<Interval> merge(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.removeIf(interval -> interval.to() <= interval.from());
        sorted.sort(Comparator.comparingInt(Interval::from));
        List<Interval> result = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && next.from() <= last.to()) {
                result.set(result.size() - 1, new Interval(last.from(), Math.max(last.to(), next.to())));
            } else {
                result.add(next);
            }
        }
        return List.copyOf(result);
    }
}
