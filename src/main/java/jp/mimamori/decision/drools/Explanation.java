package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.table.Control;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/** Tells a claim as a sentence: the table's own reason, the values that led to it, and where the row stands. */
final class Explanation {

    private static final Wording WORDS = Wording.of(Explanation.class);

    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, Control> controls;

    Explanation(RuleSet rules) {
        this.controls = rules.controls();
        for (PolicyTable table : rules.tables()) {
            table.rows().forEach(row -> lines.put(row.rule(), new Line(table, row)));
        }
    }

    private record Line(PolicyTable table, PolicyRow row) {
    }

    Reason of(Claims.Entry claim, List<Input> inputs, Enum<?>[] state) {
        Line line = lines.get(claim.rule());
        return new Reason(claim.rule(), new Bilingual(sentence(Language.JA, claim, line, inputs, state),
                sentence(Language.EN, claim, line, inputs, state)));
    }

    private String sentence(Language language, Claims.Entry claim, @Nullable Line line, List<Input> inputs, Enum<?>[] state) {
        Bilingual given = claim.reason() != null ? claim.reason() : line != null ? line.row().reason() : new Bilingual("", "");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (line == null || line.row().when().containsKey(inputs.get(i))) {
                values.add(WORDS.text(language, "value", inputs.get(i).label(), state[i]));
            }
        }
        String because = String.join(WORDS.text(language, "and"), values);
        String outcome = outcome(language, claim.outcome());
        String shown = because.isEmpty() ? outcome : WORDS.text(language, "leads", because, outcome);
        return line == null ? WORDS.text(language, "sentence.rule", given.in(language), shown, claim.rule())
                : WORDS.text(language, "sentence.row", given.in(language), shown, line.table().sheet(),
                        String.valueOf(line.row().row()));
    }

    private String outcome(Language language, Object outcome) {
        if (outcome instanceof Enum<?> word) {
            return Wording.label(language, word);
        }
        if (outcome instanceof Days days) {
            return days.due() == null ? WORDS.text(language, "due.none")
                    : days.interim() == null ? WORDS.text(language, "due", String.valueOf(days.due()))
                            : WORDS.text(language, "due.interim", String.valueOf(days.due()), String.valueOf(days.interim()));
        }
        if (outcome instanceof Signature signature) {
            String approver = Wording.label(language, signature.approver());
            return signature.days() == null ? approver
                    : WORDS.text(language, "signature", approver, String.valueOf(signature.days()));
        }
        if (outcome instanceof Need need) {
            return controls(language, need.controls());
        }
        return String.valueOf(outcome);
    }

    /** {@code C1|C2} as "C1 ネットワーク分離 または C2 不要ポート閉鎖". */
    String controls(Language language, String codes) {
        List<String> names = new ArrayList<>();
        for (String code : codes.split("\\|")) {
            Control control = controls.get(code);
            names.add(control == null ? code : code + " " + control.name().in(language));
        }
        return String.join(WORDS.text(language, "or"), names);
    }

    /** What is needed until the fix, under the rule that asks for it. */
    Reason interim(List<Answer.Fired> deadline, List<String> controls) {
        String rule = deadline.isEmpty() ? "" : deadline.get(0).rule();
        return new Reason(rule, both(language -> WORDS.text(language, "interim", list(language, controls.stream()
                .map(codes -> controls(language, codes)).toList()))));
    }

    /** Whether the code is of something to do once, not of a control that stands. */
    boolean isAction(String code) {
        Control control = controls.get(code);
        return control != null && control.isAction();
    }

    static String list(Language language, List<String> parts) {
        return String.join(WORDS.text(language, "list"), parts);
    }

    static Bilingual both(Function<Language, String> text) {
        return new Bilingual(text.apply(Language.JA), text.apply(Language.EN));
    }
}
