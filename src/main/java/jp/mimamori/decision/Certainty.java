package jp.mimamori.decision;

/** Whether a missing answer could still change the urgency; the stricter answer is declared last. */
public enum Certainty {
    CONFIRMED,
    /** 暫定 */
    PROVISIONAL
}
