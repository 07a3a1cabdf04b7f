package jp.mimamori.decision;

import java.util.List;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Finding;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Sourced;

/**
 * Patient-safety impact of a flaw on a device, where ledger, inventory and category may each say something. A ledger's word
 * that lies two or more steps below the category default often speaks of operation (軽微（他の装置で代替可）): then the higher
 * of the word and one step below the default counts. Where the device has a column of its own, the higher of both counts.
 */
final class PatientImpact {

    private static final Wording WORDS = Wording.of(PatientImpact.class);
    private static final int TOO_FAR_BELOW = 2;

    private PatientImpact() {
    }

    static Sourced<Safety> of(Finding finding, Device device, List<Issue> issues) {
        Safety word = finding.assessment();
        Sourced<Safety> given = device.safety();
        if (!word.isKnown()) {
            return given;
        }
        Sourced<Safety> ledger = Sourced.of(word, Origin.LEDGER);
        if (!given.value().isKnown() || word.compareTo(given.value()) >= 0) {
            return ledger;
        }
        if (!given.origin().isEstimate()) {
            issues.add(issue("DECISION-003", Severity.INFO, finding, WORDS.message("impact.column", word, given.value())));
            return given;
        }
        if (given.value().ordinal() - word.ordinal() < TOO_FAR_BELOW) {
            return ledger;
        }
        Safety below = Safety.values()[given.value().ordinal() - 1];
        Safety counts = below.compareTo(word) > 0 ? below : word;
        Message how = WORDS.message("impact.raised", word, given.value(), counts);
        issues.add(issue("DECISION-002", Severity.WARNING, finding, how));
        return Sourced.estimate(counts, Origin.ESTIMATE, how);
    }

    private static Issue issue(String code, Severity severity, Finding finding, Message message) {
        return new Issue(code, severity, finding.place("assessmentText"), null, finding.assessmentText(), message);
    }
}
