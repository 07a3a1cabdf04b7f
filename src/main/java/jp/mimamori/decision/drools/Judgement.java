package jp.mimamori.decision.drools;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.Certainty;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.inventory.Asset;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * Works out one state: urgency at the lowest and at the cautious values, then treatment, deadline, controls and approval. Every
 * way through the questions on urgency is kept, so that the next state that comes by it only looks it up.
 */
final class Judgement {

    private final Policy policy;
    private final Explanation words;
    private final Urgency cap;
    private final int[] cautious;
    private final Missing missing;
    private final boolean further;
    /** Plain: a pass is immutable, so another thread sees all of it or none. */
    private final @Nullable Pass[] passes;

    /** @param further whether anything claims by the kind of asset: each kind then has passes of its own */
    Judgement(Policy policy, Unknowns unknowns, Explanation words, boolean further) {
        this.policy = policy;
        this.words = words;
        this.cap = unknowns.cap();
        this.cautious = Unknowns.RISKS.stream().mapToInt(risk -> requireNonNull(unknowns.cautious().get(risk)).ordinal())
                .toArray();
        this.further = further;
        this.passes = new Pass[RiskSpace.KNOWN_STATES * (further ? Asset.values().length : 1)];
        this.missing = new Missing(this, unknowns, cautious);
    }

    Given given(Facts facts) {
        return Given.of(facts, cautious).shifted(first(facts.asset()));
    }

    Given given(Asset asset, int state) {
        return Given.of(state, cautious).shifted(first(asset));
    }

    private int first(Asset asset) {
        return further ? asset.ordinal() * RiskSpace.KNOWN_STATES : 0;
    }

    /** From the most harmless to the cautious reading. */
    Range range(RuleSession rules, Given given) {
        Pass low = pass(rules, given.low());
        Pass high = given.high() == given.low() ? low : pass(rules, given.high());
        return new Range(low, high, low.urgency().max(high.urgency().min(cap)));
    }

    /** The urgency of a state without unknowns, as {@link Given} numbers it. */
    Urgency urgency(RuleSession rules, int known) {
        return pass(rules, known).urgency();
    }

    private Pass pass(RuleSession rules, int known) {
        Pass pass = passes[known];
        if (pass == null) {
            Asset asset = further ? Asset.values()[known / RiskSpace.KNOWN_STATES] : null;
            pass = Pass.through(policy, rules, Situation.of(known % RiskSpace.KNOWN_STATES), asset, cap);
            passes[known] = pass;
        }
        return pass;
    }

    record Range(Pass low, Pass high, Urgency urgency) {

        boolean provisional() {
            return low.urgency() != high.urgency();
        }
    }

    Outcome decide(RuleSession rules, Facts facts) {
        Given given = given(facts);
        Range range = range(rules, given);
        return decide(rules, facts, given, range, range.urgency());
    }

    /** The same at an urgency that somebody set: what led to the rules' own is told all the same. */
    Outcome decide(RuleSession rules, Facts facts, Urgency urgency) {
        Given given = given(facts);
        return decide(rules, facts, given, range(rules, given), urgency);
    }

    private Outcome decide(RuleSession rules, Facts facts, Given given, Range range, Urgency urgency) {
        Situation careful = range.high().situation();
        Answer<Acceptability> acceptable = acceptable(rules, range, urgency);
        Answer<Treatment> handling = policy.handling.of(rules, facts.patch(), acceptable.value(), facts.cost());
        Treatment treatment = handling.value();
        Answer<Days> deadline = policy.deadline.of(rules, treatment, urgency, facts.asset());
        Answer<Needs> needs = needs(rules, treatment, careful, facts);
        Answer<Signature> approval = policy.approval.of(rules, treatment, urgency, facts.asset(), careful.safety(),
                careful.leak(), careful.support());
        // the reading that carries the urgency: the harmless one where it suffices
        boolean harmless = range.low().urgency() == range.urgency();
        Why why = harmless ? range.low().why() : range.high().why();

        Reasons reasons = new Reasons();
        reasons.add(why.reasons());
        missing.explain(rules, given, range, reasons);
        if (urgency == Urgency.DEFER) {
            reasons.add(acceptable.reasons());
        }
        reasons.add(handling.reasons());
        reasons.add(deadline.reasons());
        reasons.add(needs.reasons());
        if (deadline.value().interim() != null) {
            reasons.add(words.interim(deadline.fired(), needs(rules, Treatment.MITIGATE, careful, facts).value().controls()));
        }
        reasons.add(approval.reasons());

        return new Outcome(treatment, urgency, range.low().urgency(), range.high().urgency(),
                missing.names(given), deadline.value().due(), deadline.value().interim(),
                needs.value().controls(), needs.value().actions(), approval.value().approver(), approval.value().days(),
                harmless ? why.claims() : why.capped(), reasons.all(),
                // the days the table gives a mitigation of this urgency
                treatment == Treatment.ACCEPT ? null
                        : policy.deadline.of(rules, Treatment.MITIGATE, urgency, facts.asset()).value().due());
    }

    /** Gathers the reasons of one decision. */
    static final class Reasons {

        private Reason[] reasons = new Reason[24];
        private int size;

        void add(List<Reason> more) {
            for (int i = 0; i < more.size(); i++) {
                add(more.get(i));
            }
        }

        void add(Reason reason) {
            if (size == reasons.length) {
                reasons = Arrays.copyOf(reasons, size * 2);
            }
            reasons[size++] = reason;
        }

        List<Reason> all() {
            return List.of(Arrays.copyOf(reasons, size));
        }
    }

    /** Treatment and urgency alone. */
    DecisionEngine.Verdict verdict(RuleSession rules, Facts facts) {
        Range range = range(rules, given(facts));
        Treatment treatment = policy.handling.of(rules, facts.patch(), acceptable(rules, range).value(), facts.cost()).value();
        return new DecisionEngine.Verdict(treatment, range.urgency());
    }

    Answer<Acceptability> acceptable(RuleSession rules, Range range) {
        return acceptable(rules, range, range.urgency());
    }

    private Answer<Acceptability> acceptable(RuleSession rules, Range range, Urgency urgency) {
        Situation careful = range.high().situation();
        return policy.acceptance.of(rules, urgency,
                range.provisional() ? Certainty.PROVISIONAL : Certainty.CONFIRMED, careful.safety(), careful.leak(),
                careful.support(), careful.exposure());
    }

    private Answer<Needs> needs(RuleSession rules, Treatment treatment, Situation careful, Facts facts) {
        return policy.mitigation.of(rules, treatment, careful.exposure(), careful.safety(), careful.operation(),
                careful.support(), facts.patch(), careful.exploitation());
    }
}
