package jp.mimamori.planning.solver;

import java.util.List;
import java.util.OptionalLong;

/**
 * The {@link LowerBound} while the search runs: on a machine with a second processor it climbs there, for all tasks that could
 * have a window, and is ready when the search is. Where tasks remain without one, or there is no second processor, it goes on
 * after the search.
 */
final class BoundAlongside implements AutoCloseable {

    private final LowerBound bound;
    private final Thread thread;
    private volatile long reached;
    private volatile boolean over;

    /** Begins at once; {@code waits}: only after the search, so that a run by steps can be repeated. */
    BoundAlongside(Layout layout, long reached, boolean waits) {
        this.reached = reached;
        bound = new LowerBound(layout, List.of(layout.movable));
        thread = new Thread(() -> bound.climb(() -> this.reached, () -> !over), "lower bound");
        thread.setDaemon(true);
        if (!waits && Runtime.getRuntime().availableProcessors() > 1) {
            thread.start();
        }
    }

    /** The search has found a plan of all these tasks with this soft score. */
    void reached(long soft) {
        reached = soft;
    }

    /**
     * What is proven for plans that place the tasks of {@code best}, after at most so many more seconds and rounds; empty where
     * that is nothing.
     */
    OptionalLong proven(Occupancy best, double seconds, int rounds) {
        close();
        boolean same = bound.isFor(best::placed);
        if (!same) {
            bound.restrict(best::placed);
        }
        if (!same || bound.rounds() == 0) {
            long end = System.nanoTime() + (long) Math.min(Long.MAX_VALUE / 4, seconds * 1e9);
            int last = bound.rounds() + rounds;
            bound.climb(best::soft, () -> bound.rounds() < last && System.nanoTime() < end);
        }
        OptionalLong proven = bound.proven();
        return proven.isEmpty() ? proven : OptionalLong.of(Math.min(best.soft(), proven.getAsLong()));
    }

    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
