package jp.mimamori.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * 作業までの緩和策: which fixes need a mitigation that stands until their patch is in, and by when. They need one where the policy
 * says so of their urgency, and where their window ends after the mitigation deadline or there is none (policy, section 4).
 */
public final class InterimMitigations {

    private final boolean planned;
    /** When the last of its tasks ends, for each decision whose tasks all have a window. */
    private final Map<String, LocalDateTime> settled = new HashMap<>();

    private InterimMitigations(boolean planned, List<PatchWindow> windows) {
        this.planned = planned;
        Set<String> open = new HashSet<>();
        for (PatchWindow window : windows) {
            for (FindingDecision finding : window.maintenance().findings()) {
                if (window.assignment() == null) {
                    open.add(finding.decision().id());
                } else {
                    settled.merge(finding.decision().id(), window.assignment().endTime(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        settled.keySet().removeAll(open);
    }

    /** With the windows of a plan: a fix without one has none. */
    public static InterimMitigations of(List<PatchWindow> windows) {
        return new InterimMitigations(true, windows);
    }

    /** Before anything is planned: what the urgency alone asks for. */
    public static InterimMitigations unplanned() {
        return new InterimMitigations(false, List.of());
    }

    public boolean needed(FindingDecision decision) {
        Decision outcome = decision.decision();
        if (outcome.treatment() != Treatment.FIX) {
            return false;
        }
        return outcome.interimDueDays() != null || planned && outcome.mitigationDays() != null && isTooLate(decision);
    }

    /** Where the deadline is not known, nobody can say that the window meets it. */
    private boolean isTooLate(FindingDecision decision) {
        LocalDateTime end = settled.get(decision.decision().id());
        LocalDate by = deadline(decision, decision.decision().mitigationDays());
        return end == null || by == null || end.isAfter(by.plusDays(1).atStartOfDay());
    }

    /**
     * The date by which the mitigation must stand, the day included; for a backlog (積み残し) counted from the first import, as its
     * 是正期限 is. Null where none is needed or the day of discovery is not known.
     */
    public @Nullable LocalDate by(FindingDecision decision) {
        Decision outcome = decision.decision();
        return !needed(decision) ? null
                : deadline(decision, outcome.interimDueDays() != null ? outcome.interimDueDays() : outcome.mitigationDays());
    }

    private static @Nullable LocalDate deadline(FindingDecision decision,
            @Nullable Integer days) {
        Integer all = decision.decision().dueDays();
        LocalDate binding = decision.bindingDate();
        return days == null || all == null || binding == null ? null : binding.minusDays(all).plusDays(days);
    }
}
