package jp.mimamori.planning.hand;

import java.util.List;
import jp.mimamori.language.Message;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Schedule.Alternative;
import jp.mimamori.planning.Schedule.Obstacle;
import jp.mimamori.planning.Schedule.Score;
import jp.mimamori.planning.Schedule.Why;
import org.jspecify.annotations.Nullable;

/**
 * What moving one window by hand would mean.
 *
 * @param from    where the task is now, with its people; null where it has no window
 * @param to      where it would be; its people are chosen: those of now where they can come
 * @param against what stands against it; where anything does, the move is refused
 * @param before  the exact score of the plan as it is
 * @param after   the exact score with the move; null where it is refused
 * @param text    the difference in one sentence; null where it is refused, or the task has no window now
 * @param parts   the difference by part, in words; empty where {@code text} is null
 * @param others  the next-best windows of the task with everything else as it is, beside where it is now
 * @param nearest where the move is refused: the nearest windows before and after that would do
 */
public record Look(String task, @Nullable Placement from, Placement to, List<Obstacle> against, Score before, @Nullable Score after,
        @Nullable Message text, List<Why> parts, List<Alternative> others, List<Placement> nearest) {

    public Look {
        against = List.copyOf(against);
        parts = List.copyOf(parts);
        others = List.copyOf(others);
        nearest = List.copyOf(nearest);
    }

    public boolean isRefused() {
        return after == null;
    }
}
