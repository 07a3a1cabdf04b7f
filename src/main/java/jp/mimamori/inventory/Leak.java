package jp.mimamori.inventory;

/** Information-leak impact: how much patient information the device holds. */
public enum Leak implements RiskLevel {
    NONE,
    /** One device's worth, a short worklist. */
    PHI_LIMITED,
    /** An archive or a database. */
    PHI_MASS,
    UNKNOWN
}
