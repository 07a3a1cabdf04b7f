package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.HumanImpact;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.vulnerability.Automatable;
import org.jspecify.annotations.Nullable;

/**
 * One way through the questions on urgency, with every input known.
 *
 * @param urgency the maximum of all claims
 */
record Pass(Situation situation, Urgency urgency, Why why) {

    private static final Answer<Urgency> NOTHING = new Answer<>(Urgency.DEFER, List.of(), List.of());

    /**
     * @param asset null where nothing claims by the kind of asset
     * @param cap   the most that missing answers alone may claim
     */
    static Pass through(Policy policy, RuleSession rules, Situation s, @Nullable Asset asset, Urgency cap) {
        Answer<Exposure> limit = policy.reach.of(rules, s.attackVector());
        Exposure reach = s.exposure().compareTo(limit.value()) <= 0 ? s.exposure() : limit.value();
        Answer<Automatable> automatic = policy.automation.of(rules, reach, s.automatable());
        Automatable automation = s.automatable().compareTo(automatic.value()) <= 0 ? s.automatable() : automatic.value();
        Answer<HumanImpact> harm = policy.harm.of(rules, s.safety(), s.operation(), s.leak());
        Answer<Urgency> threat = policy.threat.of(rules, s.exploitation(), reach, automation, s.cvss(), harm.value());
        Answer<Urgency> further = asset == null ? NOTHING
                : policy.further.of(rules, asset, s.exploitation(), s.exposure(), s.automatable(), s.cvss());
        Urgency claimed = threat.value().max(further.value());
        Answer<Urgency> uplift = policy.uplift.of(rules, s.support(), reach, claimed, s.cvss(), s.exploitation(),
                s.attackVector());

        List<Reason> origins = new ArrayList<>(4);
        if (!harm.reasons().isEmpty()) {
            origins.add(harm.reasons().get(0)); // others say the same again
        }
        if (reach != s.exposure()) {
            origins.addAll(limit.reasons());
        }
        if (automation != s.automatable()) {
            origins.addAll(automatic.reasons());
        }
        return new Pass(s, claimed.max(uplift.value()), Why.of(threat, further, uplift, cap, origins));
    }
}
