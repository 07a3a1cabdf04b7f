package jp.mimamori.decision.drools;

import jp.mimamori.decision.HumanImpact;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.vulnerability.Automatable;

/**
 * One way through the questions on urgency, with every input known.
 *
 * @param reach   exposure as far as the attack vector lets an attacker use it
 * @param urgency the maximum of all claims
 */
record Pass(Situation situation, Answer<Exposure> cap, Exposure reach, Answer<Automatable> automation,
        Answer<HumanImpact> harm, Answer<Urgency> threat, Answer<Urgency> uplift, Urgency urgency) {

    static Pass through(Policy policy, RuleSession rules, Situation s) {
        Answer<Exposure> cap = policy.reach.of(rules, s.attackVector());
        Exposure reach = s.exposure().compareTo(cap.value()) <= 0 ? s.exposure() : cap.value();
        Answer<Automatable> limit = policy.automation.of(rules, reach, s.automatable());
        Automatable automation = s.automatable().compareTo(limit.value()) <= 0 ? s.automatable() : limit.value();
        Answer<HumanImpact> harm = policy.harm.of(rules, s.safety(), s.operation(), s.leak());
        Answer<Urgency> threat = policy.threat.of(rules, s.exploitation(), reach, automation, s.cvss(), harm.value());
        Answer<Urgency> uplift = policy.uplift.of(rules, s.support(), reach, threat.value(), s.cvss(), s.exploitation(),
                s.attackVector());
        return new Pass(s, cap, reach, limit, harm, threat, uplift, threat.value().max(uplift.value()));
    }
}
