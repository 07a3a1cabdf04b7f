package jp.mimamori.decision.drools;

import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.RiskSpace;

/**
 * The risk inputs of a case, some of which may be unknown: the states it is read as.
 *
 * @param low     with every missing answer at its most harmless value, as a number of {@link RiskSpace}
 * @param high    with every missing answer at its cautious value
 * @param missing a bit for each unknown input, in the policy's order
 */
record Given(int low, int high, int missing) {

    /** @param cautious the place of each input's cautious value among its answers */
    static Given of(Facts facts, int[] cautious) {
        return new Reader(cautious).add(facts.safety()).add(facts.operation()).add(facts.exposure()).add(facts.exploitation())
                .add(facts.support()).add(facts.leak()).add(facts.cvssBand()).add(facts.automatable())
                .add(facts.attackVector()).given();
    }

    /** The state of this number in {@link RiskSpace}, unknowns included. */
    static Given of(int state, int[] cautious) {
        Reader reader = new Reader(cautious);
        for (int input = 0; input < RiskSpace.INPUTS; input++) {
            reader.add(RiskSpace.value(state, input));
        }
        return reader.given();
    }

    /** The same {@code more} states further on: each kind of asset may have the whole space to itself. */
    Given shifted(int more) {
        return more == 0 ? this : new Given(low + more, high + more, missing);
    }

    boolean isMissing(int input) {
        return (missing >> input & 1) != 0;
    }

    /** Adds up the inputs in the policy's order. */
    private static final class Reader {

        private final int[] cautious;
        private int input;
        private int low;
        private int high;
        private int missing;

        Reader(int[] cautious) {
            this.cautious = cautious;
        }

        Reader add(Enum<?> value) {
            return add(value.ordinal());
        }

        Reader add(int value) {
            int stride = RiskSpace.knownStride(input);
            if (value == RiskSpace.known(input)) {
                high += cautious[input] * stride;
                missing |= 1 << input;
            } else {
                low += value * stride;
                high += value * stride;
            }
            input++;
            return this;
        }

        Given given() {
            return new Given(low, high, missing);
        }
    }
}
