package jp.mimamori.inventory;

/** Patient-safety impact: the worst credible harm to a patient, in the severity words of ISO 14971. */
public enum Safety implements RiskLevel {
    NEGLIGIBLE,
    MINOR,
    SERIOUS,
    CRITICAL,
    CATASTROPHIC,
    UNKNOWN
}
