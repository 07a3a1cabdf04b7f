package jp.mimamori.decision.drools;

import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;

/** Asked of the rules: what harm to people? */
public record Harm(Safety safety, Operation operation, Leak leak, Claims claims) {
}
