package jp.mimamori.findings;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the rows somebody sees, as they see them, as CSV that Excel opens in the right characters. */
public final class ListCsv {

    private static final char BOM = '\uFEFF';

    private ListCsv() {
    }

    public static void write(FindingIndex index, FindingQuery query, List<ListColumn> columns, ColumnWords words, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        out.write(BOM);
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(columns.stream().map(words::heading).toList());
        index.each(query, line -> csv.writeRecord(columns.stream().map(column -> text(words.value(column, line))).toList()));
        csv.flush(); // it keeps rows of its own before it hands them on
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets take for «a text follows». */
    static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
