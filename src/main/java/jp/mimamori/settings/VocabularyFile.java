package jp.mimamori.settings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A CSV file of {@code spreadsheets/vocabulary}, which a hospital may edit in Excel: UTF-8 with or without a mark, one header row. A
 * cell that its column does not allow is a fault that names file, line and cell; whoever reads the file decides whether it costs the
 * row or the run.
 */
public final class VocabularyFile {

    private static final String FOLDER = "spreadsheets/vocabulary/";

    private final String path;
    private final List<NamedCsvRecord> records;

    private VocabularyFile(String path, List<NamedCsvRecord> records) {
        this.path = path;
        this.records = records;
    }

    /**
     * Reads {@code spreadsheets/vocabulary/name} of {@code shelf}.
     *
     * @throws UncheckedIOException where it is missing or no CSV
     */
    public static VocabularyFile read(Shelf shelf, String name) {
        String path = FOLDER + name;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).allowMissingFields(true)
                .allowExtraFields(true).ofNamedCsvRecord(new ByteArrayInputStream(shelf.read(path)), StandardCharsets.UTF_8)) {
            return new VocabularyFile(path, reader.stream().toList());
        } catch (CsvParseException e) {
            throw new UncheckedIOException(path, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The path below the shelf, as errors name it. */
    public String path() {
        return path;
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

        /** The line it begins on, from 1. */
        public int line() {
            return (int) row.getStartingLineNumber();
        }

        /** The trimmed cell below {@code header}; empty where it is blank, the row is too short or there is no such column. */
        public String get(String header) {
            return row.findField(header).map(String::strip).orElse("");
        }

        /**
         * The cell as one of the values of {@code type}.
         *
         * @throws IllegalArgumentException where it is none; see {@link #fault}
         */
        public <E extends Enum<E>> E choice(String header, Class<E> type) {
            try {
                return Enum.valueOf(type, get(header));
            } catch (IllegalArgumentException e) {
                throw fault(header, e);
            }
        }

        /** What is wrong with this row, as an exception that names file, line and cell. */
        public IllegalArgumentException fault(String header, Exception cause) {
            return new IllegalArgumentException(path + ", line " + line() + ", " + header + " (" + get(header) + ") is not allowed"
                    + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
        }
    }
}
