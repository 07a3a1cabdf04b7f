package jp.mimamori.decision.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Overridden;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;

/** A decision as cells: the names of {@code decide}'s JSON, lists joined with {@code ;}. */
final class DecisionColumns {

    static final List<String> HEADINGS = List.of("treatment", "urgency", "provisional", "range", "missing", "dueDays",
            "interimDueDays", "dueDate", "controls", "actions", "approver", "acceptanceDays", "claims", "reasons", "policy",
            "override", "error");

    private DecisionColumns() {
    }

    static List<String> of(Decision decision, Language language) {
        List<String> cells = new ArrayList<>(HEADINGS.size());
        cells.add(decision.treatment().name());
        cells.add(decision.urgency().name());
        cells.add(String.valueOf(decision.provisional()));
        cells.add(decision.lowest().name() + ";" + decision.highest().name());
        cells.add(String.join(";", decision.missing()));
        cells.add(text(decision.dueDays()));
        cells.add(text(decision.interimDueDays()));
        cells.add(text(decision.dueDate()));
        cells.add(String.join(";", decision.controls()));
        cells.add(String.join(";", decision.actions()));
        cells.add(decision.approver().name());
        cells.add(text(decision.acceptanceDays()));
        cells.add(decision.claims().stream().map(claim -> claim.rule() + "=" + claim.urgency())
                .collect(Collectors.joining(";")));
        cells.add(decision.reasons().stream().map(reason -> reason.text().in(language)).distinct()
                .collect(Collectors.joining(language == Language.JA ? "" : " ")));
        cells.add(decision.policy());
        cells.add(decision.override() == null ? "" : override(decision.override(), language));
        cells.add("");
        return cells;
    }

    private static String override(Overridden override, Language language) {
        return "asked=" + override.asked().urgency() + ";byRules=" + override.byRules() + ";holds=" + override.holds()
                + override.why().stream().map(why -> ";why=" + why.in(language)).collect(Collectors.joining());
    }

    /** The cells of a row that could not be decided. */
    static List<String> failed(String error) {
        List<String> cells = new ArrayList<>(java.util.Collections.nCopies(HEADINGS.size() - 1, ""));
        cells.add(error);
        return cells;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
