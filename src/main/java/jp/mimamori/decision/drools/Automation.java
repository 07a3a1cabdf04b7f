package jp.mimamori.decision.drools;

import jp.mimamori.inventory.Exposure;
import jp.mimamori.vulnerability.Automatable;

/** Asked of the rules: can the attack be automated within its reach? */
public record Automation(Exposure reach, Automatable automatable, Claims claims) {
}
