package jp.mimamori.windows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the queue is asked to plan.
 *
 * @param seconds  how long to search, above 0
 * @param weeks    how far the plan looks
 * @param plan     the draft to go on from; null for another mode
 * @param edition  of that draft
 * @param happened since the plan was published; for {@link Mode#REPLAN}
 */
public record ScheduleOrder(Mode mode, double seconds, int weeks, @Nullable Long plan, @Nullable Long edition, List<Incident> happened) {

    /** From nothing, from the draft, or against the published plan. */
    public enum Mode { NEW, CONTINUE, REPLAN }

    public static final double MOST_SECONDS = 3600;

    public ScheduleOrder {
        happened = List.copyOf(happened);
        if (!(seconds > 0 && seconds <= MOST_SECONDS) || (mode == Mode.CONTINUE) != (plan != null && edition != null)) {
            throw new IllegalArgumentException("no order: " + mode + " " + seconds);
        }
    }
}
