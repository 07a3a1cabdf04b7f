package jp.mimamori.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.PolicyTable;

/** Finds combinations of inputs that a table has no row for. */
final class Gaps {

    private Gaps() {
    }

    /** The first combination without an answer. */
    static Optional<Map<Input, Enum<?>>> first(PolicyTable table) {
        return search(table, 0, new EnumMap<>(Input.class));
    }

    private static Optional<Map<Input, Enum<?>>> search(PolicyTable table, int depth, Map<Input, Enum<?>> state) {
        List<Input> inputs = table.question().inputs();
        if (depth == inputs.size()) {
            return table.rows().stream().anyMatch(row -> row.matches(state)) ? Optional.empty()
                    : Optional.of(new EnumMap<>(state));
        }
        Input input = inputs.get(depth);
        boolean askedAsIs = input == Input.PATCH || input == Input.COST;
        for (Enum<?> value : askedAsIs ? input.all() : input.known()) {
            state.put(input, value);
            Optional<Map<Input, Enum<?>>> gap = search(table, depth + 1, state);
            if (gap.isPresent()) {
                return gap;
            }
        }
        return Optional.empty();
    }
}
