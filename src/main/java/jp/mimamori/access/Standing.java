package jp.mimamori.access;

/**
 * How an account stands at this moment.
 *
 * @param number     a session that began with another one is over
 * @param mustChange whether its password is one that somebody else has seen, good only for choosing a new one
 */
public record Standing(boolean active, long number, boolean mustChange) {
}
