package jp.mimamori.dossier.web;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.mimamori.dossier.FindingEdit;
import jp.mimamori.language.Message;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import org.jspecify.annotations.Nullable;

/** The work on a finding as it stands in the form's fields. */
public record WorkForm(@Nullable String status, @Nullable String owner, @Nullable String plannedCompletion, @Nullable String completed,
        @Nullable String action, @Nullable String note) {

    static WorkForm of(Finding finding) {
        return new WorkForm(finding.status().name(), finding.owner(), text(finding.plannedCompletion()), text(finding.completed()),
                finding.action(), finding.note());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What is asked for; with {@code problems} where something is not understood or cannot be. */
    FindingEdit edit(Finding before, java.time.LocalDate today, Map<String, Message> problems) {
        Entered entered = new Entered(problems);
        FindingStatus chosen = entered.choice("status", status, FindingStatus.class);
        FindingEdit edit = new FindingEdit(chosen == null ? before.status() : chosen, Entered.text(owner),
                entered.date("plannedCompletion", plannedCompletion), entered.date("completed", completed), Entered.text(action), Entered.text(note));
        Map<String, Message> found = new LinkedHashMap<>(edit.problems(before, today));
        found.forEach(problems::putIfAbsent);
        return edit;
    }
}
