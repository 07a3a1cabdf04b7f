package jp.mimamori.report.xlsx;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** A sheet set freely on a grid of columns, from top to bottom; each row grows to show its texts. */
final class Page {

    private final Book book;
    private final SXSSFSheet sheet;
    private final double[] widths;
    private @Nullable SXSSFRow row;
    private double height;
    private int number = -1;

    Page(Book book, SXSSFSheet sheet, double[] widths) {
        this.book = book;
        this.sheet = sheet;
        this.widths = widths;
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, (int) (widths[i] * 256));
        }
    }

    /** Begins the next row, at least {@code height} points high. */
    Page row(double height) {
        number++;
        row = sheet.createRow(number);
        this.height = height;
        row.setHeightInPoints((float) height);
        return this;
    }

    /** Index of the row being written. */
    int number() {
        return number;
    }

    /** Height of the row being written, in points. */
    double height() {
        return height;
    }

    /** Puts a value over {@code span} columns from {@code column}. */
    Page put(int column, int span, Look look, @Nullable Object value) {
        if (row == null) {
            throw new IllegalStateException("no row begun");
        }
        Object shown = value instanceof Book.Link link ? link.shown() : value;
        double width = 0;
        for (int i = column; i < column + span; i++) {
            Cell cell = row.createCell(i);
            book.put(cell, look, i == column ? value : null);
            width += widths[i];
        }
        if (span > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(number, number, column, column + span - 1));
        }
        if (shown instanceof String text && look != Look.TITLE && look != Look.NOTE_LINE && look != Look.BAND) {
            double scale = look == Look.HEADLINE ? 1.25 : look == Look.NOTE || look == Look.ENTRY || look == Look.ENTRY_TENTATIVE ? 0.95 : 1;
            height = Math.max(height, CellText.height(text, width / scale) * (look == Look.HEADLINE ? 1.2 : 1));
            row.setHeightInPoints((float) height);
        }
        return this;
    }

    /** The pages break after the row being written. */
    void endPage() {
        sheet.setRowBreak(number);
    }
}
