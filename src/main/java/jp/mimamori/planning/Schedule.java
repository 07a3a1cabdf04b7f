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
 */
public record Schedule(String problem, boolean feasible, Score score, @Nullable Bound bound, List<Assignment> assignments,
        List<Unassigned> unassigned, List<Moved> changes, Run solver) {

    public Schedule {
        assignments = List.copyOf(assignments);
        unassigned = List.copyOf(unassigned);
        changes = List.copyOf(changes);
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

        public long sum() {
            return exposure + late + displaced + premium + visit + stability + inspection + avoid + spread;
        }
    }

    /** No plan that places the same tasks costs less; {@code how} it was proven. */
    public record Bound(long soft, Message how) {
    }

    /** A window {@code [start, end)}; {@code staff} in the order of the task's roles. */
    public record Assignment(String task, int start, int end, LocalDateTime startTime, LocalDateTime endTime,
            List<String> staff, List<Why> why) {
        public Assignment {
            staff = List.copyOf(staff);
            why = List.copyOf(why);
        }
    }

    /** What a window costs, and in words why. */
    public record Why(String constraint, long soft, Message text) {
    }

    public record Unassigned(String task, List<Obstacle> reasons, List<Message> wouldHelp) {
        public Unassigned {
            reasons = List.copyOf(reasons);
            wouldHelp = List.copyOf(wouldHelp);
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
