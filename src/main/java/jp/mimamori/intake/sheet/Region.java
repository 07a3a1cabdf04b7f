package jp.mimamori.intake.sheet;

/** Merged cells: rows from 1, columns from 0, both ends included. */
public record Region(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    public boolean contains(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    public boolean isWide() {
        return lastColumn > firstColumn;
    }

    public boolean isTall() {
        return lastRow > firstRow;
    }
}
