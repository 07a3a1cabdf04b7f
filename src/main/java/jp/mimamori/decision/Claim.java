package jp.mimamori.decision;

/** One rule's claim that the case is at least this urgent. The urgency of a case is the maximum of its claims. */
public record Claim(String rule, Urgency urgency) {
}
