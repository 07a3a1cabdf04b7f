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

    private static final int INPUTS = Input.values().length;

    /** One bit for the value of each input, by the input's place; none for what is not asked here. */
    private final int[] state = new int[INPUTS];
    private final List<Entry> entries = new ArrayList<>(4);

    Claims(List<Input> inputs, Enum<?>[] values) {
        for (int i = 0; i < values.length; i++) {
            state[inputs.get(i).ordinal()] = 1 << values[i].ordinal();
        }
    }

    /** Whether the value of an input in the state asked about is one of {@code values}, a bit each. */
    boolean isOneOf(Input input, int values) {
        int value = state[input.ordinal()];
        if (value == 0) {
            throw new IllegalArgumentException(input + " is not asked here"); // a rule joined the wrong table
        }
        return (value & values) != 0;
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
