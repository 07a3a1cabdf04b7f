package jp.mimamori.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.table.Input;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.diff.CautiousChange;
import jp.mimamori.policy.diff.FileChange;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.policy.diff.RowChange;
import jp.mimamori.policy.diff.TermChange;
import org.jspecify.annotations.Nullable;

/**
 * Why two policies decide a finding otherwise.
 *
 * @param rows     the differing table rows that took part in one of the two decisions
 * @param cautious the differing values for what is unknown of this finding
 * @param overrides the differing limits on overrides, where somebody asked for another urgency
 * @param code     the differing rule files, where no row explains it
 * @param before   reasons of today's decision that the draft's does not have
 * @param after    reasons of the draft's decision that today's does not have
 */
public record Why(List<RowChange> rows, List<CautiousChange> cautious, List<TermChange> overrides, List<FileChange> code, List<Reason> before,
        List<Reason> after) {

    private static final Wording WORDS = Wording.of(Why.class);

    public Why {
        rows = List.copyOf(rows);
        cautious = List.copyOf(cautious);
        overrides = List.copyOf(overrides);
        code = List.copyOf(code);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Why of(PolicyDiff diff, Facts facts, Decision from, Decision to) {
        Set<String> fired = rules(from);
        Set<String> fires = rules(to);
        List<RowChange> rows = diff.rows().stream().filter(RowChange::decides)
                .filter(row -> row.before() != null && fired.contains(row.rule()) || row.after() != null && fires.contains(row.rule()))
                .toList();
        List<CautiousChange> cautious = diff.cautious().stream().filter(change -> concerns(change, from, to)).toList();
        List<TermChange> overrides = from.override() == null ? List.of() : diff.overrides();
        if (rows.isEmpty() && cautious.isEmpty() && overrides.isEmpty()) {
            // a row may work behind the scenes: the harm it tells of is shown by another row of the same answer
            rows = diff.rows().stream().filter(RowChange::decides).filter(row -> row.mayConcern(facts)).toList();
        }
        List<FileChange> code = rows.isEmpty() && cautious.isEmpty() && overrides.isEmpty() ? diff.code() : List.of();
        Set<String> changed = rows.stream().map(RowChange::rule).collect(Collectors.toSet());
        return new Why(rows, cautious, overrides, code, alone(from, fires, changed), alone(to, fired, changed));
    }

    private static boolean concerns(CautiousChange change, Decision from, Decision to) {
        if (change.input() == Input.URGENCY) {
            return from.provisional() || to.provisional();
        }
        return to.missing().contains(change.input() == Input.CVSS ? "cvssScore" : change.input().property());
    }

    private static Set<String> rules(Decision decision) {
        return Stream.concat(decision.claims().stream().map(Claim::rule), decision.reasons().stream().map(Reason::rule))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Reason> alone(Decision decision, Set<String> others, Set<String> changed) {
        return List.copyOf(decision.reasons().stream()
                .filter(reason -> !others.contains(reason.rule()) || changed.contains(reason.rule()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** What differs between the two policies, in sentences; the reasons themselves stand in {@code before} and {@code after}. */
    public List<Message> sentences() {
        List<Message> sentences = new ArrayList<>();
        for (RowChange row : rows) {
            sentences.add(switch (row.kind()) {
                case REMOVED -> WORDS.message("why.removed", row.question().title(), row.rule());
                case ADDED -> WORDS.message("why.added", row.question().title(), row.rule());
                case CHANGED -> WORDS.message("why.changed", row.question().title(), row.rule(), cells(row));
            });
        }
        for (CautiousChange change : cautious) {
            sentences.add(change.input() == Input.URGENCY ? WORDS.message("why.cap", change.before(), change.after())
                    : WORDS.message("why.cautious", change.input().label(), change.before(), change.after()));
        }
        overrides.forEach(change -> sentences.add(WORDS.message("why.override", change.term().label(), change.before(), change.after())));
        code.forEach(file -> sentences.add(WORDS.message("why.code", file.path())));
        if (sentences.isEmpty()) {
            sentences.add(WORDS.message("why.elsewhere"));
        }
        return sentences;
    }

    private static Bilingual cells(RowChange row) {
        return new Bilingual(cells(row, Language.JA), cells(row, Language.EN));
    }

    private static String cells(RowChange row, Language language) {
        return row.cells().stream().filter(RowChange.Cell::decides)
                .map(cell -> WORDS.text(language, "why.cell", cell.heading(), in(cell.from()), in(cell.to())))
                .collect(Collectors.joining(WORDS.text(language, "and")));
    }

    private static Bilingual in(@Nullable Bilingual text) {
        return text == null ? new Bilingual("－", "－") : text;
    }
}
