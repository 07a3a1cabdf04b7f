package jp.mimamori.decision;

import java.util.List;
import jp.mimamori.trace.Issue;

/**
 * What was decided about a ledger.
 *
 * @param decisions  one per open row and vulnerability, in the order of the rows
 * @param notDecided rows that need no decision
 * @param issues     assumptions and gaps met on the way
 */
public record Assessment(List<FindingDecision> decisions, List<NotDecided> notDecided, List<Issue> issues) {

    public Assessment {
        decisions = List.copyOf(decisions);
        notDecided = List.copyOf(notDecided);
        issues = List.copyOf(issues);
    }
}
