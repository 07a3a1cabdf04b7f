package jp.mimamori.decision.drools;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Unknowns;

/** Tells what missing answers mean for a decision, and which answer to get first. */
final class Missing {

    /** The rule number these sentences carry: they come from how unknowns are treated, not from a table row. */
    private static final String RULE = "UNKNOWN";

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
            say(reasons, voice -> voice.say("unknown.settled", labels(voice, missing), cautious(voice, missing, unknowns)));
            return;
        }
        if (range.urgency() == low) {
            say(reasons, voice -> voice.say("unknown.low", labels(voice, missing), voice.label(low), voice.label(high)));
        } else {
            say(reasons, voice -> voice.say("unknown.cautious", cautious(voice, missing, unknowns),
                    voice.label(high), voice.label(low)));
        }
        if (high != range.urgency()) {
            say(reasons, voice -> voice.say("unknown.capped", voice.label(high), voice.label(range.urgency())));
        }
        Prospect first = askFirst(given, missing);
        say(reasons, voice -> voice.say("unknown.ask", voice.label(first.input()), first.in(voice)));
    }

    /** What each answer to one input would leave: ranges in the order of the input's values. */
    private record Prospect(Input input, List<Judgement.Range> ranges) {

        /** How wide the range still is, on average over the answers. */
        double width() {
            return ranges.stream()
                    .mapToInt(range -> range.high().urgency().ordinal() - range.low().urgency().ordinal())
                    .average().orElse(Double.MAX_VALUE);
        }

        String in(Voice voice) {
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < ranges.size(); i++) {
                Urgency low = ranges.get(i).low().urgency();
                Urgency high = ranges.get(i).high().urgency();
                answers.add(voice.say("unknown.answer", voice.label(input.known().get(i)), low == high ? voice.label(low)
                        : voice.say("range", voice.label(low), voice.label(high))));
            }
            return voice.list(answers);
        }
    }

    /** The input whose answer narrows the range most; of equal ones the first in the policy's order. */
    private Prospect askFirst(Situation given, List<Input> missing) {
        Prospect best = null;
        for (Input input : missing) {
            List<Judgement.Range> ranges = new ArrayList<>();
            for (Enum<?> value : input.known()) {
                ranges.add(judgement.range(given.with(input, value)));
            }
            Prospect prospect = new Prospect(input, ranges);
            if (best == null || prospect.width() < best.width()) {
                best = prospect;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static String cautious(Voice voice, List<Input> missing, Unknowns unknowns) {
        return voice.list(missing.stream().map(input ->
                voice.say("value", voice.label(input), voice.label(requireNonNull(unknowns.cautious().get(input))))).toList());
    }

    private static String labels(Voice voice, List<Input> inputs) {
        return voice.list(inputs.stream().map(voice::label).toList());
    }

    private static void say(List<Reason> reasons, Function<Voice, String> sentence) {
        reasons.add(new Reason(RULE, Voice.both(sentence)));
    }
}
