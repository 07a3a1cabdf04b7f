package jp.mimamori.policy.proof;

import java.util.List;
import jp.mimamori.decision.drools.OpenBook;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.table.Input;

/** All that the rules say about one question: every combination of the values its inputs can have when it is asked. */
final class Leaf {

    private final Step step;
    private final List<Input> inputs;
    private final int[] sizes;
    private final OpenBook.Said[] said;

    Leaf(OpenBook book, Step step) {
        this.step = step;
        this.inputs = book.inputs(step);
        this.sizes = inputs.stream().mapToInt(input -> values(input).size()).toArray();
        int states = 1;
        for (int size : sizes) {
            states *= size;
        }
        this.said = new OpenBook.Said[states];
        for (int state = 0; state < states; state++) {
            said[state] = book.said(step, values(state));
        }
    }

    /** What an input can be by the time a question is asked: patch and cost as they are, any risk with its cautious value. */
    private static List<Enum<?>> values(Input input) {
        return input == Input.PATCH || input == Input.COST ? input.all() : input.known();
    }

    Step step() {
        return step;
    }

    List<Input> inputs() {
        return inputs;
    }

    int states() {
        return said.length;
    }

    /** The number of a state, given its values' places in the order of the inputs. */
    int state(int... values) {
        int state = 0;
        for (int i = 0; i < sizes.length; i++) {
            state = state * sizes[i] + values[i];
        }
        return state;
    }

    Enum<?>[] values(int state) {
        Enum<?>[] values = new Enum<?>[sizes.length];
        int rest = state;
        for (int i = sizes.length - 1; i >= 0; i--) {
            values[i] = values(inputs.get(i)).get(rest % sizes[i]);
            rest /= sizes[i];
        }
        return values;
    }

    OpenBook.Said said(int state) {
        return said[state];
    }

    /** The place of the answer among its kind; only where answers are words of a list. */
    int word(int state) {
        return ((Enum<?>) said[state].value()).ordinal();
    }

    int[] words() {
        int[] words = new int[said.length];
        for (int state = 0; state < said.length; state++) {
            words[state] = word(state);
        }
        return words;
    }
}
