package jp.mimamori.decision.drools;

import jp.mimamori.decision.Approver;
import org.jspecify.annotations.Nullable;

/**
 * An approver that a rule claims.
 *
 * @param days days after which an acceptance ends; null where nothing is accepted
 */
public record Signature(Approver approver, @Nullable Integer days) {
}
