package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.table.Control;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;

/** Tells a claim as a sentence: the table's own reason, the values that led to it, and where the row stands. */
final class Explanation {

    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, Control> controls;
    /** Many states share a sentence: it tells only the columns its row looks at. */
    private final Map<Told, Reason> told = new ConcurrentHashMap<>();
    private final Map<Interim, Reason> interims = new ConcurrentHashMap<>();

    Explanation(RuleSet rules) {
        this.controls = rules.controls();
        for (PolicyTable table : rules.tables()) {
            table.rows().forEach(row -> lines.put(row.rule(), new Line(table, row)));
        }
    }

    private record Line(PolicyTable table, PolicyRow row) {
    }

    private record Told(Claims.Entry claim, List<Input> inputs, List<Enum<?>> values) {
    }

    Reason of(Claims.Entry claim, List<Input> inputs, Enum<?>[] state) {
        Line line = lines.get(claim.rule());
        List<Input> looked = new ArrayList<>(inputs.size());
        List<Enum<?>> values = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            boolean counts = line == null || line.row().when().containsKey(inputs.get(i));
            if (counts && inputs.get(i) != Input.TREATMENT) { // the sentence is about the treatment, which is told already
                looked.add(inputs.get(i));
                values.add(state[i]);
            }
        }
        return told.computeIfAbsent(new Told(claim, looked, values),
                key -> new Reason(claim.rule(), Voice.both(voice -> sentence(voice, key, line))));
    }

    private String sentence(Voice voice, Told told, @Nullable Line line) {
        Claims.Entry claim = told.claim();
        Bilingual given = claim.reason() != null ? claim.reason() : line != null ? line.row().reason() : new Bilingual("", "");
        List<String> values = new ArrayList<>();
        for (int i = 0; i < told.inputs().size(); i++) {
            values.add(voice.say("value", voice.label(told.inputs().get(i)), voice.label(told.values().get(i))));
        }
        String because = String.join(voice.say("and"), values);
        String outcome = outcome(voice, claim.outcome());
        String shown = because.isEmpty() ? outcome : voice.say("leads", because, outcome);
        String why = given.in(voice.language());
        return line == null ? voice.say("sentence.rule", why, shown, claim.rule())
                : voice.say("sentence.row", why, shown, sheet(voice, line.table()), String.valueOf(line.row().row()));
    }

    /** The sheet as it is called in the workbook, with its meaning for a reader of the other language. */
    private static String sheet(Voice voice, PolicyTable table) {
        String title = table.question().title().in(voice.language());
        return voice.language() == Language.JA || title.equals(table.sheet()) ? table.sheet()
                : title + " / " + table.sheet();
    }

    private String outcome(Voice voice, Object outcome) {
        if (outcome instanceof Enum<?> word) {
            return voice.label(word);
        }
        if (outcome instanceof Days days) {
            return days.due() == null ? voice.say("due.none")
                    : days.interim() == null ? voice.say("due", days.due().toString())
                            : voice.say("due.interim", days.due().toString(), days.interim().toString());
        }
        if (outcome instanceof Signature signature) {
            String approver = voice.label(signature.approver());
            return signature.days() == null ? approver : voice.say("signature", approver, signature.days().toString());
        }
        if (outcome instanceof Need need) {
            return controls(voice, need.controls());
        }
        return String.valueOf(outcome);
    }

    /** {@code C1|C2} as "C1 ネットワーク分離 または C2 不要ポート閉鎖". */
    private String controls(Voice voice, String codes) {
        List<String> names = new ArrayList<>();
        for (String code : codes.split("\\|")) {
            Control control = controls.get(code);
            names.add(control == null ? code : code + " " + control.name().in(voice.language()));
        }
        return String.join(voice.say("or"), names);
    }

    /** What is needed until the fix, under the rule that asks for it. */
    Reason interim(List<Answer.Fired> deadline, List<String> needed) {
        return interims.computeIfAbsent(new Interim(deadline.isEmpty() ? "" : deadline.get(0).rule(), needed),
                key -> new Reason(key.rule(), Voice.both(voice -> voice.say("interim",
                        voice.list(key.needed().stream().map(codes -> controls(voice, codes)).toList())))));
    }

    private record Interim(String rule, List<String> needed) {
    }

    /** Whether the code is of something to do once, not of a control that stands. */
    boolean isAction(String code) {
        Control control = controls.get(code);
        return control != null && control.isAction();
    }
}
