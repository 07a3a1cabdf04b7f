package jp.mimamori.decision;

/** Whether the risk may be accepted as it is; the stricter answer is declared last. */
public enum Acceptability {
    POSSIBLE,
    EXCLUDED
}
