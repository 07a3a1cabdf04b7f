package jp.mimamori.assessment;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.intake.Reading;
import jp.mimamori.trace.Issue;

/**
 * What was read, and what is decided about it.
 *
 * @param imported  the day of the first import, from which 是正期限 counts
 * @param decisions one per open ledger row and vulnerability
 * @param issues    those of the reading and those met while deciding
 * @param policy    version of the rules and tables
 */
public record Assessed(Reading reading, LocalDate imported, List<FindingDecision> decisions, List<NotDecided> notDecided,
        List<Issue> issues, String policy) {

    public Assessed {
        decisions = List.copyOf(decisions);
        notDecided = List.copyOf(notDecided);
        issues = List.copyOf(issues);
    }
}
