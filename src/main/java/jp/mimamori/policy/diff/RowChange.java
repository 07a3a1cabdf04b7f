package jp.mimamori.policy.diff;

import java.util.List;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.Question;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/**
 * A table row that is otherwise in the second edition, told by its rule number.
 *
 * @param from      where it stands in the first edition; null where it is new
 * @param to        where it stands in the second edition; null where it is gone
 * @param cells     the cells that differ; all of a row that is new or gone
 * @param before    the row in the first edition
 * @param after     the row in the second edition
 */
public record RowChange(Kind kind, Question question, String rule, @Nullable Place from, @Nullable Place to, List<Cell> cells,
        @Nullable PolicyRow before, @Nullable PolicyRow after) {

    public RowChange {
        cells = List.copyOf(cells);
        if (before == null && after == null) {
            throw new IllegalArgumentException(rule + " stands in neither edition");
        }
    }

    /**
     * One cell, in the words of the sheet.
     *
     * @param from null where the row is new
     * @param to   null where the row is gone
     */
    public record Cell(Message heading, boolean decides, @Nullable Bilingual from, @Nullable Bilingual to) {
    }

    /** Whether it may change an outcome: a reason told in other words changes none. */
    public boolean decides() {
        return cells.stream().anyMatch(Cell::decides);
    }

    /** Whether the row, as it was or as it is, could apply to a case as far as the given inputs tell; an unknown may be anything. */
    public boolean mayConcern(Facts facts) {
        return before != null && mayApply(before, facts) || after != null && mayApply(after, facts);
    }

    private static boolean mayApply(PolicyRow row, Facts facts) {
        return row.when().entrySet().stream().filter(column -> States.isGiven(column.getKey())).allMatch(column -> {
            Enum<?> value = States.value(facts, column.getKey());
            return value.name().equals("UNKNOWN") || column.getValue().contains(value);
        });
    }
}
