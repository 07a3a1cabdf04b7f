package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.mimamori.decision.table.Input;

/**
 * The answers to one question. A question has few states (the largest some ten thousand) and its answer depends on nothing
 * else, so each state is put before Drools once per rule set and remembered.
 */
final class Answers<T> {

    private final List<Input> inputs;
    private final BiFunction<Enum<?>[], Claims, Object> fact;
    private final Function<List<Claims.Entry>, T> sum;
    private final Explanation explanation;
    private final int[] sizes;
    private final AtomicReferenceArray<Answer<T>> known;

    /**
     * @param inputs what the question depends on
     * @param fact   makes the fact that rules match, out of the inputs' values in their order
     * @param sum    what all claims together come to; never depends on their order
     */
    Answers(List<Input> inputs, BiFunction<Enum<?>[], Claims, Object> fact, Function<List<Claims.Entry>, T> sum,
            Explanation explanation) {
        this.inputs = List.copyOf(inputs);
        this.fact = fact;
        this.sum = sum;
        this.explanation = explanation;
        this.sizes = inputs.stream().mapToInt(input -> input.all().size()).toArray();
        int states = 1;
        for (int size : sizes) {
            states *= size;
        }
        this.known = new AtomicReferenceArray<>(states);
    }

    /** The answer for a state, its values in the order of the inputs. */
    Answer<T> of(RuleSession rules, Enum<?>... state) {
        int index = 0;
        for (int i = 0; i < sizes.length; i++) {
            index = index * sizes[i] + state[i].ordinal();
        }
        Answer<T> answer = known.get(index);
        if (answer == null) {
            answer = ask(rules, state);
            known.set(index, answer);
        }
        return answer;
    }

    private Answer<T> ask(RuleSession rules, Enum<?>[] state) {
        Claims claims = new Claims(inputs, state);
        rules.fire(fact.apply(state, claims));
        List<Claims.Entry> entries = new ArrayList<>(claims.entries());
        entries.sort(Comparator.comparing(Claims.Entry::rule));
        List<Answer.Fired> fired = new ArrayList<>();
        for (Claims.Entry entry : entries) {
            fired.add(new Answer.Fired(entry.rule(), entry.outcome(), explanation.of(entry, inputs, state)));
        }
        return new Answer<>(sum.apply(entries), fired);
    }
}
