package jp.mimamori.policy.diff;

import jp.mimamori.decision.table.Control;
import org.jspecify.annotations.Nullable;

/** An entry of the control catalogue that is otherwise; null where an edition does not have it. */
public record ControlChange(Kind kind, String code, @Nullable Control before, @Nullable Control after) {
}
