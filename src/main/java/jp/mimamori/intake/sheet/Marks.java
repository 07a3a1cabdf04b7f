package jp.mimamori.intake.sheet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a sheet shows beside its values: merged cells, hidden columns, struck-out cells, comments. */
public final class Marks {

    /** A sheet that cannot show any, such as a CSV. */
    public static final Marks NONE = new Marks(List.of(), new BitSet(), Map.of(), new TreeMap<>());

    private final List<Region> merged;
    private final BitSet hiddenColumns;
    private final Map<Integer, BitSet> struck;
    private final TreeMap<CellRef, String> comments;

    Marks(List<Region> merged, BitSet hiddenColumns, Map<Integer, BitSet> struck, Map<CellRef, String> comments) {
        this.merged = List.copyOf(merged);
        this.hiddenColumns = hiddenColumns;
        this.struck = new HashMap<>(struck);
        this.comments = new TreeMap<>(java.util.Comparator.comparingInt(CellRef::row).thenComparingInt(CellRef::column));
        this.comments.putAll(comments);
    }

    public List<Region> merged() {
        return merged;
    }

    public boolean isHiddenColumn(int column) {
        return hiddenColumns.get(column);
    }

    /** Whether the cell's font is struck through. */
    public boolean isStruck(int row, int column) {
        BitSet columns = struck.get(row);
        return columns != null && columns.get(column);
    }

    /** The comment on a cell; null where there is none. */
    public @Nullable String comment(int row, int column) {
        return comments.get(new CellRef(row, column));
    }

    /** All comments, in the order of their cells. */
    public Map<CellRef, String> comments() {
        return comments;
    }
}
