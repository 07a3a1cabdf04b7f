package jp.mimamori.planning.posing;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;

/**
 * One maintenance action: a patch route of one device and every FIX finding it settles.
 *
 * @param product   what is updated, comparable; empty where the route says it all
 * @param tentative 仮: the patch of a medical device is an estimate until the maker's approval is recorded
 * @param units     how many devices of the row
 */
record Action(Fleet.Member member, MaintenanceCatalogue.Route route, String product, boolean tentative,
        MaintenanceCatalogue.Work work, List<FindingDecision> findings) {

    Action {
        findings = List.copyOf(findings);
    }

    int units() {
        return member.device().quantity();
    }

    /** The most urgent of its findings. */
    Urgency urgency() {
        return findings.stream().map(finding -> finding.decision().urgency()).reduce(Urgency.DEFER, Urgency::max);
    }

    /** U × S of the worst finding, plus 1 for each further one (scheduling.md). */
    int risk() {
        return findings.stream().mapToInt(Action::risk).max().orElse(1) + findings.size() - 1;
    }

    private static int risk(FindingDecision finding) {
        int urgency = switch (finding.decision().urgency()) {
            case DEFER -> 1;
            case SCHEDULED -> 3;
            case OUT_OF_CYCLE -> 10;
            case IMMEDIATE -> 40;
        };
        int safety = switch (finding.facts().safety()) {
            case NEGLIGIBLE -> 1;
            case MINOR -> 2;
            case SERIOUS -> 3;
            case CRITICAL, UNKNOWN -> 4;
            case CATASTROPHIC -> 5;
        };
        return urgency * safety;
    }

    /** Whether nobody knows when one of its findings was discovered, so that its deadline must be assumed. */
    boolean hasUndatedFinding() {
        return findings.stream().anyMatch(finding -> finding.bindingDate() == null);
    }

    /** The earliest date that binds; a finding without one counts from {@code asOf}, as one that was imported late does. */
    LocalDate due(LocalDate asOf) {
        return findings.stream().map(finding -> {
            LocalDate binding = finding.bindingDate();
            Integer days = finding.decision().dueDays();
            return binding != null ? binding : asOf.plusDays(days == null ? 0 : days);
        }).min(LocalDate::compareTo).orElse(asOf);
    }
}
