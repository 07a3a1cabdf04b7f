package jp.mimamori.dossier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.UrgencyChange;
import org.jspecify.annotations.Nullable;

/** What those who work on a finding write into it. */
public record FindingEdit(FindingStatus status, @Nullable String owner, @Nullable LocalDate plannedCompletion,
        @Nullable LocalDate completed, @Nullable String action, @Nullable String note) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 4000;
    private static final Wording WORDS = Wording.of(FindingEdit.class);

    public static FindingEdit of(Finding finding) {
        return new FindingEdit(finding.status(), finding.owner(), finding.plannedCompletion(), finding.completed(), finding.action(),
                finding.note());
    }

    /** Why it cannot be kept, by the name of the component; empty where it can. What stood there before is nobody's fault. */
    public Map<String, Message> problems(Finding before, LocalDate today) {
        Map<String, Message> problems = new LinkedHashMap<>();
        boolean done = status == FindingStatus.DONE;
        if (completed == null && done && (before.status() != FindingStatus.DONE || before.completed() != null)) {
            problems.put("completed", WORDS.message("edit.completed.missing"));
        }
        if (completed != null && (!completed.equals(before.completed()) || status != before.status())) {
            if (!done) {
                problems.put("completed", WORDS.message("edit.completed.open", FindingStatus.DONE));
            } else if (completed.isAfter(today)) {
                problems.put("completed", WORDS.message("edit.completed.future", today));
            } else if (before.discovered() != null && completed.isBefore(before.discovered())) {
                problems.put("completed", WORDS.message("edit.completed.early", before.discovered()));
            }
        }
        if (status == FindingStatus.OUT_OF_SCOPE && before.status() != FindingStatus.OUT_OF_SCOPE && (note == null || note.isBlank())) {
            problems.put("note", WORDS.message("edit.outOfScope.why")); // nothing is decided about it from now on
        }
        if (owner != null && owner.length() > LONGEST_NAME) {
            problems.put("owner", WORDS.message("text.long", LONGEST_NAME));
        }
        if (action != null && action.length() > LONGEST_TEXT) {
            problems.put("action", WORDS.message("text.long", LONGEST_TEXT));
        }
        if (note != null && note.length() > LONGEST_TEXT) {
            problems.put("note", WORDS.message("text.long", LONGEST_TEXT));
        }
        return problems;
    }

    public Finding applied(Finding to) {
        return with(to, this, to.urgencyChange());
    }

    /** The finding with another wish for its urgency, or with none. */
    public static Finding wishing(Finding finding, @Nullable UrgencyChange wish) {
        return with(finding, of(finding), wish);
    }

    private static Finding with(Finding f, FindingEdit edit, @Nullable UrgencyChange wish) {
        return new Finding(f.id(), f.discovered(), f.deviceId(), f.deviceName(), f.software(), f.vulnerabilities(), f.cvss(), f.scores(),
                f.assessmentText(), f.assessment(), f.treatment(), f.treatmentText(), edit.action, edit.status, edit.plannedCompletion,
                edit.completed, edit.note, f.patch(), f.exploitation(), f.cost(), edit.owner, f.approver(), f.acceptedUntil(),
                f.catchUpDate(), wish, f.cells(), f.source());
    }
}
