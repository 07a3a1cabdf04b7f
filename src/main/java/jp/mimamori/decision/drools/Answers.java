package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.table.Input;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one question. A question has few states (the largest some ten thousand) and its answer depends on nothing
 * else, so each state is put before Drools once per rule set and remembered in a table that its values index.
 */
final class Answers<T> {

    private static final Comparator<Claims.Entry> BY_RULE = Comparator.comparing(Claims.Entry::rule)
            .thenComparing(entry -> String.valueOf(entry.outcome()));

    private final List<Input> inputs;
    private final BiFunction<Enum<?>[], Claims, Object> fact;
    private final Class<?> claimed;
    private final Function<List<Object>, T> sum;
    private final BiPredicate<Object, T> counts;
    private final Explanation explanation;
    private final int[] sizes;
    /** Plain: an answer is immutable, so another thread sees all of it or none; at worst a question is asked twice. */
    private final @Nullable Answer<T>[] known;

    /**
     * @param inputs  what the question depends on
     * @param fact    makes the fact that rules match, out of the inputs' values in their order
     * @param claimed what rules may claim
     * @param sum     what all claims together come to; never depends on their order
     * @param counts  whether a claim's reason is told where the claims came to that sum
     */
    <C> Answers(List<Input> inputs, BiFunction<Enum<?>[], Claims, Object> fact, Class<C> claimed, Function<List<C>, T> sum,
            BiPredicate<C, T> counts, Explanation explanation) {
        this.inputs = List.copyOf(inputs);
        this.fact = fact;
        this.claimed = claimed;
        this.sum = claims -> sum.apply(claims.stream().map(claimed::cast).toList());
        this.counts = (claim, value) -> counts.test(claimed.cast(claim), value);
        this.explanation = explanation;
        this.sizes = inputs.stream().mapToInt(input -> input.all().size()).toArray();
        int states = 1;
        for (int size : sizes) {
            states *= size;
        }
        this.known = answers(states);
    }

    @SuppressWarnings("unchecked") // an array of a generic type cannot be made otherwise
    private static <T> @Nullable Answer<T>[] answers(int states) {
        return (Answer<T>[]) new Answer<?>[states];
    }

    List<Input> inputs() {
        return inputs;
    }

    /**
     * The answer for a state, its values in the order of the inputs.
     *
     * @throws WrongClaim where a rule file claims something of another kind
     */
    Answer<T> of(RuleSession rules, Enum<?>... state) {
        int index = 0;
        for (int i = 0; i < sizes.length; i++) {
            index = index * sizes[i] + state[i].ordinal();
        }
        Answer<T> answer = known[index];
        if (answer == null) {
            answer = ask(rules, state);
            known[index] = answer;
        }
        return answer;
    }

    /** What claims come to, each of the kind this question asks for. */
    T sum(List<Object> claims) {
        return sum.apply(claims);
    }

    private Answer<T> ask(RuleSession rules, Enum<?>[] state) {
        Claims claims = new Claims(inputs, state);
        rules.fire(fact.apply(state, claims));
        List<Claims.Entry> entries = new ArrayList<>(claims.entries());
        entries.sort(BY_RULE);
        List<Answer.Fired> fired = new ArrayList<>(entries.size());
        List<Object> outcomes = new ArrayList<>(entries.size());
        for (Claims.Entry entry : entries) {
            if (!claimed.isInstance(entry.outcome())) {
                throw new WrongClaim(entry.rule(), entry.outcome(), claimed);
            }
            fired.add(new Answer.Fired(entry.rule(), entry.outcome(), explanation.of(entry, inputs, state)));
            outcomes.add(entry.outcome());
        }
        T value = sum.apply(outcomes);
        List<Reason> reasons = new ArrayList<>(fired.size());
        for (Answer.Fired claim : fired) {
            if (counts.test(claim.outcome(), value)) {
                reasons.add(claim.reason());
            }
        }
        return new Answer<>(value, fired, reasons);
    }
}
