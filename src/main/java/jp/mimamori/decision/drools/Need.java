package jp.mimamori.decision.drools;

/**
 * A control that a rule claims.
 *
 * @param controls a code, or alternatives separated by {@code |}
 * @param order    place in the list; small numbers come first
 */
public record Need(String controls, int order) {
}
