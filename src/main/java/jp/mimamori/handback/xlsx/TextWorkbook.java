package jp.mimamori.handback.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import jp.mimamori.handback.Handback;
import jp.mimamori.handback.HandedFile;
import jp.mimamori.handback.NotHandedBackException;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.CsvRecords;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Wording;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A text file as a workbook: every field a text, so that no leading zero is lost and nothing becomes a date or a formula; a record
 * stands in the row that has the number of the line it begins on.
 */
final class TextWorkbook {

    private static final Wording WORDS = Wording.of(Handback.class);
    private static final SpreadsheetVersion EXCEL = SpreadsheetVersion.EXCEL2007;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 40;

    private TextWorkbook() {
    }

    /** The name of its sheet: one from which nobody reads a department or an example. */
    static String sheet(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".tsv") ? "TSV" : "CSV";
    }

    static void write(HandedFile file, OutputStream out) throws IOException, UnusableFileException, NotHandedBackException {
        String name = file.source().file();
        List<CsvRecords.Row> rows = CsvRecords.of(file.path(), name);
        check(name, rows);
        Integer head = file.source().sheets().stream().map(SheetReading::headerRow).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 200, true, false)) {
            SXSSFSheet sheet = book.createSheet(sheet(name));
            CellStyle text = style(book, false);
            CellStyle bold = style(book, true);
            widths(sheet, rows);
            if (head != null) {
                sheet.createFreezePane(0, head);
            }
            for (CsvRecords.Row record : rows) {
                Row row = sheet.createRow(record.line() - 1);
                for (int c = 0; c < record.fields().size(); c++) {
                    if (!record.fields().get(c).isEmpty()) {
                        Cell cell = row.createCell(c);
                        cell.setCellValue(record.fields().get(c));
                        cell.setCellStyle(head != null && record.line() == head ? bold : text);
                    }
                }
            }
            book.write(out);
        }
    }

    private static void check(String name, List<CsvRecords.Row> rows) throws NotHandedBackException {
        for (CsvRecords.Row row : rows) {
            if (row.line() > EXCEL.getMaxRows()) {
                throw new NotHandedBackException(name, WORDS.message("unfit.row", EXCEL.getMaxRows()));
            }
            if (row.fields().size() > EXCEL.getMaxColumns()) {
                throw new NotHandedBackException(name, WORDS.message("unfit.columns", EXCEL.getMaxColumns()));
            }
            for (int c = 0; c < row.fields().size(); c++) {
                if (row.fields().get(c).length() > EXCEL.getMaxTextLength()) {
                    throw new NotHandedBackException(name, WORDS.message("unfit.cell", CellReference.convertNumToColString(c) + row.line(),
                            EXCEL.getMaxTextLength()));
                }
            }
        }
    }

    private static CellStyle style(SXSSFWorkbook book, boolean head) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(true);
        if (head) {
            Font font = book.createFont();
            font.setBold(true);
            style.setFont(font);
        }
        return style;
    }

    private static void widths(SXSSFSheet sheet, List<CsvRecords.Row> rows) {
        int[] widths = new int[rows.stream().mapToInt(row -> row.fields().size()).max().orElse(0)];
        for (CsvRecords.Row row : rows.subList(0, Math.min(rows.size(), 500))) {
            for (int c = 0; c < row.fields().size(); c++) {
                widths[c] = Math.max(widths[c], row.fields().get(c).codePoints().map(p -> p < 0x250 ? 1 : 2).sum());
            }
        }
        for (int c = 0; c < widths.length; c++) {
            sheet.setColumnWidth(c, (Math.min(WIDEST, Math.max(NARROWEST, widths[c])) + 2) * 256);
        }
    }
}
