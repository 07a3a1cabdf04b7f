package jp.mimamori.report;

import java.util.Comparator;
import java.util.List;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;

/** The one order in which decisions are listed everywhere: the most urgent first, then by the date that binds. */
public final class DecisionOrder {

    private static final Comparator<FindingDecision> ORDER = Comparator
            .comparing((FindingDecision d) -> d.decision().urgency(), Urgency.mostUrgentFirst())
            // No date is no reason to wait: it stands before the dated ones.
            .thenComparing(FindingDecision::bindingDate, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(d -> d.decision().treatment())
            .thenComparing(d -> d.tracked().device().id(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(d -> d.decision().id());

    private DecisionOrder() {
    }

    public static List<FindingDecision> sorted(List<FindingDecision> decisions) {
        return decisions.stream().sorted(ORDER).toList();
    }
}
