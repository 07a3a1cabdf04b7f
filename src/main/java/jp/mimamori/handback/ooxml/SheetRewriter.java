package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Streams a sheet and changes in it the style of cells, and nothing else but what that needs: a cell that is to be marked and does
 * not exist is made, in its place. Memory does not grow with the sheet.
 */
final class SheetRewriter {

    /** What may follow {@code legacyDrawing} in a sheet. */
    private static final Set<String> AFTER_NOTES = Set.of("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
            "webPublishItems", "tableParts", "extLst", "AlternateContent");

    private final SheetScan scan;
    private final Restyle restyle;
    private final NavigableMap<Integer, NavigableSet<Integer>> waiting = new TreeMap<>();
    private final @Nullable String notes;
    private Writer out = Writer.nullWriter();
    private String prefix = "";
    private int row;
    private int column;
    private int rowStyle;
    private NavigableSet<Integer> pending = new TreeSet<>();

    /** Says which style a cell gets. */
    @FunctionalInterface
    interface Restyle {
        int style(Cell cell, int style);
    }

    /**
     * @param cells the cells that must exist
     * @param notes the relation of a new drawing for comments; null where the sheet needs none or has one
     */
    SheetRewriter(SheetScan scan, Iterable<Cell> cells, Restyle restyle, @Nullable String notes) {
        this.scan = scan;
        this.restyle = restyle;
        this.notes = notes;
        for (Cell cell : cells) {
            waiting.computeIfAbsent(cell.row(), r -> new TreeSet<>()).add(cell.column());
        }
    }

    void rewrite(Reader sheet, Writer target) throws IOException {
        out = target;
        XmlPieces pieces = new XmlPieces(sheet);
        boolean after = false;
        boolean noted = notes == null;
        int depth = 0;
        while (pieces.next()) {
            XmlPieces.Kind kind = pieces.kind();
            depth -= kind == XmlPieces.Kind.END ? 1 : 0;
            if (!after && data(pieces)) {
                after = pieces.closes("sheetData") || pieces.opens("sheetData") && kind == XmlPieces.Kind.EMPTY;
            } else {
                if (!noted && after && (kind == XmlPieces.Kind.END && depth == 0 || depth == 1
                        && (kind == XmlPieces.Kind.START || kind == XmlPieces.Kind.EMPTY) && AFTER_NOTES.contains(pieces.tag().local()))) {
                    noted = true;
                    out.write("<" + prefix + "legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\""
                            + notes + "\"/>");
                }
                if (pieces.opens("sheetView") && scan.isSelected()) {
                    out.write(pieces.tag().without("tabSelected").raw());
                } else if (notes == null || !pieces.opens("legacyDrawing") && !pieces.closes("legacyDrawing")) {
                    // an old one that is passed over here points to a drawing that is not there
                    out.append(pieces.raw());
                }
            }
            depth += kind == XmlPieces.Kind.START ? 1 : 0;
        }
    }

    /** Takes what belongs to rows and cells; false for everything else, which is copied. */
    private boolean data(XmlPieces pieces) throws IOException {
        if (pieces.opens("c")) {
            cell(pieces.tag());
        } else if (pieces.opens("row")) {
            row(pieces.tag());
        } else if (pieces.closes("row")) {
            cellsBefore(Integer.MAX_VALUE);
            out.append(pieces.raw());
        } else if (pieces.closes("sheetData")) {
            rowsBefore(Integer.MAX_VALUE);
            out.append(pieces.raw());
        } else if (pieces.opens("sheetData")) {
            Tag tag = pieces.tag();
            prefix = tag.prefix();
            if (tag.isEmpty() && !waiting.isEmpty()) {
                out.write(tag.opened().raw());
                rowsBefore(Integer.MAX_VALUE);
                out.write(tag.opened().closing());
            } else {
                out.append(pieces.raw());
            }
        } else {
            return false;
        }
        return true;
    }

    private void row(Tag tag) throws IOException {
        int number = tag.number("r", row + 1);
        rowsBefore(number);
        row = number;
        column = -1;
        rowStyle = tag.isTrue("customFormat") ? tag.number("s", 0) : -1;
        NavigableSet<Integer> cells = waiting.remove(row);
        pending = cells == null ? new TreeSet<>() : cells;
        Tag written = pending.isEmpty() || spans(tag) ? tag : tag.without("spans");
        if (tag.isEmpty() && !pending.isEmpty()) {
            out.write(written.opened().raw());
            cellsBefore(Integer.MAX_VALUE);
            out.write(tag.opened().closing());
        } else {
            out.write(written.raw());
        }
    }

    /** Whether what the row says of its width holds for the marked cells too. */
    private boolean spans(Tag tag) {
        String spans = tag.attribute("spans");
        if (spans == null) {
            return true;
        }
        int[] ends = Arrays.stream(spans.split("[: ]")).filter(n -> n.matches("\\d{1,6}")).mapToInt(Integer::parseInt).toArray();
        return ends.length == 2 && pending.first() + 1 >= ends[0] && pending.last() + 1 <= ends[1];
    }

    private void cell(Tag tag) throws IOException {
        Cell named = Cell.of(tag.attribute("r"));
        column = named == null ? column + 1 : named.column();
        cellsBefore(column);
        pending.remove(column);
        int style = tag.number("s", 0);
        int now = restyle.style(new Cell(Math.max(1, row), column), style);
        out.write(now == style ? tag.raw() : tag.with("s", String.valueOf(now)).raw());
    }

    private void cellsBefore(int stop) throws IOException {
        while (!pending.isEmpty() && pending.first() < stop) {
            make(new Cell(row, pending.pollFirst()), rowStyle);
        }
    }

    private void rowsBefore(int stop) throws IOException {
        while (!waiting.isEmpty() && waiting.firstKey() < stop) {
            var next = waiting.pollFirstEntry();
            out.write("<" + prefix + "row r=\"" + next.getKey() + "\">");
            for (Iterator<Integer> cells = next.getValue().iterator(); cells.hasNext();) {
                make(new Cell(next.getKey(), cells.next()), -1);
            }
            out.write("</" + prefix + "row>");
        }
    }

    private void make(Cell cell, int style) throws IOException {
        int now = restyle.style(cell, style >= 0 ? style : scan.columnStyle(cell.column()));
        out.write("<" + prefix + "c r=\"" + cell.name() + "\" s=\"" + now + "\"/>");
    }
}
