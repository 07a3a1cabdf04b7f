package jp.mimamori.findings.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import jp.mimamori.findings.ColumnWords;
import jp.mimamori.findings.FindingIndex;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.findings.ListColumn;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the rows somebody sees, as they see them, row by row into a workbook. Texts are written as texts: none is ever a formula. */
public final class ListWorkbook {

    private static final String VERSION = "01.0000";
    private static final int FLUSH = 2000;
    private static final int LONGEST = 32_767;
    private static final double WIDTH = 16;

    private ListWorkbook() {
    }

    public static void write(FindingIndex index, FindingQuery query, List<ListColumn> columns, ColumnWords words, String title, OutputStream to)
            throws IOException {
        try (Workbook book = new Workbook(to, "Mimamori", VERSION)) {
            Worksheet sheet = book.newWorksheet(title);
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, words.heading(columns.get(c)));
                sheet.width(c, columns.get(c) == ListColumn.DEVICE ? 2 * WIDTH : WIDTH);
            }
            sheet.range(0, 0, 0, columns.size() - 1).style().bold().fillColor("F3F5F7").set();
            sheet.freezePane(1, 1);
            sheet.setAutoFilter(0, 0, columns.size() - 1);
            int[] row = {0};
            index.each(query, line -> {
                row[0]++;
                for (int c = 0; c < columns.size(); c++) {
                    cell(sheet, row[0], c, words.value(columns.get(c), line));
                }
                if (row[0] % FLUSH == 0) {
                    flush(sheet);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Double number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format("0.0").set();
        } else if (value != null) {
            String text = value.toString();
            sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST)));
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
