package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A first pass over a sheet: what has to be known before its cells are written anew. */
final class SheetScan {

    private static final int POINTS_TO_PIXELS_3 = 4;

    private final List<int[]> merged = new ArrayList<>();
    private final List<int[]> widths = new ArrayList<>();
    private final BitSet styles = new BitSet();
    private float[] heights = new float[64];
    private float usualHeight = 15;
    private int usualWidth = 64;
    private boolean selected;
    private boolean cells;
    private @Nullable String notes;

    static SheetScan of(Reader sheet) throws IOException {
        SheetScan scan = new SheetScan();
        XmlPieces pieces = new XmlPieces(sheet);
        int row = 0;
        while (pieces.next()) {
            if (pieces.opens("c")) {
                scan.styles.set(Math.max(0, Math.min(100_000, pieces.tag().number("s", 0))));
            } else if (pieces.opens("row")) {
                Tag tag = pieces.tag();
                row = tag.number("r", row + 1);
                scan.height(row, tag);
            } else if (pieces.opens("sheetData")) {
                scan.cells = true;
            } else if (pieces.opens("mergeCell")) {
                scan.merge(pieces.tag().attribute("ref"));
            } else if (pieces.opens("col")) {
                scan.column(pieces.tag());
            } else if (pieces.opens("sheetFormatPr")) {
                scan.usualHeight = number(pieces.tag().attribute("defaultRowHeight"), 15);
                scan.usualWidth = pixels(number(pieces.tag().attribute("defaultColWidth"), 8.43f));
            } else if (pieces.opens("sheetView")) {
                scan.selected |= pieces.tag().isTrue("tabSelected");
            } else if (pieces.opens("legacyDrawing")) {
                scan.notes = pieces.tag().attribute("id");
            }
        }
        return scan;
    }

    private void height(int row, Tag tag) {
        float points = tag.isTrue("hidden") ? 0 : number(tag.attribute("ht"), -1);
        if (points >= 0 && row > 0 && row <= 1_048_576) {
            if (row >= heights.length) {
                heights = Arrays.copyOf(heights, Math.max(row + 1, heights.length * 2));
            }
            heights[row] = points + 1;
        }
    }

    private void merge(@Nullable String ref) {
        if (ref != null && ref.indexOf(':') > 0) {
            Cell from = Cell.of(ref.substring(0, ref.indexOf(':')));
            Cell to = Cell.of(ref.substring(ref.indexOf(':') + 1));
            if (from != null && to != null) {
                merged.add(new int[] {from.row(), from.column(), to.row(), to.column()});
            }
        }
    }

    private void column(Tag tag) {
        if (widths.size() < 20_000) {
            widths.add(new int[] {tag.number("min", 1) - 1, tag.number("max", 1) - 1,
                    tag.isTrue("hidden") ? 0 : pixels(number(tag.attribute("width"), 8.43f)), tag.number("style", 0)});
        }
    }

    private static int pixels(float characters) {
        return Math.round(characters * 7 + 5);
    }

    private static float number(@Nullable String text, float otherwise) {
        try {
            return text == null ? otherwise : Float.parseFloat(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Whether it is a sheet of cells. */
    boolean hasCells() {
        return cells;
    }

    /** Whether the sheet is among those that are selected when the workbook opens. */
    boolean isSelected() {
        return selected;
    }

    /** The relation of the drawing that holds the shapes of the comments; null where there is none. */
    @Nullable String notes() {
        return notes;
    }

    /** The styles its cells have. */
    BitSet styles() {
        return styles;
    }

    /** The cell that shows what is in {@code cell}: another one only where it is covered by a merged region. */
    Cell shown(Cell cell) {
        for (int[] region : merged) {
            if (cell.row() >= region[0] && cell.row() <= region[2] && cell.column() >= region[1] && cell.column() <= region[3]) {
                return new Cell(region[0], region[1]);
            }
        }
        return cell;
    }

    /** The style an absent cell of {@code column} has. */
    int columnStyle(int column) {
        return widths.stream().filter(w -> w[0] <= column && column <= w[1]).mapToInt(w -> w[3]).findFirst().orElse(0);
    }

    /** In pixels, as the column is shown. */
    int width(int column) {
        return widths.stream().filter(w -> w[0] <= column && column <= w[1]).mapToInt(w -> w[2]).findFirst().orElse(usualWidth);
    }

    /** In pixels, as the row is shown. */
    int height(int row) {
        float known = row < heights.length ? heights[row] : 0;
        return Math.round((known > 0 ? known - 1 : usualHeight) * POINTS_TO_PIXELS_3 / 3);
    }
}
