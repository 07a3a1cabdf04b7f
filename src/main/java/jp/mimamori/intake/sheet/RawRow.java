package jp.mimamori.intake.sheet;

import jp.mimamori.intake.value.CellValue;

/** One row of a sheet with its cells where they stand, nothing interpreted. */
public final class RawRow {

    private final int number;
    private final CellValue[] cells;
    private final boolean hidden;

    public RawRow(int number, CellValue[] cells, boolean hidden) {
        this.number = number;
        this.cells = cells;
        this.hidden = hidden;
    }

    /** The row as the spreadsheet numbers it, from 1; in a CSV the line its record begins on. */
    public int number() {
        return number;
    }

    /** The cell in {@code column}, from 0; {@link CellValue#BLANK} beyond the last one. */
    public CellValue cell(int column) {
        return column < cells.length ? cells[column] : CellValue.BLANK;
    }

    /** One more than the last column with a cell. */
    public int width() {
        return cells.length;
    }

    public boolean hidden() {
        return hidden;
    }

    public boolean isBlank() {
        for (CellValue cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
