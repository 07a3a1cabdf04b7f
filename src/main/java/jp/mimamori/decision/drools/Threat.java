package jp.mimamori.decision.drools;

import jp.mimamori.decision.HumanImpact;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;

/** Asked of the rules: how urgent? */
public record Threat(Exploitation exploitation, Exposure reach, Automatable automation, CvssBand cvss,
        HumanImpact impact, Claims claims) {
}
