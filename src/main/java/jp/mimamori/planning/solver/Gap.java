package jp.mimamori.planning.solver;

import java.util.function.Consumer;
import jp.mimamori.planning.Planner.Progress;

/**
 * Adds to what the search tells the least that any plan can cost in which everything with a place has one: each task alone at
 * its cheapest start. It is known before the search begins; a better one takes its place where somebody has proven it.
 */
final class Gap implements Consumer<Progress> {

    private final Consumer<Progress> listener;
    private final int impossible;
    private final long cheapest;

    Gap(Layout layout, Consumer<Progress> listener) {
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
                : new Progress(now.hard(), now.medium(), now.soft(), now.unplaced(), now.seconds(), cheapest));
    }
}
