package jp.mimamori.decision;

import jp.mimamori.ledger.Treatment;

/**
 * A single change of one input and the outcome it would give.
 *
 * @param input     the input, as in {@code decide}'s JSON
 * @param from      its value now
 * @param to        the value it would have
 * @param direction whether the outcome would be milder or more urgent
 */
public record Change(String input, String from, String to, Direction direction, Treatment treatment, Urgency urgency) {

    public enum Direction {
        LOWER,
        RAISE
    }
}
