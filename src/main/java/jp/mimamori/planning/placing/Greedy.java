package jp.mimamori.planning.placing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/** The first plan: pinned tasks where they are pinned, then the weightiest first, each at its cheapest free start. */
public final class Greedy {

    private static final int MOST_PLANS = 8;
    /** So many tasks are placed in all: on the largest plans one is enough to begin from. */
    private static final int MOST_PLACED = 6_000;

    private final Layout layout;
    private final Occupancy occupancy;
    private final Random random;
    private final boolean[] seen;

    private Greedy(Layout layout, long seed) {
        this.layout = layout;
        this.occupancy = new Occupancy(layout);
        this.random = new Random(seed);
        this.seen = new boolean[layout.jobs.length];
    }

    /** The best of a few: who was left without a window comes before the others the next time. */
    public static Occupancy plan(Layout layout, long seed) {
        Set<Job> leftOut = new HashSet<>();
        Occupancy best = new Greedy(layout, seed).plan(leftOut);
        Occupancy last = best;
        for (int i = 1; i < MOST_PLANS && (i + 1) * layout.jobs.length <= MOST_PLACED && leaves(last, leftOut); i++) {
            last = new Greedy(layout, seed).plan(leftOut);
            best = last.medium() < best.medium() ? last : best;
        }
        return best;
    }

    /** Adds the tasks that could have a window and have none; whether that is anybody new. */
    private static boolean leaves(Occupancy plan, Set<Job> leftOut) {
        boolean anybody = false;
        for (int i = 0; i < plan.homeless(); i++) {
            anybody |= leftOut.add(plan.homeless(i));
        }
        return anybody;
    }

    private Occupancy plan(Set<Job> hurried) {
        List<Job> order = Arrays.stream(layout.jobs)
                .sorted(Comparator.comparing((Job job) -> !job.pinned()).thenComparing(job -> !hurried.contains(job)).thenComparing(job -> -job.risk)
                        .thenComparingInt(job -> job.starts.length).thenComparingInt(job -> job.index))
                .toList();
        order.forEach(this::placeWithPredecessors);
        // pinned ones that somebody's choice of people keeps out get a second chance before the search begins
        order.stream().filter(job -> job.pinned() && job.starts.length > 0 && !occupancy.placed(job)).forEach(this::force);
        return occupancy;
    }

    private void placeWithPredecessors(Job job) {
        if (seen[job.index]) {
            return;
        }
        seen[job.index] = true;
        for (int before : job.before) {
            placeWithPredecessors(layout.jobs[before]);
        }
        long cheapest = Long.MAX_VALUE;
        int best = -1;
        long visit = layout.problem.weights().visit();
        for (int start : job.starts) {
            if (layout.cost(job, start) >= cheapest) {
                break;
            }
            if (occupancy.open(job, start) && occupancy.freeCrew(job, start, 0) != null) {
                long price = occupancy.price(job, start);
                if (price < cheapest) {
                    cheapest = price;
                    best = start;
                }
                if (job.vendor < 0 || visit == 0) {
                    break;
                }
            }
        }
        if (best >= 0) {
            Crew crew = occupancy.freeCrew(job, best, random.nextInt(64));
            if (crew != null) {
                occupancy.place(job, best, crew);
            }
        }
    }

    private void force(Job job) {
        var draft = new Draft(occupancy);
        var rearrangement = new Rearrangement(draft, random);
        for (int i = 0; i < 200 && !occupancy.placed(job); i++) {
            draft.begin();
            if (!rearrangement.move(job, job.starts[0], Long.MAX_VALUE / 4, 0)) {
                draft.rollBack();
            }
        }
    }
}
