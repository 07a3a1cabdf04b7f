package jp.mimamori.planning;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds windows again while a plan is published, without upsetting what people already agreed. */
public interface Replanner {

    /**
     * At first the answer that keeps every published window that is still possible, then, where {@code effort} is given, a
     * second proposal that is never worse.
     *
     * @param effort   for the second proposal; null for the first answer only
     * @param progress is told as {@link Planner#plan} tells it
     * @throws InvalidProblemException where the problem contradicts itself
     */
    Replanned replan(Revision revision, Planner.@Nullable Effort effort, Consumer<Planner.Progress> progress)
            throws InvalidProblemException;
}
