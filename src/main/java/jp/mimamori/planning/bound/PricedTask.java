package jp.mimamori.planning.bound;

import java.util.Comparator;
import java.util.stream.IntStream;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import org.jspecify.annotations.Nullable;

/** A task that looks for its cheapest start by itself, under prices. */
final class PricedTask {

    final Job job;
    private final Layout layout;
    private final Claim[] claims;
    /** What it pays for a vendor's visit, by day; null where no vendor comes for it. */
    private final @Nullable VisitDays visits;
    /** Its starts, cheapest first, and what each costs more than the first. */
    private final int[] starts;
    private final int[] extra;
    private final long cheapest;
    /** Whether it has other starts too, none of them cheaper than the last. */
    private final boolean more;
    /** Where it stood in the last round. */
    private int last;

    PricedTask(Layout layout, Job job, boolean everyStart, Claim[] claims, @Nullable VisitDays visits) {
        this.job = job;
        this.layout = layout;
        this.claims = claims;
        this.visits = visits;
        starts = starts(layout, job, everyStart);
        more = !everyStart && job.starts.length < job.allowed.cardinality();
        cheapest = layout.cost(job, starts[0]);
        extra = new int[starts.length];
        for (int rank = 0; rank < starts.length; rank++) {
            extra[rank] = (int) Math.min(Integer.MAX_VALUE, layout.cost(job, starts[rank]) - cheapest);
        }
    }

    /**
     * The starts of {@code job}, cheapest first; with {@code every} those at which nothing but people and other tasks can be in
     * the way, whoever the people are.
     */
    static int[] starts(Layout layout, Job job, boolean every) {
        return !every ? job.starts : IntStream.rangeClosed(0, layout.horizon - job.duration).filter(start -> layout.closed(job, start) == 0).boxed()
                .sorted(Comparator.comparing(start -> layout.cost(job, start))).mapToInt(Integer::intValue).toArray();
    }

    /** What the cheapest start costs, {@code staff} being the price of its people at each; takes what it needs there. */
    double choose(double[] staff, PricedPeople people) {
        double least = price(last, staff);
        int at = last;
        for (int rank = 0; rank < starts.length && extra[rank] < least; rank++) {
            if (extra[rank] + staff[starts[rank]] < least) {
                double cost = price(rank, staff);
                if (cost < least) {
                    least = cost;
                    at = rank;
                }
            }
        }
        last = at;
        int start = starts[at];
        if (least < Double.POSITIVE_INFINITY) {
            people.take(start);
        }
        for (Claim claim : claims) {
            claim.take(start, start + job.duration);
        }
        if (visits != null) {
            visits.ask(layout.day[start], 1);
        }
        return cheapest + (more ? Math.min(least, extra[starts.length - 1]) : least);
    }

    private double price(int rank, double[] staff) {
        int start = starts[rank];
        double cost = extra[rank] + staff[start];
        for (Claim claim : claims) {
            cost += claim.price(start, start + job.duration);
        }
        return visits == null ? cost : cost + visits.at(layout.day[start]);
    }
}
