package jp.mimamori.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cvss;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one vulnerability of one open ledger row, with all it rests on.
 *
 * @param tracked       the ledger row and its device
 * @param vulnerability the one vulnerability meant; null where the row names none
 * @param cvss          the score that counted
 * @param inputs        each input's value and origin, by its name in {@code decide}'s JSON, in the policy's order
 * @param decision      the outcome; its id is unique in a run ({@code findingId#CVE})
 * @param overdue       積み残し: the due date had passed already when the finding was first imported
 * @param catchUpDate   是正期限 for such a finding: import date + days, fixed once; else null
 * @param changes       single changes that would lower, raise or settle what the rules alone decide, an override left aside
 */
public record FindingDecision(
        Tracked tracked,
        @Nullable String vulnerability,
        Cvss cvss,
        Map<String, Sourced<?>> inputs,
        Facts facts,
        Decision decision,
        boolean overdue,
        @Nullable LocalDate catchUpDate,
        List<Change> changes) {

    public FindingDecision {
        inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        changes = List.copyOf(changes);
    }

    /** The date that binds now: 是正期限 where there is one, else the due date; null where discovery is unknown. */
    public @Nullable LocalDate bindingDate() {
        return catchUpDate != null ? catchUpDate : decision.dueDate();
    }

    /** The same under another id, for what repeats elsewhere. */
    public FindingDecision named(String id) {
        return id.equals(decision.id()) ? this : new FindingDecision(tracked, vulnerability, cvss, inputs, new FactsEdit(facts).id(id).facts(),
                decision.named(id), overdue, catchUpDate, changes);
    }
}
