package jp.mimamori.decision.drools;

import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.ledger.Treatment;

/** Asked of the rules: by when? */
public record Deadline(Treatment treatment, Urgency urgency, Asset asset, Claims claims) {
}
