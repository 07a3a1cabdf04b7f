package jp.mimamori.decision.drools;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/** A decision without the case: all that cases of the same state have in common. */
record Outcome(Treatment treatment, Urgency urgency, Urgency lowest, Urgency highest, List<String> missing,
        @Nullable Integer dueDays, @Nullable Integer interimDueDays, List<String> controls, List<String> actions, Approver approver,
        @Nullable Integer acceptanceDays, List<Claim> claims, List<Reason> reasons,
        @Nullable Integer mitigationDays) {

    Outcome {
        missing = List.copyOf(missing);
        controls = List.copyOf(controls);
        actions = List.copyOf(actions);
        claims = List.copyOf(claims);
        reasons = List.copyOf(reasons);
    }

    Decision of(Facts facts, String policy) {
        LocalDate due = facts.discovered() == null || dueDays == null ? null : facts.discovered().plusDays(dueDays);
        return new Decision(facts.id(), treatment, urgency, lowest != highest, lowest, highest, missing, dueDays,
                interimDueDays, due, controls, actions, approver, acceptanceDays, claims, reasons, mitigationDays, policy);
    }
}
