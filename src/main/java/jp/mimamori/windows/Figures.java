package jp.mimamori.windows;

import jp.mimamori.planning.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * How good a plan is.
 *
 * @param bound    no plan of the same tasks that keeps the same pins costs less; null where nothing is proven
 * @param unplaced tasks without a window; their risk is {@code score.medium}
 * @param byHand   what planning by hand would have come to; null where that was not tried
 */
public record Figures(Schedule.Score score, Schedule.@Nullable Bound bound, int unplaced, int placed, Schedule.@Nullable ByHand byHand) {

    /** How much dearer than the best possible it can be at the most, as a share; null where nothing is proven. */
    public @Nullable Double gap() {
        return bound == null || bound.soft() <= 0 ? null : Math.max(0, (double) (score.soft() - bound.soft()) / bound.soft());
    }
}
