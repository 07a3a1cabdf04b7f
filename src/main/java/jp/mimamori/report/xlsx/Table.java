package jp.mimamori.report.xlsx;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * A sheet that is one table: title, bands, header, one row an entry; frozen, filterable, printable. Where the entries are
 * more than a sheet holds, they go on in a further sheet.
 *
 * @param prefix  of its words in the bundle
 * @param frozen  columns that stay in view
 * @param printed columns that go on paper; the rest is for the screen
 */
record Table<T>(Book book, Tab tab, String prefix, List<Column<T>> columns, int frozen, int printed, int limit) {

    /** Index of the row with the headers. */
    static final int HEADER = 2;
    private static final int EXCEL_ROWS = 1_048_576 - HEADER - 1;
    private static final double LEAST_HEIGHT = 20;

    Table(Book book, Tab tab, String prefix, List<Column<T>> columns, int frozen, int printed) {
        this(book, tab, prefix, columns, frozen, printed, EXCEL_ROWS);
    }

    /** The cells {@code [from, to]} of the first column, by the entries' index from 0, as a place of the workbook. */
    static String cells(int from, int to) {
        String first = "A" + (HEADER + 2 + from);
        return from == to ? first : first + ":" + CellReference.convertNumToColString(0) + (HEADER + 2 + to);
    }

    void write(List<T> rows, String note) {
        for (int from = 0, part = 1; from == 0 || from < rows.size(); from += limit, part++) {
            SXSSFSheet sheet = part == 1 ? book.sheet(tab) : book.create(book.name(tab) + " (" + part + ")");
            write(sheet, rows.subList(from, Math.min(rows.size(), from + limit)), note);
        }
    }

    private void write(SXSSFSheet sheet, List<T> rows, String note) {
        heads(sheet, note);
        int number = HEADER;
        for (T row : rows) {
            entry(sheet.createRow(++number), row);
        }
        if (rows.isEmpty()) {
            book.put(sheet.createRow(HEADER + 1).createCell(0), Look.NOTE, book.text(prefix + ".empty"));
        }
        int last = Math.max(HEADER + 1, number);
        sheet.setAutoFilter(new CellRangeAddress(HEADER, last, 0, columns.size() - 1));
        sheet.createFreezePane(frozen, HEADER + 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf((HEADER + 1) + ":" + (HEADER + 1)));
        if (printed < columns.size()) {
            sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, printed - 1, 0, last);
        }
        book.paper(sheet, true, false, note);
    }

    private void heads(SXSSFSheet sheet, String note) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, (int) (columns.get(i).width() * 256));
        }
        SXSSFRow title = sheet.createRow(0);
        title.setHeightInPoints(24);
        book.put(title.createCell(0), Look.TITLE, book.text(prefix + ".title"));
        SXSSFRow bands = sheet.createRow(HEADER - 1);
        bands.setHeightInPoints(18);
        SXSSFRow header = sheet.createRow(HEADER);
        double height = 30;
        String before = "";
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            boolean begins = !column.band().equals(before);
            before = column.band();
            book.put(bands.createCell(i), Look.BAND, begins ? book.text(prefix + ".band." + before) : "");
            String text = book.text(prefix + "." + column.key());
            boolean right = column.look().compareTo(Look.NUMBER) >= 0 && column.look().compareTo(Look.COUNT) <= 0;
            book.put(header.createCell(i), right ? Look.HEAD_RIGHT : Look.HEAD, text);
            height = Math.max(height, CellText.height(text, column.width() - 2));
        }
        header.setHeightInPoints((float) height);
        book.put(title.createCell(behind(book.text(prefix + ".title"))), Look.NOTE_LINE, note);
    }

    /** The first column that the title, in its large type, leaves free. */
    private int behind(String title) {
        double width = 0;
        int column = 0;
        while (column < columns.size() - 1 && (column <= 1 || width < CellText.units(title) * 1.8 + 3)) {
            width += columns.get(column++).width();
        }
        return column;
    }

    private void entry(Row row, T entry) {
        double height = LEAST_HEIGHT;
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            Object value = column.value().apply(entry);
            book.put(row.createCell(i), column.look(), value);
            // What is not printed does not make the printed rows higher: opening its cell shows all of it.
            if (i < printed && value instanceof String text && !text.isEmpty() && column.look() != Look.ASIDE) {
                height = Math.max(height, CellText.height(text, column.width()));
            }
        }
        row.setHeightInPoints((float) height);
    }
}
