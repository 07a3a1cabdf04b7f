package jp.mimamori.planning.placing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/**
 * Plans as somebody with a sheet of paper does: what is agreed first, then the weightiest task first (as listed where they weigh
 * the same), each at the cheapest hour still free, its vendor's visit counted; a task that waits for others when they have theirs.
 * Nothing that has a window is moved again.
 */
public final class ByHand {

    private final Layout layout;
    private final Occupancy plan;
    private final boolean[] seen;

    private ByHand(Layout layout) {
        this.layout = layout;
        this.plan = new Occupancy(layout);
        this.seen = new boolean[layout.jobs.length];
    }

    /** What that comes to, counted by {@link ExactScore}. */
    public static Schedule.ByHand of(Layout layout) {
        var hand = new ByHand(layout);
        List<Job> open = new ArrayList<>(Arrays.stream(layout.jobs).sorted(Comparator.comparing((Job job) -> !job.pinned())
                .thenComparing(job -> -job.risk).thenComparingInt(job -> job.index)).toList());
        for (Job next = hand.next(open); next != null; next = hand.next(open)) {
            open.remove(next);
            hand.seen[next.index] = true;
            hand.place(next);
        }
        List<Placement> placements = hand.placements();
        return new Schedule.ByHand(layout.jobs.length - placements.size(), ExactScore.of(layout.problem, placements).score());
    }

    private @Nullable Job next(List<Job> open) {
        for (Job job : open) {
            if (Arrays.stream(job.before).allMatch(before -> seen[before])) {
                return job;
            }
        }
        return null;
    }

    private void place(Job job) {
        long cheapest = Long.MAX_VALUE;
        int at = -1;
        for (int start : job.starts) {
            if (layout.cost(job, start) >= cheapest) {
                break;
            }
            if (plan.open(job, start) && plan.freeCrew(job, start, 0) != null) {
                long price = plan.price(job, start);
                if (price < cheapest) {
                    cheapest = price;
                    at = start;
                }
            }
        }
        if (at >= 0) {
            plan.place(job, at, plan.freeCrew(job, at, 0));
        }
    }

    private List<Placement> placements() {
        return Arrays.stream(layout.jobs).filter(plan::placed)
                .map(job -> new Placement(job.task.id(), plan.start(job), layout.names(plan.crew(job)))).toList();
    }
}
