package jp.mimamori.policy.proof;

import java.util.List;
import java.util.Map;
import jp.mimamori.language.Bilingual;

/**
 * A state, or two, in which a property does not hold: as few inputs away from the most harmless state as can be.
 *
 * @param property what does not hold
 * @param summary  what happens, in a sentence
 * @param state    the inputs that matter, by label; those not named are in {@code harmless} or may have any value
 * @param harmless the inputs that have to be at their most harmless value
 * @param facts    the same for machines: input to value
 * @param before   the outcome of the state it is compared with; empty where there is none
 * @param after    the outcome of the state that breaks the property
 * @param rows     the rows and rules these outcomes come from, those of the state that breaks the property first
 */
public record CounterExample(Property property, Bilingual summary, List<Bilingual> state, List<Bilingual> harmless,
        Map<String, String> facts, Bilingual before, Bilingual after, List<RowPlace> rows) {

    public CounterExample {
        state = List.copyOf(state);
        harmless = List.copyOf(harmless);
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
        rows = List.copyOf(rows);
    }
}
