package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.Certainty;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/** Works out one state: urgency at the lowest and at the cautious values, then treatment, deadline, controls and approval. */
final class Judgement {

    private final Policy policy;
    private final Unknowns unknowns;
    private final RuleSession rules;
    private final Explanation words;

    Judgement(Policy policy, Unknowns unknowns, RuleSession rules, Explanation words) {
        this.policy = policy;
        this.unknowns = unknowns;
        this.rules = rules;
        this.words = words;
    }

    /** From the most harmless to the cautious reading. */
    Range range(Situation situation) {
        Pass low = Pass.through(policy, rules, situation.lowest());
        Pass high = Pass.through(policy, rules, situation.cautious(unknowns.cautious()));
        return new Range(low, high, low.urgency().max(high.urgency().min(unknowns.cap())));
    }

    record Range(Pass low, Pass high, Urgency urgency) {

        boolean provisional() {
            return low.urgency() != high.urgency();
        }

        /** The reading that carries the urgency: the harmless one where it suffices. */
        Pass deciding() {
            return low.urgency() == urgency ? low : high;
        }
    }

    Outcome decide(Facts facts) {
        Situation given = Situation.of(facts);
        Range range = range(given);
        Situation careful = range.high().situation();
        Urgency urgency = range.urgency();

        Answer<Acceptability> acceptable = acceptable(range);
        Answer<Treatment> handling = policy.handling.of(rules, facts.patch(), acceptable.value(), facts.cost());
        Treatment treatment = handling.value();
        Answer<Days> deadline = policy.deadline.of(rules, treatment, urgency, facts.asset());
        Answer<List<Need>> needs = needs(treatment, careful, facts);
        Answer<Signature> approval = policy.approval.of(rules, treatment, urgency, facts.asset(), careful.safety(),
                careful.leak(), careful.support());

        List<Reason> reasons = new ArrayList<>();
        List<Answer.Fired> claims = claims(range);
        claims.forEach(claim -> reasons.add(claim.reason()));
        whyUrgent(range.deciding(), reasons);
        new Missing(this).explain(given, range, unknowns, reasons);
        if (urgency == Urgency.DEFER) {
            reasons.addAll(acceptable.reasonsFor(acceptable.value()));
        }
        reasons.addAll(handling.reasonsFor(treatment));
        reasons.addAll(deadline.reasons());
        reasons.addAll(needs.reasons());
        if (deadline.value().interim() != null) {
            reasons.add(words.interim(deadline.fired(), standing(needs(Treatment.MITIGATE, careful, facts).value())));
        }
        reasons.addAll(approval.fired().stream()
                .filter(claim -> ((Signature) claim.outcome()).approver() == approval.value().approver())
                .map(Answer.Fired::reason).toList());

        return new Outcome(treatment, urgency, range.low().urgency(), range.high().urgency(),
                given.missing().stream().map(Judgement::name).toList(), deadline.value().due(), deadline.value().interim(),
                standing(needs.value()), actions(needs.value()), approval.value().approver(), approval.value().days(),
                claims.stream().map(claim -> new Claim(claim.rule(), ((Urgency) claim.outcome()).min(urgency))).toList(),
                reasons, mitigationDays(treatment, urgency, facts));
    }

    /** The days the table gives a mitigation of this urgency. */
    private @Nullable Integer mitigationDays(Treatment treatment, Urgency urgency, Facts facts) {
        return treatment == Treatment.ACCEPT ? null
                : policy.deadline.of(rules, Treatment.MITIGATE, urgency, facts.asset()).value().due();
    }

    /** Treatment and urgency alone. */
    DecisionEngine.Verdict verdict(Facts facts) {
        Range range = range(Situation.of(facts));
        Treatment treatment = policy.handling.of(rules, facts.patch(), acceptable(range).value(), facts.cost()).value();
        return new DecisionEngine.Verdict(treatment, range.urgency());
    }

    private Answer<Acceptability> acceptable(Range range) {
        Situation careful = range.high().situation();
        return policy.acceptance.of(rules, range.urgency(),
                range.provisional() ? Certainty.PROVISIONAL : Certainty.CONFIRMED, careful.safety(), careful.leak(),
                careful.support(), careful.exposure());
    }

    private Answer<List<Need>> needs(Treatment treatment, Situation careful, Facts facts) {
        return policy.mitigation.of(rules, treatment, careful.exposure(), careful.safety(), careful.operation(),
                careful.support(), facts.patch(), careful.exploitation());
    }

    /** The controls without the actions that only go along with them, each once. */
    private List<String> standing(List<Need> needs) {
        return needs.stream().map(Need::controls).filter(codes -> !words.isAction(codes)).distinct().toList();
    }

    /** The actions that go along with the treatment, each once. */
    private List<String> actions(List<Need> needs) {
        return needs.stream().map(Need::controls).filter(words::isAction).distinct().toList();
    }

    /** The claims of the deciding reading, the most urgent first. */
    private static List<Answer.Fired> claims(Range range) {
        List<Answer.Fired> claims = new ArrayList<>(range.deciding().threat().fired());
        claims.addAll(range.deciding().uplift().fired());
        claims.sort(Comparator.comparing((Answer.Fired claim) -> (Urgency) claim.outcome(), Urgency.mostUrgentFirst())
                .thenComparing(Answer.Fired::rule));
        return claims;
    }

    /** Where the reach and the human impact behind the claims come from. */
    private static void whyUrgent(Pass pass, List<Reason> reasons) {
        pass.harm().reasonsFor(pass.harm().value()).stream().limit(1).forEach(reasons::add); // others say the same again
        if (pass.reach() != pass.situation().exposure()) {
            reasons.addAll(pass.cap().reasonsFor(pass.cap().value()));
        }
        if (pass.situation().automatable().compareTo(pass.automation().value()) > 0) {
            reasons.addAll(pass.automation().reasons());
        }
    }

    /** What {@code decide}'s JSON calls a risk input. */
    static String name(Input risk) {
        return risk == Input.CVSS ? "cvssScore" : risk.property();
    }
}
