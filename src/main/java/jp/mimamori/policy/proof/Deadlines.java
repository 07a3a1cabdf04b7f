package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.drools.Days;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.inventory.Asset;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/** Whether what is more urgent is due no later: the treatment, and whatever protects first, be it an interim mitigation or the treatment. */
final class Deadlines {

    private Deadlines() {
    }

    /** A state of the question that is due later than the same at the next lower urgency. */
    record Later(Leaf leaf, int milder, int state) {
    }

    static List<Later> later(Survey survey) {
        Leaf leaf = survey.leaf(Step.DEADLINE);
        List<Later> later = new ArrayList<>();
        for (Treatment treatment : new Treatment[] {Treatment.FIX, Treatment.MITIGATE}) {
            for (Asset asset : Asset.values()) {
                for (int urgency = 1; urgency < Urgency.values().length; urgency++) {
                    int milder = leaf.state(treatment.ordinal(), urgency - 1, asset.ordinal());
                    int state = leaf.state(treatment.ordinal(), urgency, asset.ordinal());
                    Days before = (Days) leaf.said(milder).value();
                    Days after = (Days) leaf.said(state).value();
                    if (days(after.due()) > days(before.due()) || first(after) > first(before)) {
                        later.add(new Later(leaf, milder, state));
                    }
                }
            }
        }
        return later;
    }

    private static int first(Days days) {
        return Math.min(days(days.due()), days(days.interim()));
    }

    private static int days(@Nullable Integer days) {
        return days == null ? Integer.MAX_VALUE : days;
    }
}
