package jp.mimamori.planning;

import java.util.function.Consumer;

/** Finds windows for a planning problem. */
public interface Planner {

    /**
     * The best schedule found within {@code effort}; never one that breaks a hard constraint. Interrupting the thread ends the
     * search early: the best so far is returned, it says {@code cancelled}, and the interrupt is taken as obeyed.
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

    /**
     * How far the search is: penalties of the best schedule so far, tasks without a window, seconds gone.
     *
     * @param bound what the soft score of any plan that places the same tasks costs at the least; null where nobody knows
     */
    record Progress(long hard, long medium, long soft, int unplaced, double seconds,
            @org.jspecify.annotations.Nullable Long bound) {

        public Progress(long hard, long medium, long soft, int unplaced, double seconds) {
            this(hard, medium, soft, unplaced, seconds, null);
        }

        /** By how much, as a share, the best schedule can be above the best possible at the most; empty where nobody knows. */
        public java.util.OptionalDouble gap() {
            return bound == null || bound <= 0 ? java.util.OptionalDouble.empty()
                    : java.util.OptionalDouble.of((double) soft / bound - 1);
        }
    }
}
