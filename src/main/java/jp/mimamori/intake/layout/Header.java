package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.SheetRole;
import org.jspecify.annotations.Nullable;

/** A header that was found: where it stands, what its table is about, and what its columns mean. */
public final class Header {

    private final SheetRole role;
    private final int firstRow;
    private final int lastRow;
    private final double score;
    private final List<Column> columns;
    private final Map<String, List<Column>> byField = new HashMap<>();
    private final Map<String, List<Column>> byPrefix = new HashMap<>();

    Header(SheetRole role, int firstRow, int lastRow, double score, List<Column> columns) {
        this.role = role;
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        this.score = score;
        this.columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.field() != null) {
                byField.computeIfAbsent(column.field(), f -> new ArrayList<>()).add(column);
            }
        }
        byField.replaceAll((field, found) -> List.copyOf(found));
    }

    Header with(List<Column> others) {
        return new Header(role, firstRow, lastRow, score, others);
    }

    public SheetRole role() {
        return role;
    }

    public int firstRow() {
        return firstRow;
    }

    /** Whether the sheet has no header, and its columns are named by their letters. */
    public boolean isUnheaded() {
        return lastRow < firstRow;
    }

    int lastRow() {
        return lastRow;
    }

    double score() {
        return score;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The columns of {@code field}, from left to right; empty where the table has none. */
    public List<Column> columns(String field) {
        return byField.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    /** The first column of {@code field}; null where the table has none. */
    public @Nullable Column column(String field) {
        List<Column> found = columns(field);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The columns of the fields {@code prefix + number}, such as {@code hour7}, in the order they stand in. */
    public List<Column> numbered(String prefix) {
        return byPrefix.computeIfAbsent(prefix, p -> columns.stream()
                .filter(c -> c.field() != null && c.field().matches(p + "\\d+")).toList());
    }
}
