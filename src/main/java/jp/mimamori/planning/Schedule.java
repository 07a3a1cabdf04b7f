package jp.mimamori.planning;

import java.time.LocalDateTime;
import java.util.List;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * The windows found for a {@link Problem}, in the shape of {@code scheduling.md}'s result.
 *
 * @param problem     the problem's id
 * @param feasible    whether no hard constraint is broken; a result never has {@code feasible} false
 * @param bound       a proven lower bound on the soft score; null where none was computed
 * @param assignments tasks with a window, in the order of their start
 * @param unassigned  tasks without one, and why
 * @param changes     what moved against the published plan
 * @param byHand      what planning by hand would have come to; null where that was not tried
 */
public record Schedule(String problem, boolean feasible, Score score, @Nullable Bound bound, List<Assignment> assignments,
        List<Unassigned> unassigned, List<Moved> changes, Run solver, @Nullable ByHand byHand) {

    public Schedule {
        assignments = List.copyOf(assignments);
        unassigned = List.copyOf(unassigned);
        changes = List.copyOf(changes);
    }

    /** Without a comparison with planning by hand. */
    public Schedule(String problem, boolean feasible, Score score, @Nullable Bound bound, List<Assignment> assignments,
            List<Unassigned> unassigned, List<Moved> changes, Run solver) {
        this(problem, feasible, score, bound, assignments, unassigned, changes, solver, null);
    }

    /** This schedule beside what planning by hand would have come to. */
    public Schedule beside(ByHand hand) {
        return new Schedule(problem, feasible, score, bound, assignments, unassigned, changes, solver, hand);
    }

    /**
     * How much dearer than the best possible plan of the same tasks this one is at the most, as a share of the bound (0.05 is
     * 5 %); null where no bound above zero is known.
     */
    public @Nullable Double gap() {
        return bound == null || bound.soft() <= 0 ? null : (double) (score.soft() - bound.soft()) / bound.soft();
    }

    /** Penalties; lower is better, hard before medium before soft. */
    public record Score(long hard, long medium, long soft, Parts parts) {
    }

    /** The soft score by its parts; {@code inspection}, {@code avoid} and {@code spread} are zero unless they weigh something. */
    public record Parts(long exposure, long late, long displaced, long premium, long visit, long stability, long inspection,
            long avoid, long spread) {

        /** Without the further terms. */
        public Parts(long exposure, long late, long displaced, long premium, long visit, long stability) {
            this(exposure, late, displaced, premium, visit, stability, 0, 0, 0);
        }

        /** What the six terms of the public contract come to, which every independent count of a plan gives. */
        public long contract() {
            return exposure + late + displaced + premium + visit + stability;
        }

        public long sum() {
            return exposure + late + displaced + premium + visit + stability + inspection + avoid + spread;
        }
    }

    /** No plan that places the same tasks costs less; {@code how} it was proven. */
    public record Bound(long soft, Message how) {
    }

    /**
     * The plan that somebody makes by hand: the weightiest task first, each at the cheapest hour that is still free.
     *
     * @param unplaced tasks it leaves without a window; its soft score is for the others only
     */
    public record ByHand(int unplaced, Score score) {
    }

    /**
     * A window {@code [start, end)}; {@code staff} in the order of the task's roles.
     *
     * @param alternatives the next-best windows of this task with every other window as it is, the cheapest first; each on a
     *                     day of its own
     */
    public record Assignment(String task, int start, int end, LocalDateTime startTime, LocalDateTime endTime,
            List<String> staff, List<Why> why, List<Alternative> alternatives) {
        public Assignment {
            staff = List.copyOf(staff);
            why = List.copyOf(why);
            alternatives = List.copyOf(alternatives);
        }

        /** A window of which no alternatives are known, such as one out of a published plan. */
        public Assignment(String task, int start, int end, LocalDateTime startTime, LocalDateTime endTime, List<String> staff,
                List<Why> why) {
            this(task, start, end, startTime, endTime, staff, why, List.of());
        }
    }

    /**
     * Another window a task could have.
     *
     * @param soft  what the whole plan would cost more; below 0 where it would cost less
     * @param parts the same by part, those that differ; they add up to {@code soft}
     * @param text  the whole in one sentence
     */
    public record Alternative(int start, int end, LocalDateTime startTime, LocalDateTime endTime, List<String> staff, long soft,
            List<Why> parts, Message text) {
        public Alternative {
            staff = List.copyOf(staff);
            parts = List.copyOf(parts);
        }
    }

    /** What a window costs, and in words why. */
    public record Why(String constraint, long soft, Message text) {
    }

    /**
     * A task without a window.
     *
     * @param wouldHelp   what would make one, in words; or that it was not tried
     * @param relaxations the same as data, what asks least of people first; each was tried
     */
    public record Unassigned(String task, List<Obstacle> reasons, List<Message> wouldHelp, List<Relaxation> relaxations) {
        public Unassigned {
            reasons = List.copyOf(reasons);
            wouldHelp = List.copyOf(wouldHelp);
            relaxations = List.copyOf(relaxations);
        }

        /** A task for which nothing was tried. */
        public Unassigned(String task, List<Obstacle> reasons, List<Message> wouldHelp) {
            this(task, reasons, wouldHelp, List.of());
        }
    }

    /**
     * A way to a window that was tried: with all of {@code asks} granted, and everything else as it is, the whole plan with
     * this window was counted again and breaks nothing.
     *
     * @param asks  what has to be granted, all of it together
     * @param moved where tasks go that have to make room
     * @param soft  what the soft score of the whole plan would be more
     * @param text  the whole in one sentence
     */
    public record Relaxation(List<Ask> asks, int start, int end, LocalDateTime startTime, LocalDateTime endTime,
            List<String> staff, List<ExactScore.Placement> moved, long soft, Message text) {
        public Relaxation {
            asks = List.copyOf(asks);
            staff = List.copyOf(staff);
            moved = List.copyOf(moved);
        }
    }

    /**
     * One thing asked of people, in grains {@code [from, to)}.
     *
     * @param kind     such as {@code vendor visit} or {@code longer shift}; a limit goes up by one
     * @param subjects ids of whom or what it is asked: person, vendor, device, site, group, task or roles
     * @param at       where it goes instead, for what is moved; null otherwise
     */
    public record Ask(String kind, List<String> subjects, int from, int to, @Nullable Integer at, Message text) {
        public Ask {
            subjects = List.copyOf(subjects);
        }
    }

    /** A constraint in the way, counted over the task's candidate starts, and who or what blocks. */
    public record Obstacle(String constraint, Message text, List<String> blockedBy) {
        public Obstacle {
            blockedBy = List.copyOf(blockedBy);
        }
    }

    public record Moved(String task, @Nullable Integer from, @Nullable Integer to, Message why) {
    }

    /** {@code stoppedBecause}: {@code time}, {@code steps}, {@code optimal}, {@code cancelled} or {@code nothing to plan}. */
    public record Run(double seconds, long scoreCalculations, String stoppedBecause) {
    }
}
