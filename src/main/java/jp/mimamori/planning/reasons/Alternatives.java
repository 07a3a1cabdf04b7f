package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * Finds where else a task could be while every other window stays: the cheapest start of each day, and of those the cheapest
 * few. A start on the day of the window itself counts only where the two do not overlap, since an hour's shift is no choice.
 */
final class Alternatives {

    /** How many windows to choose from people still read. */
    static final int MOST = 3;

    private final Occupancy plan;
    private final Layout layout;
    private final boolean spreads;

    Alternatives(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        this.spreads = layout.problem.weights().spread() > 0;
    }

    /** Another start with people who are free then; {@code extra} is what the plan would cost more. */
    record Other(int start, Crew crew, long extra) {
    }

    /**
     * What there is to choose from.
     *
     * @param others the cheapest first, at most {@link #MOST}
     * @param least  the least that any other start costs more, overlapping ones too; {@link Long#MAX_VALUE} where there is none
     */
    record Choice(List<Other> others, long least) {
    }

    /** The choice that {@code job}, which has no window at the moment, has besides {@code start} with {@code crew}. */
    Choice besides(Job job, int start, Crew crew) {
        long here = worth(job, start, crew);
        List<Other> found = new ArrayList<>(MOST + 1);
        long least = Long.MAX_VALUE;
        for (int other : job.starts) {
            if (found.size() == MOST && layout.cost(job, other) - here >= found.get(MOST - 1).extra) {
                break;
            }
            boolean overlaps = Math.abs(other - start) < job.duration;
            long atLeast = plan.price(job, other) - here;
            if (other == start || overlaps && atLeast >= least || !overlaps && !welcome(found, other, atLeast) || !plan.open(job, other)) {
                continue;
            }
            Crew people = free(crew, other, other + job.duration) ? crew : plan.freeCrew(job, other, 0);
            if (people == null) {
                continue;
            }
            long extra = spreads ? worth(job, other, people) - here : atLeast;
            if (!overlaps && !welcome(found, other, extra)) {
                continue;
            }
            least = Math.min(least, extra);
            if (!overlaps) {
                found.removeIf(known -> layout.day[known.start] == layout.day[other]);
                found.add(new Other(other, people, extra));
                found.sort(Comparator.comparingLong(Other::extra).thenComparingInt(Other::start));
                if (found.size() > MOST) {
                    found.remove(MOST);
                }
            }
        }
        return new Choice(found, least);
    }

    /** What the window costs the plan: by itself, with its visit, and with what it adds to people's weeks. */
    private long worth(Job job, int start, Crew crew) {
        if (!spreads) {
            return plan.price(job, start);
        }
        long before = plan.soft();
        plan.place(job, start, crew);
        long after = plan.soft();
        plan.remove(job);
        return after - before;
    }

    /** Whether a start that costs {@code extra} more would be among the few found. */
    private boolean welcome(List<Other> found, int start, long extra) {
        for (Other known : found) {
            if (layout.day[known.start] == layout.day[start]) {
                return extra < known.extra;
            }
        }
        return found.size() < MOST || extra < found.get(MOST - 1).extra;
    }

    /**
     * Whether all of {@code crew} are on shift and without another task in {@code [from, to)}. Never where nights or rest are
     * limited: a free crew is looked for then with those limits.
     */
    private boolean free(Crew crew, int from, int to) {
        if (layout.nights.limits) {
            return false;
        }
        for (int role = 0; role < crew.size(); role++) {
            if (layout.offShift(crew.person(role), from, to) > 0) {
                return false;
            }
            for (int grain = from; grain < to; grain++) {
                if (plan.holder(crew.person(role), grain) != null) {
                    return false;
                }
            }
        }
        return true;
    }
}
