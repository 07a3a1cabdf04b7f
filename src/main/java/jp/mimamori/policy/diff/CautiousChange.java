package jp.mimamori.policy.diff;

import jp.mimamori.decision.table.Input;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/**
 * Another value to be assumed while an answer is missing.
 *
 * @param input a risk input; {@code URGENCY} is the highest urgency that missing answers alone can give
 * @param from  where it stands in the first edition; null where the sheet does not show
 */
public record CautiousChange(Input input, Enum<?> before, Enum<?> after, @Nullable Place from, @Nullable Place to) {

    /** A lower value is milder. */
    public Direction direction() {
        return Direction.of(after.ordinal() - before.ordinal());
    }
}
