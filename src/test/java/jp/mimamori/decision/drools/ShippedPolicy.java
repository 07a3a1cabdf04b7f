package jp.mimamori.decision.drools;

import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;

/** The shipped policy, compiled once for all tests. */
public final class ShippedPolicy {

    private static final DroolsEngine ENGINE = load();

    private ShippedPolicy() {
    }

    public static DroolsEngine engine() {
        return ENGINE;
    }

    private static DroolsEngine load() {
        try {
            return DroolsEngine.of(PolicyLoader.load(Shelf.shipped()));
        } catch (PolicyException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
