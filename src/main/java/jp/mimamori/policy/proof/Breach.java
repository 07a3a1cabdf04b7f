package jp.mimamori.policy.proof;

/**
 * Two states of the risk inputs, one input apart, of which the second is treated better than it may be.
 *
 * @param kind  in what way
 * @param input the input they differ in, by its place among the risk inputs
 * @param from  the state to compare with
 * @param to    the state that breaks the property
 */
record Breach(Kind kind, int input, int from, int to) {

    enum Kind {
        /** Raised, and less urgent. */
        RAISED_URGENCY(Property.MONOTONE),
        /** Raised, and accepted all of a sudden. */
        RAISED_ACCEPTED(Property.MONOTONE),
        /** Unknown, and less urgent than at its most harmless value. */
        HARMLESS_URGENCY(Property.CAUTIOUS),
        /** Unknown and accepted, but not at its most harmless value. */
        HARMLESS_ACCEPTED(Property.CAUTIOUS),
        /** Unknown and accepted, but not at its cautious value. */
        CAUTIOUS_ACCEPTED(Property.CAUTIOUS),
        /** Immediate only because it is unknown. */
        UNKNOWN_IMMEDIATE(Property.CAUTIOUS);

        private final Property property;

        Kind(Property property) {
            this.property = property;
        }

        Property property() {
            return property;
        }

        boolean isAcceptance() {
            return this == RAISED_ACCEPTED || this == HARMLESS_ACCEPTED || this == CAUTIOUS_ACCEPTED;
        }
    }
}
