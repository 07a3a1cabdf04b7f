package jp.mimamori.policy.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Outcome;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/** Compares the tables row by row. The order of rows and the way a cell is written make no difference. */
final class TableDiff {

    private static final Wording WORDS = Wording.of(TableDiff.class);

    private final RuleSet from;
    private final RuleSet to;

    TableDiff(RuleSet from, RuleSet to) {
        this.from = from;
        this.to = to;
    }

    List<RowChange> rows() {
        List<RowChange> changes = new ArrayList<>();
        for (Question question : Question.values()) {
            Map<String, Line> before = lines(from, question);
            Map<String, Line> after = lines(to, question);
            TreeSet<String> rules = new TreeSet<>(before.keySet());
            rules.addAll(after.keySet());
            for (String rule : rules) {
                RowChange change = change(question, rule, before.get(rule), after.get(rule));
                if (!change.cells().isEmpty()) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private record Line(Place place, PolicyRow row) {
    }

    private static Map<String, Line> lines(RuleSet rules, Question question) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (PolicyTable table : rules.tables()) {
            if (table.question() == question) {
                table.rows().forEach(row -> lines.put(row.rule(),
                        new Line(new Place(table.file(), table.sheet(), null, row.row()), row)));
            }
        }
        return lines;
    }

    private RowChange change(Question question, String rule, @Nullable Line before, @Nullable Line after) {
        PolicyRow was = before == null ? null : before.row();
        PolicyRow is = after == null ? null : after.row();
        List<RowChange.Cell> cells = new ArrayList<>();
        for (Input input : question.inputs()) {
            add(cells, input.label(), true, was == null ? null : Words.condition(input, was.when().get(input)),
                    is == null ? null : Words.condition(input, is.when().get(input)));
        }
        for (Outcome outcome : question.outcomes()) {
            Object old = was == null ? null : was.then().get(outcome);
            Object now = is == null ? null : is.then().get(outcome);
            if (was == null || is == null || !Objects.equals(old, now)) {
                cells.add(new RowChange.Cell(outcome.label(), true, was == null ? null : Words.answer(old, from.controls()),
                        is == null ? null : Words.answer(now, to.controls())));
            }
        }
        reason(cells, was == null ? null : was.reason(), is == null ? null : is.reason());
        return new RowChange(Kind.of(was != null, is != null), question, rule, before == null ? null : before.place(),
                after == null ? null : after.place(), cells, was, is);
    }

    private static void add(List<RowChange.Cell> cells, Message heading, boolean decides, @Nullable Bilingual from,
            @Nullable Bilingual to) {
        if (from == null || !from.equals(to)) {
            cells.add(new RowChange.Cell(heading, decides, from, to));
        }
    }

    private static void reason(List<RowChange.Cell> cells, @Nullable Bilingual from, @Nullable Bilingual to) {
        if (from == null || to == null) {
            cells.add(new RowChange.Cell(WORDS.message("heading.reason"), false, from, to));
            return;
        }
        if (!from.ja().equals(to.ja())) {
            cells.add(new RowChange.Cell(WORDS.message("heading.reasonJa"), false, same(from.ja()), same(to.ja())));
        }
        if (!from.en().equals(to.en())) {
            cells.add(new RowChange.Cell(WORDS.message("heading.reasonEn"), false, same(from.en()), same(to.en())));
        }
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
