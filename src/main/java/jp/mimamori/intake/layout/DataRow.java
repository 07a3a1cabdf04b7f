package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** One row of a table; merged cells and ditto marks are already filled in. */
public final class DataRow {

    private final Header header;
    private final int number;
    private final CellValue[] cells;
    private final @Nullable String group;
    private final boolean struck;
    private final Map<Integer, CellValue> meant = new HashMap<>(0);

    DataRow(Header header, int number, CellValue[] cells, @Nullable String group, boolean struck) {
        this.header = header;
        this.number = number;
        this.cells = cells;
        this.group = group;
        this.struck = struck;
    }

    public Header header() {
        return header;
    }

    /** The row as the spreadsheet numbers it. */
    public int number() {
        return number;
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
        return column.index() < cells.length ? cells[column.index()] : CellValue.BLANK;
    }

    /** The same row, in which the cell of {@code column} means {@code value}. */
    public DataRow with(Column column, CellValue value) {
        DataRow row = new DataRow(header, number, cells, group, struck);
        row.meant.putAll(meant);
        row.meant.put(column.index(), value);
        return row;
    }

    /** The cell of {@code field}; blank where the table has no such column. */
    public CellValue cell(String field) {
        Column column = header.column(field);
        return column == null ? CellValue.BLANK : cell(column);
    }

    /** The columns of {@code field} in which this row has content. */
    public List<Column> filled(String field) {
        List<Column> filled = new ArrayList<>();
        for (Column column : header.columns(field)) {
            if (!cell(column).isBlank()) {
                filled.add(column);
            }
        }
        return filled;
    }

    /** {@code F17}. */
    public String reference(Column column) {
        return CellRef.name(number, column.index());
    }
}
