package jp.mimamori.planning;

import java.util.function.Consumer;

/** Finds windows for a planning problem. */
public interface Planner {

    /**
     * The best schedule found within {@code effort}; never one that breaks a hard constraint.
     *
     * @param progress is told of each new best schedule, and at least once a second that the search is alive
     * @throws InvalidProblemException where the problem contradicts itself
     */
    Schedule plan(Problem problem, Effort effort, Consumer<Progress> progress) throws InvalidProblemException;

    /**
     * How long to search.
     *
     * @param seconds wall-clock seconds, above 0
     * @param seed    same seed and same steps give the same plan
     * @param steps   stop after so many steps; null to stop by time only
     */
    record Effort(double seconds, long seed, @org.jspecify.annotations.Nullable Integer steps) {
    }

    /** How far the search is: penalties of the best schedule so far, tasks without a window, seconds gone. */
    record Progress(long hard, long medium, long soft, int unplaced, double seconds) {
    }
}
