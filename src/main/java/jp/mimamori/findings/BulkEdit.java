package jp.mimamori.findings;

import java.time.LocalDate;
import jp.mimamori.dossier.FindingEdit;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import org.jspecify.annotations.Nullable;

/**
 * One change of many findings.
 *
 * @param status for {@link BulkField#STATUS}; with the day it was done where that is {@link FindingStatus#DONE}
 * @param text   for the owner, the action and the note
 * @param date   for the planned completion, or the day it was done
 */
public record BulkEdit(BulkField field, @Nullable FindingStatus status, String text, @Nullable LocalDate date) {

    /** Whether it says what is to be. */
    public boolean isWhole() {
        return switch (field) {
            case STATUS -> status != null && status != FindingStatus.UNKNOWN && (status != FindingStatus.DONE || date != null);
            case PLANNED -> date != null;
            case OWNER, ACTION, NOTE -> !text.isBlank();
        };
    }

    /** What a finding would say then. A note is written below what stands there, never over it. */
    public FindingEdit of(Finding finding) {
        FindingEdit now = FindingEdit.of(finding);
        return switch (field) {
            case STATUS -> new FindingEdit(status == null ? now.status() : status, now.owner(), now.plannedCompletion(),
                    status == FindingStatus.DONE ? now.status() == FindingStatus.DONE ? now.completed() : date : null, now.action(), now.note());
            case OWNER -> new FindingEdit(now.status(), text.strip(), now.plannedCompletion(), now.completed(), now.action(), now.note());
            case PLANNED -> new FindingEdit(now.status(), now.owner(), date, now.completed(), now.action(), now.note());
            case ACTION -> new FindingEdit(now.status(), now.owner(), now.plannedCompletion(), now.completed(), text.strip(), now.note());
            case NOTE -> new FindingEdit(now.status(), now.owner(), now.plannedCompletion(), now.completed(), now.action(),
                    now.note() == null || now.note().isBlank() ? text.strip() : now.note() + "\n" + text.strip());
        };
    }

    /** What stands in the field that is changed: a word, a text or a date. */
    public @Nullable Object value(FindingEdit edit) {
        return switch (field) {
            case STATUS -> edit.status();
            case OWNER -> edit.owner();
            case PLANNED -> edit.plannedCompletion();
            case ACTION -> edit.action();
            case NOTE -> edit.note();
        };
    }
}
