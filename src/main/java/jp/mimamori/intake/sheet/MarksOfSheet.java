package jp.mimamori.intake.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Collects what stands beside the values of a sheet while it is read. */
final class MarksOfSheet {

    private static final Wording WORDING = Wording.of(MarksOfSheet.class);
    /** Cells struck out in part that are named one by one. */
    private static final int NAMED = 20;
    private static final int WIDEST = 16_384;

    private final String file;
    private final Limits limits;
    private final HeapBudget heap;
    private final List<Region> merged = new ArrayList<>();
    private final BitSet hiddenColumns = new BitSet();
    private final Map<Integer, BitSet> struck = new HashMap<>();
    private final List<Partly> partly = new ArrayList<>();
    private int partlyStruck;

    private record Partly(int row, int column, String text, String struck) {
    }

    MarksOfSheet(String file, Limits limits, HeapBudget heap) {
        this.file = file;
        this.limits = limits;
        this.heap = heap;
    }

    /** Columns are hidden from the {@code min}th to the {@code max}th, counted from 1. */
    void hide(@Nullable String min, @Nullable String max) {
        int first = Math.max(1, min == null ? 0 : Integer.parseInt(min));
        int last = Math.min(WIDEST, max == null ? 0 : Integer.parseInt(max));
        if (last >= first) {
            hiddenColumns.set(first - 1, last);
        }
    }

    /** Cells are merged, as {@code A1:B2} says. */
    void merge(@Nullable String ref) throws UnusableFileException {
        if (ref == null) {
            return;
        }
        int colon = ref.indexOf(':');
        CellRef from = CellRef.parse(colon < 0 ? ref : ref.substring(0, colon));
        CellRef to = colon < 0 ? from : CellRef.parse(ref.substring(colon + 1));
        if (to.row() >= from.row() && to.column() >= from.column()) {
            merge(new Region(from.row(), to.row(), from.column(), to.column()));
        }
    }

    void merge(Region region) throws UnusableFileException {
        if (merged.size() >= limits.of(Limit.MERGED)) {
            throw Refusal.limit(file, Limit.MERGED, limits.of(Limit.MERGED));
        }
        merged.add(region);
    }

    /**
     * A cell of style {@code cellStruck} is struck through as a whole, or only in part where its runs differ; {@code strikes} is null
     * where it has none.
     */
    void strike(int row, int column, CellValue value, boolean cellStruck, RichText.@Nullable Strikes strikes)
            throws UnusableFileException {
        boolean any = cellStruck;
        boolean all = cellStruck;
        String part = "";
        if (strikes != null) {
            any = !strikes.struck().isEmpty() || cellStruck && strikes.inherited();
            all = any && !strikes.plain() && (cellStruck || !strikes.inherited());
            part = strikes.struck();
        }
        if (all) {
            BitSet columns = struck.get(row);
            if (columns == null) {
                heap.take(120 + column / 8);
                columns = new BitSet();
                struck.put(row, columns);
            }
            columns.set(column);
        } else if (any && ++partlyStruck <= NAMED) {
            partly.add(new Partly(row, column, value.text(), part));
        }
    }

    /** What there is to tell of them. */
    List<Issue> issues(@Nullable String sheet) {
        List<Issue> issues = new ArrayList<>();
        for (Partly cell : partly) {
            String name = CellRef.name(cell.row(), cell.column());
            issues.add(new Issue("INTAKE-113", Severity.WARNING, new Place(file, sheet, name, cell.row()), null, cell.text(),
                    WORDING.message("INTAKE-113", name, brief(cell.text()), brief(cell.struck()))));
        }
        if (partlyStruck > NAMED) {
            issues.add(new Issue("INTAKE-114", Severity.WARNING, new Place(file, sheet, null, null), null, null,
                    WORDING.message("INTAKE-114", String.valueOf(sheet), partlyStruck, NAMED)));
        }
        return issues;
    }

    private static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    Marks marks(Map<CellRef, String> comments) {
        return new Marks(merged, hiddenColumns, struck, comments);
    }

    void hide(BitSet columns) {
        hiddenColumns.or(columns);
    }
}
