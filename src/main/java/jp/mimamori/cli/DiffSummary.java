package jp.mimamori.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.diff.CautiousChange;
import jp.mimamori.policy.diff.ControlChange;
import jp.mimamori.policy.diff.Direction;
import jp.mimamori.policy.diff.FileChange;
import jp.mimamori.policy.diff.Kind;
import jp.mimamori.policy.diff.NoteChange;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.policy.diff.PolicyEffect;
import jp.mimamori.policy.diff.RowChange;
import jp.mimamori.policy.diff.TermChange;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/** Two policies side by side on the terminal: what becomes milder first, then row by row. */
final class DiffSummary {

    private static final Wording WORDS = Wording.of(DiffSummary.class);
    static final Map<Urgency, String> SYMBOLS = Map.of(Urgency.IMMEDIATE, "◆", Urgency.OUT_OF_CYCLE, "▲", Urgency.SCHEDULED, "●",
            Urgency.DEFER, "○");
    private static final int VERDICT = 24;

    private final Terminal terminal;
    private final Language language;

    DiffSummary(Terminal terminal) {
        this.terminal = terminal;
        this.language = terminal.language();
    }

    void editions(PolicyDiff diff) {
        terminal.say(text("diff.from", diff.from().name(), diff.from().rules().name(), diff.from().rules().version()));
        terminal.say(text("diff.to", diff.to().name(), diff.to().rules().name(), diff.to().rules().version()));
        terminal.say("");
    }

    /** What becomes of the outcomes; the warning stands before the figures. */
    void effect(PolicyDiff diff, PolicyEffect effect) {
        if (!diff.decides()) {
            terminal.say(text(diff.isEmpty() ? "diff.same" : "diff.wordsOnly"));
            return;
        }
        if (effect.lowers()) {
            terminal.say(text("diff.warning"));
        }
        terminal.say(text("diff.effect", effect.states(), effect.changed(), effect.changed(Direction.MILDER),
                effect.changed(Direction.STRICTER)));
        for (PolicyEffect.Transition step : effect.transitions()) {
            String counted = String.format(language.locale(), "%,d", step.states());
            terminal.say("  " + Columns.pad(label(step.direction()), language == Language.JA ? 12 : 9)
                    + Columns.pad(verdict(step.from()), VERDICT) + " → " + Columns.pad(verdict(step.to()), VERDICT)
                    + Columns.padLeft(counted, 12) + (step.grave() > 0 ? "  " + text("diff.grave", step.grave()) : ""));
            terminal.say("      " + text("diff.example", PolicyEffect.inWords(step.example())));
        }
        if (effect.handled() > 0) {
            terminal.say(text(effect.consequences().isEmpty() ? "diff.handled.none" : "diff.handled", effect.handled()));
        }
        for (PolicyEffect.Consequence one : effect.consequences()) {
            terminal.say("  " + Columns.pad(label(one.direction()), language == Language.JA ? 12 : 9)
                    + text("diff.consequence", one.aspect().label(), one.from(), one.to(), one.states()));
            terminal.say("      " + text("diff.example", PolicyEffect.inWords(one.example())));
        }
    }

    /** Everything that stands otherwise, what decides before what does not. */
    void differences(PolicyDiff diff) {
        section("diff.rows", diff.rows(), this::row);
        section("diff.cautious", diff.cautious(), this::cautious);
        section("diff.overrides", diff.overrides(), this::override);
        section("diff.controls", diff.controls(), this::control);
        section("diff.code", diff.code(), this::file);
        section("diff.notes", diff.notes(), this::note);
        section("diff.vocabulary", diff.vocabulary(), this::file);
    }

    private <T> void section(String heading, List<T> changes, java.util.function.Consumer<T> line) {
        if (!changes.isEmpty()) {
            terminal.say("");
            terminal.say(text(heading, changes.size()));
            changes.forEach(line);
        }
    }

    private void row(RowChange row) {
        terminal.say("  " + text("diff.row", row.rule(), row.kind().label(), row.question().title(), places(row.from(), row.to())));
        for (RowChange.Cell cell : row.cells()) {
            if (row.kind() == Kind.CHANGED) {
                terminal.say("      " + text("diff.cell", cell.heading(), in(cell.from()), in(cell.to())));
            }
        }
        if (row.kind() != Kind.CHANGED) {
            terminal.say("      " + row.cells().stream().map(cell -> text("diff.whole", cell.heading(),
                    in(cell.from() != null ? cell.from() : cell.to()))).collect(Collectors.joining(text("summary.and"))));
        }
    }

    private void cautious(CautiousChange change) {
        terminal.say("  " + Columns.pad(label(change.direction()), language == Language.JA ? 12 : 9) + text("diff.cautious.line",
                change.input() == Input.URGENCY ? WORDS.message("diff.cap") : change.input().label(),
                Wording.label(language, change.before()), Wording.label(language, change.after()), places(change.from(), change.to())));
    }

    private void override(TermChange change) {
        terminal.say("  " + Columns.pad(label(change.direction()), language == Language.JA ? 12 : 9) + text("diff.cautious.line",
                change.term().label(), change.before(), change.after(), places(change.from(), change.to())));
    }

    private void control(ControlChange change) {
        String name = Stream.of(change.before(), change.after()).filter(Objects::nonNull)
                .map(control -> control.name().in(language)).distinct().collect(Collectors.joining(" → "));
        terminal.say("  " + text("diff.control", change.code(), change.kind().label(), name));
    }

    private void file(FileChange change) {
        terminal.say("  " + text("diff.file", change.path(), change.kind().label(), change.added(), change.removed()));
    }

    private void note(NoteChange change) {
        String what = change.what().isEmpty() ? "" : change.what() + " ";
        terminal.say("  " + text("diff.note", what, change.kind().label(), places(change.before(), change.after())));
        terminal.say("      " + text("diff.note.text", brief(change.from()), brief(change.to())));
    }

    private static String brief(@Nullable String text) {
        String line = text == null ? "－" : text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= 80 ? line : line.substring(0, line.offsetByCodePoints(0, 79)) + "…";
    }

    private String places(@Nullable Place from, @Nullable Place to) {
        return Stream.of(from, to).filter(Objects::nonNull).map(Place::text).distinct().collect(Collectors.joining(" → "));
    }

    String verdict(Verdict verdict) {
        return SYMBOLS.get(verdict.urgency()) + Wording.label(language, verdict.urgency()) + text("diff.dot")
                + Wording.label(language, verdict.treatment());
    }

    private String label(Direction direction) {
        return direction.label().in(language);
    }

    private String in(@Nullable Bilingual text) {
        return text == null ? "－" : text.in(language);
    }

    private String text(String key, Object... args) {
        return WORDS.text(language, key, args);
    }
}
