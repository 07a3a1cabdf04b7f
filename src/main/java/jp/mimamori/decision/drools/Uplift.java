package jp.mimamori.decision.drools;

import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Support;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;

/** Asked of the rules: does the end of support raise the urgency claimed so far? */
public record Uplift(Support support, Exposure reach, Urgency urgency, CvssBand cvss,
        Exploitation exploitation, AttackVector attackVector, Claims claims) {
}
