package jp.mimamori.planning.bound;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jp.mimamori.planning.Planner.Progress;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;

/**
 * Adds to what the search tells the least that any plan can cost in which everything with a place has one: each task alone at
 * its cheapest start. It is known before the search begins; what is proven beside the search takes its place.
 */
public final class Gap implements Consumer<Progress> {

    private final LongSupplier proven;
    private final Consumer<Progress> listener;
    private final int impossible;
    private final long cheapest;

    /** {@code proven}: the best bound so far for plans that place everything; 0 where there is none yet. */
    public Gap(Layout layout, LongSupplier proven, Consumer<Progress> listener) {
        this.proven = proven;
        this.listener = listener;
        this.impossible = layout.jobs.length - layout.movable.length;
        long sum = 0;
        for (Job job : layout.movable) {
            sum += layout.cost(job, job.starts[0]);
        }
        this.cheapest = sum;
    }

    @Override
    public void accept(Progress now) {
        listener.accept(now.bound() != null || now.unplaced() != impossible ? now
                : new Progress(now.hard(), now.medium(), now.soft(), now.unplaced(), now.seconds(),
                        Math.min(now.soft(), Math.max(cheapest, proven.getAsLong()))));
    }
}
