package jp.mimamori.inventory;

/**
 * A risk input whose known values are declared from low to high risk, with {@code UNKNOWN} last. Implemented by
 * enumerations only.
 */
public interface RiskLevel {

    String name();

    int ordinal();

    /** False for {@code UNKNOWN}. */
    default boolean isKnown() {
        return !name().equals("UNKNOWN");
    }

    /**
     * Whether this value is known and at least as high as {@code floor}.
     *
     * @throws IllegalArgumentException where {@code floor} itself is unknown
     */
    default boolean isAtLeast(RiskLevel floor) {
        if (!floor.isKnown() || floor.getClass() != getClass()) {
            throw new IllegalArgumentException(floor + " is no level of " + getClass().getSimpleName());
        }
        return isKnown() && ordinal() >= floor.ordinal();
    }
}
