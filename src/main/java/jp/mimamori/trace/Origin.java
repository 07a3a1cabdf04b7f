package jp.mimamori.trace;

/** Where an input of a decision came from. */
public enum Origin {
    /** The vulnerability ledger says so. */
    LEDGER,
    /** The device inventory says so. */
    INVENTORY,
    /** A feed says so: KEV, EPSS, an advisory. */
    FEED,
    /** The default of the device's category (推定). */
    CATEGORY_DEFAULT,
    /** Derived by a rule from something that hints at it (推定). */
    ESTIMATE,
    /** Nobody says. */
    UNKNOWN;

    /** Whether the value must be marked 推定. */
    public boolean isEstimate() {
        return this == CATEGORY_DEFAULT || this == ESTIMATE;
    }
}
