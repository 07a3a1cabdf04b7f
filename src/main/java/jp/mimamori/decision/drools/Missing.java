package jp.mimamori.decision.drools;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.Unknowns;

/**
 * Tells what missing answers mean for a decision, and which answer to get first. Its sentences are few: each is made once.
 */
final class Missing {

    /** The rule number these sentences carry: they come from how unknowns are treated, not from a table row. */
    private static final String RULE = "UNKNOWN";
    private static final int SETS = 1 << RiskSpace.INPUTS;
    private static final int LEVELS = Urgency.values().length;

    private final Judgement judgement;
    private final Unknowns unknowns;
    private final int[] cautious;
    private final AtomicReferenceArray<List<String>> names = new AtomicReferenceArray<>(SETS);
    /** By what they say and of which inputs: see {@link #told}. */
    private final AtomicReferenceArray<Reason> sentences = new AtomicReferenceArray<>(Kind.values().length * SETS * LEVELS * LEVELS);
    private final Map<Long, Reason> questions = new ConcurrentHashMap<>();

    private enum Kind {
        SETTLED,
        LOW,
        CAUTIOUS,
        CAPPED
    }

    Missing(Judgement judgement, Unknowns unknowns, int[] cautious) {
        this.judgement = judgement;
        this.unknowns = unknowns;
        this.cautious = cautious;
    }

    /** What {@code decide}'s JSON calls the missing inputs. */
    List<String> names(Given given) {
        List<String> found = names.get(given.missing());
        if (found == null) {
            found = inputs(given.missing()).stream().map(risk -> risk == Input.CVSS ? "cvssScore" : risk.property()).toList();
            names.set(given.missing(), found);
        }
        return found;
    }

    void explain(RuleSession rules, Given given, Judgement.Range range, Judgement.Reasons reasons) {
        if (given.missing() == 0) {
            return;
        }
        Urgency low = range.low().urgency();
        Urgency high = range.high().urgency();
        if (!range.provisional()) {
            reasons.add(told(Kind.SETTLED, given.missing(), low, high));
            return;
        }
        reasons.add(told(range.urgency() == low ? Kind.LOW : Kind.CAUTIOUS, given.missing(), low, high));
        if (high != range.urgency()) {
            reasons.add(told(Kind.CAPPED, 0, range.urgency(), high));
        }
        reasons.add(askFirst(rules, given));
    }

    private Reason told(Kind kind, int missing, Urgency low, Urgency high) {
        int index = ((kind.ordinal() * SETS + missing) * LEVELS + low.ordinal()) * LEVELS + high.ordinal();
        Reason reason = sentences.get(index);
        if (reason == null) {
            List<Input> inputs = inputs(missing);
            reason = say(voice -> switch (kind) {
                case SETTLED -> voice.say("unknown.settled", labels(voice, inputs), assumed(voice, inputs));
                case LOW -> voice.say("unknown.low", labels(voice, inputs), voice.label(low), voice.label(high));
                case CAUTIOUS -> voice.say("unknown.cautious", assumed(voice, inputs), voice.label(high), voice.label(low));
                case CAPPED -> voice.say("unknown.capped", voice.label(high), voice.label(low));
            });
            sentences.set(index, reason);
        }
        return reason;
    }

    /** The input whose answer narrows the range most, on average over its answers; of equal ones the first in the policy's order. */
    private Reason askFirst(RuleSession rules, Given given) {
        int best = -1;
        int bestWidth = 0;
        for (int input = 0; input < RiskSpace.INPUTS; input++) {
            if (given.isMissing(input)) {
                int width = width(rules, given, input);
                if (best < 0 || width * RiskSpace.known(best) < bestWidth * RiskSpace.known(input)) {
                    best = input;
                    bestWidth = width;
                }
            }
        }
        int first = best;
        long key = 1; // so that answers of DEFER to an input of many values are not those to one of few
        for (int answer = 0; answer < RiskSpace.known(first); answer++) {
            key = key * LEVELS + low(rules, given, first, answer).ordinal();
            key = key * LEVELS + high(rules, given, first, answer).ordinal();
        }
        key = key * RiskSpace.INPUTS + first;
        Reason question = questions.get(key);
        if (question == null) {
            question = say(voice -> voice.say("unknown.ask", voice.label(Unknowns.RISKS.get(first)),
                    answers(voice, rules, given, first)));
            questions.put(key, question);
        }
        return question;
    }

    /** How wide the range would still be, summed over the answers to one input. */
    private int width(RuleSession rules, Given given, int input) {
        int width = 0;
        for (int answer = 0; answer < RiskSpace.known(input); answer++) {
            width += high(rules, given, input, answer).ordinal() - low(rules, given, input, answer).ordinal();
        }
        return width;
    }

    private Urgency low(RuleSession rules, Given given, int input, int answer) {
        return judgement.urgency(rules, given.low() + answer * RiskSpace.knownStride(input));
    }

    private Urgency high(RuleSession rules, Given given, int input, int answer) {
        return judgement.urgency(rules, given.high() + (answer - cautious[input]) * RiskSpace.knownStride(input));
    }

    private String answers(Voice voice, RuleSession rules, Given given, int input) {
        List<String> answers = new ArrayList<>();
        for (int answer = 0; answer < RiskSpace.known(input); answer++) {
            Urgency low = low(rules, given, input, answer);
            Urgency high = high(rules, given, input, answer);
            answers.add(voice.say("unknown.answer", voice.label(Unknowns.RISKS.get(input).known().get(answer)),
                    low == high ? voice.label(low) : voice.say("range", voice.label(low), voice.label(high))));
        }
        return voice.list(answers);
    }

    private static List<Input> inputs(int missing) {
        List<Input> inputs = new ArrayList<>();
        for (int input = 0; input < RiskSpace.INPUTS; input++) {
            if ((missing >> input & 1) != 0) {
                inputs.add(Unknowns.RISKS.get(input));
            }
        }
        return inputs;
    }

    private String assumed(Voice voice, List<Input> missing) {
        return voice.list(missing.stream().map(input ->
                voice.say("value", voice.label(input), voice.label(requireNonNull(unknowns.cautious().get(input))))).toList());
    }

    private static String labels(Voice voice, List<Input> inputs) {
        return voice.list(inputs.stream().map(voice::label).toList());
    }

    private static Reason say(Function<Voice, String> sentence) {
        return new Reason(RULE, Voice.both(sentence));
    }
}
