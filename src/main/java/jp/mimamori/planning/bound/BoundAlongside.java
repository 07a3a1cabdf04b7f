package jp.mimamori.planning.bound;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.timetable.Crews;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/**
 * The {@link LowerBound} while the search runs: on a machine with a second processor it climbs there, for all tasks that could
 * have a window, and is ready when the search is. Where tasks remain without one, or there is no second processor, it goes on
 * after the search.
 */
public final class BoundAlongside implements AutoCloseable {

    /** The share of a processor it takes while two searches run, after what it takes at once. */
    private static final double SHARE = 0.2;
    private static final long AT_ONCE_NANOS = 300_000_000L;
    private static final long NAP_NANOS = 20_000_000L;

    private final Layout layout;
    private final @Nullable Thread thread;
    private @Nullable LowerBound bound;
    private final long settingUp;
    private final boolean late;
    private volatile long reached;
    private volatile boolean over;
    private volatile long soFar;

    /**
     * Begins as soon as its share allows, and not at all where that would be in the second half of {@code seconds}: then it could
     * only set itself up.
     *
     * @param laidOut seconds it took to lay the problem out; setting the prices up takes about as long
     * @param waits   whether it climbs only after the search, so that a run by steps can be repeated
     */
    public BoundAlongside(Layout layout, double laidOut, double seconds, long reached, boolean waits) {
        this.layout = plain(layout);
        this.settingUp = (long) (laidOut * 1e9);
        this.late = (laidOut - AT_ONCE_NANOS / 1e9) / SHARE > seconds / 2;
        this.reached = reached;
        thread = waits || Runtime.getRuntime().availableProcessors() < 2 ? null : new Thread(this::climb, "lower bound");
        if (thread != null) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Costs of the further terms are left out, so that what is proven holds for the contract's score as well as for the whole. */
    private static Layout plain(Layout layout) {
        Problem.Weights weights = layout.problem.weights();
        return weights.equals(weights.plain()) ? layout : new Layout(layout.problem.with(weights.plain()));
    }

    private void climb() {
        long began = System.nanoTime();
        long[] rested = {late ? 0 : rest(settingUp, 0)};
        if (late || over) {
            return;
        }
        var climbing = new LowerBound(layout, List.of(layout.movable));
        bound = climbing;
        climbing.climb(() -> reached, () -> {
            soFar = Math.max(0, climbing.proven().orElse(0));
            rested[0] += rest(System.nanoTime() - began, rested[0]);
            return !over;
        });
    }

    /** Leaves the processor to the search where it has had its share of it already; returns for how long, in nanoseconds. */
    private long rest(long elapsed, long rested) {
        long owed = (long) ((elapsed - rested - AT_ONCE_NANOS) / SHARE) - elapsed;
        long until = System.nanoTime() + owed;
        while (!over && System.nanoTime() < until) {
            LockSupport.parkNanos(Math.min(NAP_NANOS, until - System.nanoTime()));
        }
        return Math.max(0, owed);
    }

    /** What is proven by now for plans of all these tasks; 0 where nothing is. */
    public long soFar() {
        return soFar;
    }

    /** Whether it does its work beside the search, so that only tasks without a window take time afterwards. */
    public boolean alongside() {
        return thread != null;
    }

    /** The search has found a plan of all these tasks with this soft score. */
    public void reached(long soft) {
        reached = soft;
    }

    /**
     * What is proven for plans that place the tasks of {@code best}, after at most so many more seconds and rounds; empty where
     * that is nothing.
     */
    public OptionalLong proven(Occupancy best, double seconds, int rounds) {
        close();
        if (bound == null && thread != null) {
            return OptionalLong.of(Math.min(best.soft(), cheapest(best)));
        }
        LowerBound climbed = bound == null ? new LowerBound(layout, List.of(layout.movable)) : bound;
        boolean same = climbed.isFor(best::placed);
        if (!same) {
            climbed.restrict(best::placed);
        }
        if (!same || climbed.rounds() == 0) {
            long end = System.nanoTime() + (long) Math.min(Long.MAX_VALUE / 4, seconds * 1e9);
            int last = climbed.rounds() + rounds;
            climbed.climb(best::soft, () -> climbed.rounds() < last && System.nanoTime() < end);
        }
        OptionalLong proven = climbed.proven();
        return proven.isEmpty() ? proven : OptionalLong.of(Math.min(best.soft(), proven.getAsLong()));
    }

    /** What is proven without any climbing: no task costs less than its cheapest start. */
    private long cheapest(Occupancy best) {
        List<Job> placed = Arrays.stream(layout.jobs).filter(best::placed).toList();
        boolean sampled = placed.stream().anyMatch(Crews::sampled);
        return placed.stream().mapToLong(job -> layout.cost(job, PricedTask.starts(layout, job, sampled)[0])).sum();
    }

    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
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
