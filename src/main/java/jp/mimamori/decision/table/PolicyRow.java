package jp.mimamori.decision.table;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.language.Bilingual;

/**
 * One row of a policy table.
 *
 * @param rule   its number, such as {@code SSVC-014}: unique in a policy and kept for life
 * @param row    the row as the spreadsheet numbers it, from 1
 * @param when   the values each input may have; an input that is absent may have any
 * @param then   the answer: an enum constant, an {@code Integer}, or the text of a control; an absent one is "none"
 * @param reason why, in a sentence for laymen
 */
public record PolicyRow(String rule, int row, Map<Input, Set<Enum<?>>> when, Map<Outcome, Object> then, Bilingual reason) {

    private static final Pattern RULE = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{2,4}");

    public PolicyRow {
        if (!isRuleNumber(rule)) {
            throw new IllegalArgumentException(rule + " is no rule number");
        }
        when = Collections.unmodifiableMap(copy(when));
        then = Collections.unmodifiableMap(then.isEmpty() ? new EnumMap<>(Outcome.class) : new EnumMap<>(then));
    }

    /** Whether {@code text} is a rule number: letters, a hyphen, digits. */
    public static boolean isRuleNumber(String text) {
        return RULE.matcher(text).matches();
    }

    /** Whether the row applies to a state. */
    public boolean matches(Map<Input, Enum<?>> state) {
        return when.entrySet().stream().allMatch(column -> column.getValue().contains(state.get(column.getKey())));
    }

    private static Map<Input, Set<Enum<?>>> copy(Map<Input, Set<Enum<?>>> when) {
        Map<Input, Set<Enum<?>>> copy = new EnumMap<>(Input.class);
        when.forEach((input, values) -> copy.put(input, Set.copyOf(values)));
        return copy;
    }
}
