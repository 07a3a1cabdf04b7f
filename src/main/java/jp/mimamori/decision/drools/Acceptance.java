package jp.mimamori.decision.drools;

import jp.mimamori.decision.Certainty;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;

/** Asked of the rules: may the risk be accepted as it is? */
public record Acceptance(Urgency urgency, Certainty certainty, Safety safety, Leak leak, Support support,
        Exposure exposure, Claims claims) {
}
