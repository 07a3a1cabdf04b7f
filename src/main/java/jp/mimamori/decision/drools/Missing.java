package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;

/** Tells what missing answers mean for a decision, and which answer to get first. */
final class Missing {

    /** The rule number these sentences carry: they come from how unknowns are treated, not from a table row. */
    private static final String RULE = "UNKNOWN";
    private static final Wording WORDS = Wording.of(Missing.class);

    private final Judgement judgement;

    Missing(Judgement judgement) {
        this.judgement = judgement;
    }

    void explain(Situation given, Judgement.Range range, Unknowns unknowns, List<Reason> reasons) {
        List<Input> missing = given.missing();
        if (missing.isEmpty()) {
            return;
        }
        Urgency low = range.low().urgency();
        Urgency high = range.high().urgency();
        if (!range.provisional()) {
            say(reasons, language -> WORDS.text(language, "unknown.settled", labels(language, missing)));
            return;
        }
        if (range.urgency() == low) {
            say(reasons, language -> WORDS.text(language, "unknown.low", labels(language, missing), low, high));
        } else {
            say(reasons, language -> WORDS.text(language, "unknown.cautious", Explanation.list(language, missing.stream()
                    .map(input -> WORDS.text(language, "value", input.label(), unknowns.cautious().get(input))).toList()),
                    high, low));
        }
        if (high != range.urgency()) {
            say(reasons, language -> WORDS.text(language, "unknown.capped", high, range.urgency()));
        }
        Input first = askFirst(given, missing);
        say(reasons, language -> WORDS.text(language, "unknown.ask", first.label(), answers(language, given, first)));
    }

    /** The input whose answer leaves the narrowest range, on average over its values. */
    private Input askFirst(Situation given, List<Input> missing) {
        Input best = missing.get(0);
        double narrowest = Double.MAX_VALUE;
        for (Input input : missing) {
            double width = input.known().stream().map(value -> judgement.range(given.with(input, value)))
                    .mapToInt(range -> range.high().urgency().ordinal() - range.low().urgency().ordinal())
                    .average().orElse(Double.MAX_VALUE);
            if (width < narrowest) {
                narrowest = width;
                best = input;
            }
        }
        return best;
    }

    private String answers(Language language, Situation given, Input input) {
        List<String> answers = new ArrayList<>();
        for (Enum<?> value : input.known()) {
            Judgement.Range range = judgement.range(given.with(input, value));
            Urgency low = range.low().urgency();
            Urgency high = range.high().urgency();
            answers.add(WORDS.text(language, "unknown.answer", value, low == high ? low : WORDS.message("range", low, high)));
        }
        return Explanation.list(language, answers);
    }

    private static String labels(Language language, List<Input> inputs) {
        return Explanation.list(language, inputs.stream().map(input -> input.label().in(language)).toList());
    }

    private static void say(List<Reason> reasons, java.util.function.Function<Language, String> sentence) {
        reasons.add(new Reason(RULE, Explanation.both(sentence)));
    }
}
