package jp.mimamori.decision.drools;

import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;

/** Asked of the rules: what does the mitigation consist of? */
public record Mitigation(Treatment treatment, Exposure exposure, Safety safety, Operation operation,
        Support support, Patch patch, Exploitation exploitation, Claims claims) {
}
