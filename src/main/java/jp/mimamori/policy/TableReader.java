package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.decision.table.Control;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Outcome;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.Question;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.policy.sheet.Grid;
import org.jspecify.annotations.Nullable;

/** Reads the sheet of one question. A cell is a value from a closed list or a number: anything else is a problem. */
final class TableReader {

    private static final Set<String> NONE = Set.of("-", "―", "—", "–", "ー", "none");
    private static final int LONGEST_DAYS = 3660;

    private final Map<Input, Words> inputs = new EnumMap<>(Input.class);
    private final Map<Outcome, Words> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Control> controls;
    private final Problems problems;

    TableReader(Map<String, Control> controls, Problems problems) {
        this.controls = controls;
        this.problems = problems;
        for (Input input : Input.values()) {
            // a risk input is never unknown by the time a table sees it: its cautious value stands in
            boolean askedAsIs = input == Input.PATCH || input == Input.COST;
            inputs.put(input, new Words(askedAsIs ? input.all() : input.known(), input.ordered()));
        }
        for (Outcome outcome : Outcome.values()) {
            if (outcome.type() != null) {
                outcomes.put(outcome, new Words(List.of(outcome.type().getEnumConstants()).stream()
                        .filter(value -> !value.name().equals("UNKNOWN")).toList(), false));
            }
        }
    }

    Words words(Input input) {
        return requireNonNull(inputs.get(input));
    }

    /** The table; null where its headings cannot be told (the problems say why). */
    @Nullable PolicyTable read(Question question, Grid grid) {
        List<Message> labels = new ArrayList<>();
        question.inputs().forEach(input -> labels.add(input.label()));
        question.outcomes().forEach(outcome -> labels.add(outcome.label()));
        Headings headings = Headings.find(grid, labels, true, problems);
        if (headings == null) {
            return null;
        }
        List<PolicyRow> rows = new ArrayList<>();
        for (Grid.Line line : headings.data()) {
            PolicyRow row = row(question, grid, headings, line);
            if (row != null) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            problems.add("POLICY-004", grid, null, null, "table.empty", grid.sheet());
        }
        duplicates(grid, rows);
        return new PolicyTable(question, grid.file(), grid.sheet(), rows);
    }

    private @Nullable PolicyRow row(Question question, Grid grid, Headings headings, Grid.Line line) {
        int before = problems.count();
        String rule = headings.rule(line);
        if (!PolicyRow.isRuleNumber(rule)) {
            problems.add("POLICY-005", grid, headings.cell(line, Headings.RULE), rule, "rule.number", rule);
        }
        Map<Input, Set<Enum<?>>> when = new EnumMap<>(Input.class);
        for (Input input : question.inputs()) {
            condition(grid, headings, line, input, when);
        }
        Map<Outcome, Object> then = new EnumMap<>(Outcome.class);
        for (Outcome outcome : question.outcomes()) {
            outcome(grid, headings, line, outcome, then);
        }
        Bilingual reason = headings.reason(grid, line, problems);
        return problems.count() > before ? null : new PolicyRow(rule, line.number(), when, then, reason);
    }

    private void condition(Grid grid, Headings headings, Grid.Line line, Input input, Map<Input, Set<Enum<?>>> when) {
        String key = input.label().key();
        String text = headings.text(line, key);
        if (text.isEmpty()) {
            problems.add("POLICY-003", grid, headings.cell(line, key), text, "cell.blank", input.label());
            return;
        }
        Words words = words(input);
        try {
            Set<Enum<?>> admitted = words.condition(text);
            if (admitted.isEmpty()) {
                problems.add("POLICY-011", grid, headings.cell(line, key), text, "cell.never", input.label(), text);
            } else if (!Words.plain(text).equals("*")) {
                when.put(input, admitted);
            }
        } catch (Words.UnknownWord unknown) {
            problems.add("POLICY-003", grid, headings.cell(line, key), text, "cell.word", input.label(),
                    requireNonNull(unknown.getMessage()), near(words, unknown.getMessage()));
        }
    }

    private void outcome(Grid grid, Headings headings, Grid.Line line, Outcome outcome, Map<Outcome, Object> then) {
        String key = outcome.label().key();
        String text = headings.text(line, key);
        String cell = headings.cell(line, key);
        if (text.isEmpty()) {
            problems.add("POLICY-004", grid, cell, text, "outcome.blank", outcome.label());
            return;
        }
        switch (outcome.kind()) {
            case WORD -> {
                Words words = requireNonNull(outcomes.get(outcome));
                Enum<?> value = words.value(text);
                if (value == null) {
                    problems.add("POLICY-003", grid, cell, text, "cell.word", outcome.label(), text, near(words, text));
                } else {
                    then.put(outcome, value);
                }
            }
            case DAYS_OR_NONE -> {
                if (!NONE.contains(Words.plain(text))) {
                    number(grid, cell, outcome, text, 1, LONGEST_DAYS, then);
                }
            }
            case NUMBER -> number(grid, cell, outcome, text, 0, 999, then);
            case CONTROLS -> controls(grid, cell, outcome, text, then);
        }
    }

    private void number(Grid grid, String cell, Outcome outcome, String text, int from, int to, Map<Outcome, Object> then) {
        String digits = Words.plain(text);
        if (digits.matches("[0-9]{1,4}") && Integer.parseInt(digits) >= from && Integer.parseInt(digits) <= to) {
            then.put(outcome, Integer.valueOf(digits));
        } else {
            problems.add("POLICY-007", grid, cell, text, "cell.number", outcome.label(), text, from, to);
        }
    }

    private void controls(Grid grid, String cell, Outcome outcome, String text, Map<Outcome, Object> then) {
        List<String> codes = new ArrayList<>();
        for (String part : text.split("[|｜/／、,]|または|or")) {
            // "C7 ログ監視" is as good as "C7": people like to read what they chose
            String code = Words.plain(part).split("[^a-z0-9]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            if (!controls.containsKey(code)) {
                problems.add("POLICY-003", grid, cell, text, "cell.word", outcome.label(), part.strip(),
                        new Bilingual(String.join("、", codesInOrder()), String.join(", ", codesInOrder())));
                return;
            }
            codes.add(code);
        }
        then.put(outcome, String.join("|", codes));
    }

    private void duplicates(Grid grid, List<PolicyRow> rows) {
        Map<Object, PolicyRow> seen = new HashMap<>();
        for (PolicyRow row : rows) {
            PolicyRow twin = seen.putIfAbsent(List.of(row.when(), row.then()), row);
            if (twin != null) {
                problems.add("POLICY-011", grid, "A" + row.row(), row.rule(), "row.twice", row.rule(), twin.rule(),
                        String.valueOf(twin.row()));
            }
        }
    }

    private Set<String> codesInOrder() {
        return new TreeSet<>(controls.keySet());
    }

    /** The words nearest to {@code text}. */
    static Bilingual near(Words words, String text) {
        return new Bilingual(String.join("、", words.nearest(text, Language.JA, 3)),
                String.join(", ", words.nearest(text, Language.EN, 3)));
    }
}
