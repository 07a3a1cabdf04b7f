package jp.mimamori.decision.drools;

import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Treatment;

/** Asked of the rules: who signs, and for how long? */
public record Approval(Treatment treatment, Urgency urgency, Asset asset, Safety safety, Leak leak,
        Support support, Claims claims) {
}
