package jp.mimamori.dossier.web;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.decision.Urgency;
import jp.mimamori.dossier.PlannedWork;
import jp.mimamori.dossier.ProofLine;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * A finding's page.
 *
 * @param since     the version of the record that is shown
 * @param cases     the decisions, the most urgent first; empty where it is settled or not decided yet
 * @param settled   why nothing is to be decided; null where there are decisions, or nothing was decided yet
 * @param deviceKey null where the device stands in no inventory
 * @param undo      the change by hand that may be taken back now; null where the newest version is none
 */
public record FindingView(String key, long since, KeptFinding kept, String device, String place, @Nullable String deviceKey, String vulnerabilities,
        List<Case> cases, NotDecided.@Nullable Why settled, List<Fact> ledger, List<Fact> facts, ControlsView controls,
        List<PlannedWork> windows, List<History.Entry> history, List<History.Happened> happened, boolean planned, @Nullable Wished wished,
        @Nullable Long undo) {

    /** The most urgent decision; null where there is none. */
    public @Nullable Case top() {
        return cases.isEmpty() ? null : cases.get(0);
    }

    /**
     * One decision.
     *
     * @param range     {@code 保留–早急}
     * @param step      the first thing to do
     * @param wishTold  why a wish for another urgency does not count; empty where it does or nobody has one
     */
    public record Case(String id, @Nullable String vulnerability, Urgency urgency, boolean provisional, Urgency lowest, Urgency highest,
            String range, Treatment treatment, @Nullable LocalDate due, @Nullable LocalDate interimDue, boolean overdue, boolean backlog,
            Approver approver, @Nullable Integer acceptanceDays, String step, List<ProofLine> proof, List<Fact> inputs, List<String> missing,
            List<What> changes, Urgency byRules, boolean overridden, List<String> wishTold, String cvss) {

        /** The changes in one direction. */
        public List<What> changes(String direction) {
            return changes.stream().filter(change -> change.direction().equals(direction)).toList();
        }
    }

    /**
     * What would change the decision.
     *
     * @param input the input, or the controls, that would be otherwise
     * @param to    its value then; empty for controls
     */
    public record What(String direction, String input, String to, @Nullable Urgency urgency, @Nullable Treatment treatment, List<String> controls) {
    }

    /** An approver's wish as the record carries it. */
    public record Wished(@Nullable Urgency urgency, String signed, jp.mimamori.ledger.UrgencyChange change, boolean counts) {
    }
}
