package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.table.Input;
import jp.mimamori.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, and where the rules write what they claim about it. Rules only add; what the claims come to is worked out in
 * Java.
 */
public final class Claims {

    private final List<Input> inputs;
    private final Enum<?>[] state;
    private final List<Entry> entries = new ArrayList<>(4);

    Claims(List<Input> inputs, Enum<?>[] state) {
        this.inputs = inputs;
        this.state = state;
    }

    /** The value of an input in the state asked about. */
    Enum<?> value(Input input) {
        int index = inputs.indexOf(input);
        if (index < 0) {
            throw new IllegalArgumentException(input + " is not asked here"); // a rule joined the wrong table
        }
        return state[index];
    }

    /** A claim whose reason stands in its table row. */
    public void add(String rule, Object outcome) {
        entries.add(new Entry(rule, outcome, null));
    }

    /** A claim of a rule that stands in no table, with its reason in both languages. */
    public void add(String rule, Object outcome, String ja, String en) {
        entries.add(new Entry(rule, outcome, new Bilingual(ja, en)));
    }

    List<Entry> entries() {
        return entries;
    }

    record Entry(String rule, Object outcome, @Nullable Bilingual reason) {
    }
}
