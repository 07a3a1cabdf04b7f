package jp.mimamori.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;

/**
 * Takes the reasons of decisions apart into sentence, values and table row. The rules tell each reason as one text, sentence first; what of
 * it stands in the policy's own row is known, the rest is values. A text that is not built like that is shown as it is: no word is lost.
 */
public final class Proof {

    private static final Wording ENGINE = Wording.at("/jp/mimamori/decision/drools/messages");
    private static final String MARK = "\u0001";

    private final Map<String, Line> lines = new HashMap<>();

    public Proof(RuleSet rules) {
        for (PolicyTable table : rules.tables()) {
            table.rows().forEach(row -> lines.put(row.rule(), new Line(table, row)));
        }
    }

    private record Line(PolicyTable table, PolicyRow row) {
    }

    private record Found(int from, int to, String label) {
    }

    /** The reasons of a decision, the strongest first, each once. */
    public List<ProofLine> lines(Decision decision, Language language) {
        Set<ProofLine> told = new LinkedHashSet<>();
        decision.reasons().forEach(reason -> told.add(line(reason, language)));
        return List.copyOf(told);
    }

    private ProofLine line(Reason reason, Language language) {
        String text = reason.text().in(language);
        Line line = lines.get(reason.rule());
        if (line == null) {
            return new ProofLine(reason.rule(), text, List.of(), null, null);
        }
        ProofLine.TableRow row = row(line, language);
        String why = line.row().reason().in(language);
        String[] frame = ENGINE.text(language, "sentence.row", MARK, MARK, MARK, MARK).split(MARK, -1); // 0 why 1 shown 2 sheet …
        int end = text.lastIndexOf(frame[2]);
        if (!text.startsWith(why + frame[1]) || end < why.length() + frame[1].length()) {
            return new ProofLine(reason.rule(), text, List.of(), null, row);
        }
        String shown = text.substring(why.length() + frame[1].length(), end);
        String leads = ENGINE.text(language, "leads", "", "");
        int arrow = shown.lastIndexOf(leads);
        String values = arrow < 0 ? "" : shown.substring(0, arrow);
        String outcome = arrow < 0 ? shown : shown.substring(arrow + leads.length());
        return new ProofLine(reason.rule(), why, chips(values, line.row(), language), outcome, row);
    }

    /** The values stand in a row, each behind its label; a value may hold the sign that parts them. */
    private static List<ProofLine.Chip> chips(String values, PolicyRow row, Language language) {
        List<Found> found = new ArrayList<>();
        String and = ENGINE.text(language, "and");
        for (Input input : row.when().keySet()) {
            String label = input.label().in(language);
            String head = ENGINE.text(language, "value", label, "");
            int at = values.startsWith(head) ? 0 : values.indexOf(and + head);
            if (at >= 0) {
                int from = at == 0 && values.startsWith(head) ? 0 : at + and.length();
                found.add(new Found(from, from + head.length(), label));
            }
        }
        found.sort(Comparator.comparing(Found::from));
        List<ProofLine.Chip> chips = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int end = i + 1 < found.size() ? found.get(i + 1).from() - and.length() : values.length();
            chips.add(new ProofLine.Chip(found.get(i).label(), values.substring(found.get(i).to(), end)));
        }
        return chips;
    }

    private static ProofLine.TableRow row(Line line, Language language) {
        List<ProofLine.Chip> when = line.row().when().entrySet().stream().map(column -> new ProofLine.Chip(column.getKey().label().in(language),
                column.getValue().stream().sorted(Comparator.comparing(value -> value.ordinal())).map(value -> Wording.label(language, value))
                        .collect(Collectors.joining(" / ")))).toList();
        List<ProofLine.Chip> then = line.row().then().entrySet().stream().map(answer -> new ProofLine.Chip(answer.getKey().label().in(language),
                answer.getValue() instanceof Enum<?> word ? Wording.label(language, word) : String.valueOf(answer.getValue()))).toList();
        return new ProofLine.TableRow(line.table().file(), line.table().sheet(), line.row().row(), when, then);
    }
}
