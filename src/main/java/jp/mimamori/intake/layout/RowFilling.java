package jp.mimamori.intake.layout;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.sheet.Region;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** Fills in what a person reads from above: cells merged downwards and ditto marks. */
final class RowFilling {

    private final RawSheet sheet;
    private final Header header;
    private final LayoutWords words;
    private final LayoutIssues issues;
    private final Column[] columns;
    private final int width;
    private final Map<Integer, TreeMap<Integer, Region>> tall = new HashMap<>();
    private final Map<Integer, RawRow> tops = new HashMap<>();
    private @Nullable DataRow previous;

    RowFilling(RawSheet sheet, Header header, LayoutWords words, LayoutIssues issues) {
        this.sheet = sheet;
        this.header = header;
        this.words = words;
        this.issues = issues;
        this.columns = header.columns().toArray(Column[]::new);
        this.width = header.columns().get(header.columns().size() - 1).index() + 1;
        for (Region region : sheet.marks().merged()) {
            if (region.isTall() && region.lastRow() > header.lastRow()) {
                tall.computeIfAbsent(region.firstColumn(), c -> new TreeMap<>()).put(region.firstRow(), region);
                tops.put(region.firstRow(), new RawRow(region.firstRow(), new CellValue[0], false));
            }
        }
        if (!tops.isEmpty()) {
            for (RawRow row : sheet.rows()) {
                tops.replace(row.number(), row);
            }
        }
    }

    Header header() {
        return header;
    }

    DataRow fill(RawRow row, @Nullable String group) {
        CellValue[] cells = null;
        int filled = 0;
        int struck = 0;
        for (int i = 0; i < columns.length; i++) {
            int c = columns[i].index();
            CellValue cell = row.cell(c);
            CellValue read = cell;
            if (cell.isBlank()) {
                read = tall.isEmpty() ? cell : fromAbove(row.number(), c);
            } else {
                filled++;
                struck += sheet.marks().isStruck(row.number(), c) ? 1 : 0;
                if (cell instanceof CellValue.Text text && text.text().length() < 8 && words.isDitto(text.text())) {
                    read = ditto(row.number(), columns[i], text.text());
                } else if (cell instanceof CellValue.Text text && i > 0 && text.text().length() < 8 && words.isSameAsLeft(text.text())) {
                    int left = columns[i - 1].index();
                    read = cells == null ? row.cell(left) : cells[left];
                    if (read.isBlank()) {
                        issues.dittoOfNothing(row.number(), columns[i], text.text());
                    }
                }
            }
            if (read != cell) {
                cells = cells == null ? copy(row) : cells;
                cells[c] = read;
            }
        }
        previous = new DataRow(header, row, cells, group, struck > 0 && struck * 2 > filled);
        return previous;
    }

    private CellValue[] copy(RawRow row) {
        CellValue[] cells = new CellValue[width];
        for (int c = 0; c < width; c++) {
            cells[c] = row.cell(c);
        }
        return cells;
    }

    private CellValue fromAbove(int row, int column) {
        TreeMap<Integer, Region> regions = tall.get(column);
        var region = regions == null ? null : regions.floorEntry(row);
        if (region == null || region.getValue().lastRow() < row) {
            return CellValue.BLANK;
        }
        CellValue top = requireNonNull(tops.get(region.getKey())).cell(column);
        // a merged cell that is itself a ditto was resolved when its first row was read; take what stood above it then
        return top instanceof CellValue.Text text && words.isDitto(text.text()) && previous != null ? previous.written(column) : top;
    }

    private CellValue ditto(int row, Column column, String mark) {
        if (previous == null || previous.cell(column).isBlank()) {
            issues.dittoOfNothing(row, column, mark);
            return CellValue.BLANK;
        }
        return previous.cell(column);
    }
}
