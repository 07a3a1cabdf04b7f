package jp.mimamori.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.intake.sheet.Limits;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.intake.sheet.SheetFiles;
import jp.mimamori.settings.Shelf;

/** The rows of a CSV or TSV file as they were read: character set and separator found out, nothing interpreted. */
public final class CsvRecords {

    /** Who is shown the rows has read the file before, within the hospital's own limits. */
    private static final Limits ACCEPTED = Limits.from(Shelf.shipped()).with(Limit.FILE_BYTES, Long.MAX_VALUE)
            .with(Limit.ROWS, Integer.MAX_VALUE).with(Limit.COLUMNS, 16_384).with(Limit.CELL_LENGTH, Integer.MAX_VALUE);

    private CsvRecords() {
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
        new SheetFiles(ACCEPTED).read(path, file, sheet -> sheet.rows().forEach(row -> {
            List<String> fields = new ArrayList<>();
            for (int c = 0; c < row.width(); c++) {
                fields.add(row.cell(c).isBlank() ? "" : row.cell(c).text());
            }
            rows.add(new Row(row.number(), fields));
        }));
        return rows;
    }
}
