package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Outcome;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.language.Bilingual;

/** The shipped policy with something broken in it. */
final class Mutant {

    private final RuleSet shipped;
    private final Map<Question, List<PolicyRow>> rows = new EnumMap<>(Question.class);
    private final Map<String, String> files;
    private Unknowns unknowns;

    Mutant(RuleSet shipped) {
        this.shipped = shipped;
        shipped.tables().forEach(table -> rows.put(table.question(), new ArrayList<>(table.rows())));
        this.files = new LinkedHashMap<>(shipped.rules());
        this.unknowns = shipped.unknowns();
    }

    Mutant then(String rule, Outcome outcome, Object value) {
        return change(rule, row -> {
            Map<Outcome, Object> then = new EnumMap<>(row.then());
            then.put(outcome, value);
            return new PolicyRow(rule, row.row(), row.when(), then, row.reason());
        });
    }

    Mutant when(String rule, Input input, Enum<?>... values) {
        return change(rule, row -> {
            Map<Input, Set<Enum<?>>> when = new EnumMap<>(Input.class);
            when.putAll(row.when());
            if (values.length == 0) {
                when.remove(input);
            } else {
                when.put(input, Set.of(values));
            }
            return new PolicyRow(rule, row.row(), when, row.then(), row.reason());
        });
    }

    Mutant without(String rule) {
        rows.values().forEach(list -> list.removeIf(row -> row.rule().equals(rule)));
        return this;
    }

    /** A further row, as {@code rule} but for its number and answer. */
    Mutant twin(String rule, String number, Outcome outcome, Object value) {
        for (List<PolicyRow> list : rows.values()) {
            for (PolicyRow row : List.copyOf(list)) {
                if (row.rule().equals(rule)) {
                    list.add(new PolicyRow(number, 99, row.when(), Map.of(outcome, value), new Bilingual("別の理由", "another reason")));
                }
            }
        }
        return this;
    }

    Mutant cap(Urgency cap) {
        unknowns = new Unknowns(unknowns.cautious(), cap);
        return this;
    }

    Mutant file(String path, String text) {
        files.put(path, text);
        return this;
    }

    private Mutant change(String rule, UnaryOperator<PolicyRow> edit) {
        rows.values().forEach(list -> list.replaceAll(row -> row.rule().equals(rule) ? edit.apply(row) : row));
        return this;
    }

    RuleSet rules() {
        List<PolicyTable> tables = shipped.tables().stream().map(table -> new PolicyTable(table.question(), table.file(),
                table.sheet(), java.util.Objects.requireNonNull(rows.get(table.question())))).toList();
        return new RuleSet("sha256:mutant", "mutant", tables, files, unknowns, shipped.overrides(), shipped.controls());
    }
}
