package jp.mimamori.decision.drools;

import jp.mimamori.decision.Facts;

/**
 * The floor of deciding: the policy written out in plain Java, as the tests hold it against the rules. It gives treatment,
 * urgency, range, days, controls and approver, but neither claims nor reasons nor dates, so it does less than the engine.
 */
public final class PlainJavaFloor {

    private PlainJavaFloor() {
    }

    /** The answer, opaque here: only that it was made counts. */
    public static Object decide(Facts facts) {
        return HandWrittenPolicy.decide(facts);
    }
}
