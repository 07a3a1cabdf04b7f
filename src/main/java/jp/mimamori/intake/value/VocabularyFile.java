package jp.mimamori.intake.value;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.settings.Shelf;

/** A CSV file of {@code spreadsheets/vocabulary}, which a hospital may extend in Excel: UTF-8 with or without a mark, one header row. */
public final class VocabularyFile {

    private final String path;
    private final List<NamedCsvRecord> records;

    private VocabularyFile(String path, List<NamedCsvRecord> records) {
        this.path = path;
        this.records = records;
    }

    /**
     * Reads {@code spreadsheets/vocabulary/name} of {@code shelf}.
     *
     * @throws UncheckedIOException where it is missing
     */
    public static VocabularyFile read(Shelf shelf, String name) {
        String path = "spreadsheets/vocabulary/" + name;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).allowMissingFields(true)
                .allowExtraFields(true).ofNamedCsvRecord(new ByteArrayInputStream(shelf.read(path)), StandardCharsets.UTF_8)) {
            return new VocabularyFile(path, reader.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its rows, from the first below the header. */
    public Stream<Row> rows() {
        return records.stream().map(Row::new);
    }

    /** One row of the file. */
    public final class Row {

        private final NamedCsvRecord row;

        private Row(NamedCsvRecord row) {
            this.row = row;
        }

        /** The trimmed cell below {@code header}; empty where it is blank or the row is too short. */
        public String get(String header) {
            return row.findField(header).map(String::strip).orElse("");
        }

        /** The cell as one of the values of {@code type}. */
        public <E extends Enum<E>> E choice(String header, Class<E> type) {
            try {
                return Enum.valueOf(type, get(header));
            } catch (IllegalArgumentException e) {
                throw fault(header, e);
            }
        }

        /** What is wrong with this row, as an exception that names file, line and cell. */
        public IllegalArgumentException fault(String header, Exception cause) {
            return new IllegalArgumentException(path + ", line " + row.getStartingLineNumber() + ", " + header + " (" + get(header)
                    + ") is not allowed" + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
        }
    }
}
