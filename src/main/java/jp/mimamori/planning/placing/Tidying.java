package jp.mimamori.planning.placing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Probe;
import jp.mimamori.planning.timetable.Strain;

/** What a plan can still gain without a search: room made by moving one other task, and cheaper starts that are free. */
public final class Tidying {

    /** So many tasks without a window are looked at, those of the highest risk: each may have to try hundreds of moves. */
    private static final int MOST = 40;
    private static final int MOST_PASSES = 5;

    private final Occupancy plan;
    private final Layout layout;

    public Tidying(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
    }

    /** Places every task that has a place, and those that would have one if one other task went elsewhere. */
    public void makeRoom() {
        boolean again = true;
        for (int pass = 0; again && pass < MOST_PASSES; pass++) {
            Fill.homeless(plan);
            again = false;
            for (Job job : homeless()) {
                again |= makeRoom(job);
            }
        }
    }

    private List<Job> homeless() {
        List<Job> left = new ArrayList<>();
        for (int i = 0; i < plan.homeless(); i++) {
            left.add(plan.homeless(i));
        }
        left.sort(Comparator.comparingLong((Job job) -> -job.risk).thenComparingInt(job -> job.index));
        return left.subList(0, Math.min(MOST, left.size()));
    }

    private boolean makeRoom(Job job) {
        List<Integer> starts = Arrays.stream(job.starts).boxed().toList();
        for (Ejection.Room room : new Ejection(plan, new Probe(plan, new Strain(plan))).of(job, starts)) {
            if (!room.other().pinned()) {
                plan.remove(room.other());
                plan.place(job, room.start(), room.crew());
                plan.place(room.other(), room.to(), room.otherCrew());
                return true;
            }
        }
        return false;
    }

    /** Moves each task to its cheapest free start, the others where they are, until no such move is left or it has been round often enough. */
    public void cheapen() {
        boolean again = true;
        for (int pass = 0; again && pass < MOST_PASSES; pass++) {
            long before = plan.soft();
            for (Job job : layout.movable) {
                if (plan.placed(job) && !job.pinned()) {
                    cheapen(job);
                }
            }
            again = plan.soft() < before;
        }
    }

    private void cheapen(Job job) {
        int start = plan.start(job);
        Crew crew = requireNonNull(plan.crew(job));
        long before = plan.soft();
        plan.remove(job);
        boolean placed = Fill.cheapest(plan, job);
        if (!placed || plan.soft() > before) {
            if (placed) {
                plan.remove(job);
            }
            plan.place(job, start, crew);
        }
    }
}
