package jp.mimamori.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.intake.sheet.Limits;
import jp.mimamori.intake.sheet.SheetFiles;

/** The rows of a CSV or TSV file as they were read: character set and separator found out, nothing interpreted. */
public final class TextRows {

    private TextRows() {
    }

    /** A record: the line it begins on, from 1, and its fields; blank ones are empty. */
    public record Row(int line, List<String> fields) {

        public Row {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The records of {@code path} in order.
     *
     * @param file what the file is called in issues
     */
    public static List<Row> of(Path path, String file) throws UnusableFileException {
        List<Row> rows = new ArrayList<>();
        new SheetFiles(Limits.DEFAULT).read(path, file, sheet -> sheet.rows().forEach(row -> {
            List<String> fields = new ArrayList<>();
            for (int c = 0; c < row.width(); c++) {
                fields.add(row.cell(c).isBlank() ? "" : row.cell(c).text());
            }
            rows.add(new Row(row.number(), fields));
        }));
        return rows;
    }
}
