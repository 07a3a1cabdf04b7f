package jp.mimamori.decision;

import java.util.List;

/** Decides cases by one version of the policy. Safe for use by several threads. */
public interface DecisionEngine {

    /** One decision for each case, in their order. The order of the cases never changes a decision. */
    List<Decision> decide(List<Facts> cases);

    /** Version of the rules and tables that decide: {@code sha256:…} over their content. */
    String policyVersion();
}
