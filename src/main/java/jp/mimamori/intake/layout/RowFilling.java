package jp.mimamori.intake.layout;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
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
    private final int width;
    private final Map<Integer, TreeMap<Integer, Region>> tall = new HashMap<>();
    private final Map<Integer, RawRow> tops = new HashMap<>();
    private CellValue @Nullable [] previous;

    RowFilling(RawSheet sheet, Header header, LayoutWords words, LayoutIssues issues) {
        this.sheet = sheet;
        this.header = header;
        this.words = words;
        this.issues = issues;
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
        CellValue[] cells = new CellValue[width];
        Arrays.fill(cells, CellValue.BLANK);
        int filled = 0;
        int struck = 0;
        for (Column column : header.columns()) {
            int c = column.index();
            CellValue cell = row.cell(c);
            if (cell.isBlank()) {
                cells[c] = fromAbove(row.number(), c);
                continue;
            }
            filled++;
            struck += sheet.marks().isStruck(row.number(), c) ? 1 : 0;
            cells[c] = cell instanceof CellValue.Text text && text.text().length() < 8 && words.isDitto(text.text())
                    ? ditto(row.number(), column, text.text()) : cell;
        }
        previous = cells;
        return new DataRow(header, row.number(), cells, group, struck > 0 && struck * 2 > filled);
    }

    private CellValue fromAbove(int row, int column) {
        TreeMap<Integer, Region> regions = tall.get(column);
        var region = regions == null ? null : regions.floorEntry(row);
        if (region == null || region.getValue().lastRow() < row) {
            return CellValue.BLANK;
        }
        CellValue top = requireNonNull(tops.get(region.getKey())).cell(column);
        // a merged cell that is itself a ditto was resolved when its first row was read; take what stood above it then
        return top instanceof CellValue.Text text && words.isDitto(text.text()) && previous != null ? previous[column] : top;
    }

    private CellValue ditto(int row, Column column, String mark) {
        if (previous == null || previous[column.index()].isBlank()) {
            issues.dittoOfNothing(row, column, mark);
            return CellValue.BLANK;
        }
        return previous[column.index()];
    }
}
