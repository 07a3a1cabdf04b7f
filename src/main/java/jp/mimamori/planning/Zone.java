package jp.mimamori.planning;

/** How firmly a published window stands: the nearer, the firmer. */
public enum Zone {
    /** Does not move unless it became impossible. */
    FROZEN,
    /** Moves where it became impossible, or where other work would have no window otherwise. */
    FIRM,
    /** Moves where the plan gets better by more than a move costs. */
    FREE;

    /** The zone of a visit agreed with a vendor: one step firmer. */
    Zone agreed() {
        return this == FREE ? FIRM : FROZEN;
    }
}
