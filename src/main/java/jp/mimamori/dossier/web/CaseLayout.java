package jp.mimamori.dossier.web;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Change;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Overridden;
import jp.mimamori.dossier.Proof;
import jp.mimamori.dossier.Wish;
import jp.mimamori.language.Language;
import jp.mimamori.report.InterimMitigations;
import jp.mimamori.report.Phrases;
import org.jspecify.annotations.Nullable;

/** Lays out one decision: what, why, until when, what would change it. */
final class CaseLayout {

    private final Phrases phrases;
    private final FieldWords words;
    private final Proof proof;
    private final Language language;
    private final LocalDate today;

    CaseLayout(Phrases phrases, FieldWords words, Proof proof, Language language, LocalDate today) {
        this.phrases = phrases;
        this.words = words;
        this.proof = proof;
        this.language = language;
        this.today = today;
    }

    FindingView.Case of(FindingDecision one) {
        Decision decision = one.decision();
        Overridden override = decision.override();
        LocalDate due = one.bindingDate();
        List<String> told = override == null || override.holds() ? List.of() : override.why().stream().map(why -> why.in(language)).toList();
        return new FindingView.Case(decision.id(), one.vulnerability(), decision.urgency(), decision.provisional(), decision.lowest(),
                decision.highest(), phrases.range(decision), decision.treatment(), due, InterimMitigations.unplanned().by(one),
                due != null && due.isBefore(today), one.overdue(), decision.approver(), decision.acceptanceDays(),
                phrases.action(one, null, InterimMitigations.unplanned()), proof.lines(decision, language), inputs(one),
                decision.missing().stream().map(phrases::input).toList(), one.changes().stream().map(this::what).toList(), Wish.byRules(one),
                override != null && override.holds(), told, cvss(one));
    }

    private List<Fact> inputs(FindingDecision one) {
        return one.inputs().entrySet().stream().map(input -> Fact.of(phrases.input(input.getKey()), input.getValue(), words,
                one.tracked().finding().source(), one.tracked().device().source(), language)).toList();
    }

    private FindingView.What what(Change change) {
        boolean residual = change.direction() == Change.Direction.RESIDUAL_ACCEPTANCE;
        List<String> controls = residual ? List.of(change.from().split(";")).stream().map(phrases::control).toList() : List.of();
        return new FindingView.What(change.direction().name(), residual ? "" : phrases.input(change.input()),
                residual ? "" : phrases.value(change.input(), change.to()), change.urgency(), change.treatment(), controls);
    }

    private String cvss(FindingDecision one) {
        @Nullable Double score = one.cvss().score();
        return score == null ? "" : one.cvss().version() == null ? String.valueOf(score) : score + " (v" + one.cvss().version() + ")";
    }
}
