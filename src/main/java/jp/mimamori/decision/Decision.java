package jp.mimamori.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * What the policy decides about one vulnerability on one device.
 *
 * @param id             the case, as in {@link Facts#id()}
 * @param provisional    暫定: something is missing whose answer could change the urgency
 * @param lowest         the urgency if every missing answer were the most harmless one
 * @param highest        the urgency with the cautious value for every missing answer, uncapped
 * @param missing        the names of all unknown risk inputs, provisional or not, as in {@code decide}'s JSON
 * @param dueDays        calendar days from discovery to the deadline; null for ACCEPT
 * @param interimDueDays calendar days from discovery by which an interim mitigation must stand; null where none is needed
 * @param dueDate        discovered + dueDays; null where either is missing
 * @param controls       what MITIGATE needs: each entry a control ({@code C7}) or alternatives ({@code C1|C2|C8})
 * @param actions        what is to be done once, along with the treatment or before it ({@code A2}); the first comes first
 * @param acceptanceDays days after which an acceptance ends; null where nothing is accepted
 * @param claims         every claim that fired, the most urgent first
 * @param reasons        the proof in sentences, the most urgent claim first
 * @param mitigationDays calendar days from discovery by which, at this urgency, a mitigation has to stand where one is needed: for
 *                       a FIX also when its planned window comes later than that or there is none; null for ACCEPT
 * @param policy         version of the rules and tables: {@code sha256:…}
 * @param override       what became of an approver's wish for another urgency; null where nobody had one. Where it holds, the urgency
 *                       is the approver's and may lie outside {@code lowest} and {@code highest}, which stay the rules' own, as do
 *                       the claims
 */
public record Decision(
        String id,
        Treatment treatment,
        Urgency urgency,
        boolean provisional,
        Urgency lowest,
        Urgency highest,
        List<String> missing,
        @Nullable Integer dueDays,
        @Nullable Integer interimDueDays,
        @Nullable LocalDate dueDate,
        List<String> controls,
        List<String> actions,
        Approver approver,
        @Nullable Integer acceptanceDays,
        List<Claim> claims,
        List<Reason> reasons,
        @Nullable Integer mitigationDays,
        String policy,
        @Nullable Overridden override) {

    public Decision {
        missing = List.copyOf(missing);
        controls = List.copyOf(controls);
        actions = List.copyOf(actions);
        claims = List.copyOf(claims);
        reasons = List.copyOf(reasons);
    }

    /** A decision of the rules alone. */
    public Decision(String id, Treatment treatment, Urgency urgency, boolean provisional, Urgency lowest, Urgency highest,
            List<String> missing, @Nullable Integer dueDays, @Nullable Integer interimDueDays, @Nullable LocalDate dueDate,
            List<String> controls, List<String> actions, Approver approver, @Nullable Integer acceptanceDays, List<Claim> claims,
            List<Reason> reasons, @Nullable Integer mitigationDays, String policy) {
        this(id, treatment, urgency, provisional, lowest, highest, missing, dueDays, interimDueDays, dueDate, controls, actions,
                approver, acceptanceDays, claims, reasons, mitigationDays, policy, null);
    }

    /** The same with an override beside it, which is told first. */
    Decision under(Overridden considered, Reason told, @Nullable Integer accepted) {
        List<Reason> all = new ArrayList<>(reasons.size() + 1);
        all.add(told);
        all.addAll(reasons);
        return new Decision(id, treatment, urgency, provisional, lowest, highest, missing, dueDays, interimDueDays, dueDate,
                controls, actions, approver, accepted, claims, all, mitigationDays, policy, considered);
    }

    /** The same under another id. */
    Decision named(String another) {
        return new Decision(another, treatment, urgency, provisional, lowest, highest, missing, dueDays, interimDueDays, dueDate, controls,
                actions, approver, acceptanceDays, claims, reasons, mitigationDays, policy, override);
    }

    /** The date by which an interim mitigation must stand; null where none is needed or discovery is unknown. */
    public @Nullable LocalDate interimDueDate() {
        return fromDiscovery(interimDueDays);
    }

    /** Discovered + mitigationDays; null where either is missing. */
    public @Nullable LocalDate mitigationDate() {
        return fromDiscovery(mitigationDays);
    }

    private @Nullable LocalDate fromDiscovery(@Nullable Integer days) {
        return days == null || dueDate == null || dueDays == null ? null : dueDate.minusDays(dueDays).plusDays(days);
    }
}
