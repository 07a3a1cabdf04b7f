package jp.mimamori.planning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.Problem.Interval;

/** The grains of a problem's horizon: their calendar days, and how many of a window fall into given intervals. */
public final class GrainTable {

    private final int[] days;
    private final Map<List<Interval>, List<Interval>> merged = new java.util.IdentityHashMap<>();
    private final Map<String, List<Interval>> blackouts = new HashMap<>();

    public GrainTable(Problem problem) {
        days = new int[problem.grains()];
        for (int grain = 0; grain < days.length; grain++) {
            days[grain] = (int) problem.time(grain).toLocalDate().toEpochDay();
        }
        problem.sites().forEach(site -> blackouts.put(site.id(), site.blackouts()));
    }

    /** The calendar day of a grain, as days since 1970. */
    public int day(int grain) {
        return days[grain];
    }

    List<Interval> blackouts(String site) {
        return requireNonNull(blackouts.get(site));
    }

    /** How many grains of {@code [start, end)} lie in {@code intervals}; a grain in two of them counts once. */
    public int within(List<Interval> intervals, int start, int end) {
        int sum = 0;
        for (Interval interval : merged.computeIfAbsent(intervals, GrainTable::merge)) {
            if (interval.from() >= end) {
                break;
            }
            sum += Math.max(0, Math.min(end, interval.to()) - Math.max(start, interval.from()));
        }
        return sum;
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
