package jp.mimamori.decision;

import jp.mimamori.ledger.Treatment;

/**
 * A single change and the outcome it would give.
 *
 * @param input     the input, as in {@code decide}'s JSON; {@link #CONTROLS} where controls would be verified
 * @param from      its value now; of controls, those a mitigation needs ({@code C1|C2|C8;C7})
 * @param to        the value it would have
 * @param direction what would become of the outcome
 * @param treatment what would be done
 */
public record Change(String input, String from, String to, Direction direction, Treatment treatment, Urgency urgency) {

    /** The controls that a mitigation needs. */
    public static final String CONTROLS = "controls";
    /** What they would be: verified by a named person with evidence. */
    public static final String VERIFIED = "VERIFIED";

    public enum Direction {
        /** Milder. */
        LOWER,
        /** More urgent, or no longer to be accepted. */
        RAISE,
        /** As urgent as before, but fixed instead of mitigated. */
        FIX_POSSIBLE,
        /** As urgent as before; what risk is left after the mitigation is put before the committee and the director. */
        RESIDUAL_ACCEPTANCE
    }
}
