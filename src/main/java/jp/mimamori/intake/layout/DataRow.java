package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.Recognition;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** One row of a table; merged cells and ditto marks are already filled in. */
public final class DataRow {

    private final Header header;
    private final RawRow row;
    /** The cells where any was filled in; null where the row says all by itself. */
    private final CellValue @Nullable [] cells;
    private final @Nullable String group;
    private final boolean struck;
    private final Map<Integer, CellValue> meant;

    DataRow(Header header, RawRow row, CellValue @Nullable [] cells, @Nullable String group, boolean struck) {
        this(header, row, cells, group, struck, Map.of());
    }

    private DataRow(Header header, RawRow row, CellValue @Nullable [] cells, @Nullable String group, boolean struck,
            Map<Integer, CellValue> meant) {
        this.header = header;
        this.row = row;
        this.cells = cells;
        this.group = group;
        this.struck = struck;
        this.meant = meant;
    }

    /** A row that says {@code texts}, by field, as if it stood in a sheet. */
    public static DataRow saying(SheetRole role, int number, Map<String, String> texts) {
        List<Column> columns = new ArrayList<>();
        CellValue[] cells = new CellValue[texts.size()];
        texts.forEach((field, text) -> {
            cells[columns.size()] = new CellValue.Text(text);
            columns.add(new Column(columns.size(), field, field, null, Recognition.NONE));
        });
        return new DataRow(new Header(role, number, number, 0, columns), new RawRow(number, cells, false), null, null, false);
    }

    public Header header() {
        return header;
    }

    /** The row as the spreadsheet numbers it. */
    public int number() {
        return row.number();
    }

    /** The row as it stands, nothing filled in. */
    RawRow raw() {
        return row;
    }

    /** The row in which the cells of some columns say something else. */
    DataRow saying(CellValue[] others) {
        return new DataRow(header, row, others, group, struck);
    }

    /** The heading the row stands under, such as 放射線科 for 【放射線科】; null where there is none. */
    public @Nullable String group() {
        return group;
    }

    /** Whether the row is struck through. */
    public boolean struck() {
        return struck;
    }

    public CellValue cell(Column column) {
        CellValue said = meant.get(column.index());
        return said != null ? said : written(column);
    }

    /** The cell as the sheet has it, whatever the user says that it means. */
    public CellValue written(Column column) {
        return written(column.index());
    }

    CellValue written(int column) {
        if (cells == null) {
            return row.cell(column);
        }
        return column < cells.length ? cells[column] : CellValue.BLANK;
    }

    /** The same row, in which the cell of {@code column} means {@code value}. */
    public DataRow with(Column column, CellValue value) {
        Map<Integer, CellValue> all = new HashMap<>(meant);
        all.put(column.index(), value);
        return new DataRow(header, row, cells, group, struck, all);
    }

    /** The cell of {@code field}; blank where the table has no such column. */
    public CellValue cell(String field) {
        Column column = header.column(field);
        return column == null ? CellValue.BLANK : cell(column);
    }

    /** The columns of {@code field} in which this row has content. */
    public List<Column> filled(String field) {
        List<Column> columns = header.columns(field);
        int blank = 0;
        for (int i = 0; i < columns.size(); i++) {
            blank += cell(columns.get(i)).isBlank() ? 1 : 0;
        }
        if (blank == 0 || blank == columns.size()) {
            return blank == 0 ? columns : List.of();
        }
        List<Column> filled = new ArrayList<>();
        for (Column column : columns) {
            if (!cell(column).isBlank()) {
                filled.add(column);
            }
        }
        return filled;
    }

    /** The first column of {@code field} in which this row has content, else the first there is; null where there is none. */
    public @Nullable Column filledColumn(String field) {
        List<Column> columns = header.columns(field);
        for (int i = 0; i < columns.size(); i++) {
            if (!cell(columns.get(i)).isBlank()) {
                return columns.get(i);
            }
        }
        return columns.isEmpty() ? null : columns.get(0);
    }

    /** Whether any column of {@code field} has content in this row. */
    public boolean has(String field) {
        Column column = filledColumn(field);
        return column != null && !cell(column).isBlank();
    }

    /** {@code F17}. */
    public String reference(Column column) {
        return CellRef.name(row.number(), column.index());
    }
}
