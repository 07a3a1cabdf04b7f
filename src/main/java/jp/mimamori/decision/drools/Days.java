package jp.mimamori.decision.drools;

import org.jspecify.annotations.Nullable;

/**
 * A deadline that a rule claims, in calendar days from discovery; null is none.
 *
 * @param due     for the treatment
 * @param interim for an interim mitigation until then
 */
public record Days(@Nullable Integer due, @Nullable Integer interim) {
}
