package jp.mimamori.decision;

import java.util.List;
import jp.mimamori.ledger.Treatment;

/** Decides cases by one version of the policy. Safe for use by several threads. */
public interface DecisionEngine {

    /** One decision for each case, in their order. The order of the cases never changes a decision. */
    List<Decision> decide(List<Facts> cases);

    /**
     * The decision on a case whose urgency an approver set: treatment, deadlines, approver and acceptance follow from it by the same
     * rules. Range, missing answers and claims are those of the rules.
     */
    Decision decideAt(Facts facts, Urgency urgency);

    /** Treatment and urgency alone, for questions of the kind "what if": much quicker where there are many. */
    default List<Verdict> verdicts(List<Facts> cases) {
        return decide(cases).stream().map(decision -> new Verdict(decision.treatment(), decision.urgency())).toList();
    }

    /** When an approver's wish for another urgency holds. */
    OverrideTerms overrideTerms();

    /** Version of the rules and tables that decide: {@code sha256:…} over their content. */
    String policyVersion();

    /** The head of a decision. */
    record Verdict(Treatment treatment, Urgency urgency) {
    }
}
