package jp.mimamori.settings;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/**
 * A CSV file of {@code spreadsheets/vocabulary}, which a hospital may edit in Excel: UTF-8 with or without a mark, one header row. A
 * cell that its column does not allow is a fault that names file, line and cell; whoever reads the file decides whether it costs the
 * row or the run.
 */
public final class VocabularyFile {

    private static final String FOLDER = "spreadsheets/vocabulary/";

    private static final Wording WORDS = Wording.of(VocabularyFile.class);

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
     * @throws VocabularyException where it is no CSV
     */
    public static VocabularyFile read(Shelf shelf, String name) {
        String path = FOLDER + name;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).allowMissingFields(true)
                .allowExtraFields(true).ofNamedCsvRecord(new ByteArrayInputStream(shelf.read(path)), StandardCharsets.UTF_8)) {
            return new VocabularyFile(path, reader.stream().toList());
        } catch (CsvParseException e) {
            throw new VocabularyException(new Issue("VOCABULARY-002", Severity.ERROR, Place.file(path), null, null,
                    WORDS.message("vocabulary.damaged", String.valueOf(e.getMessage()))), e);
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
         * @throws VocabularyException where it is none
         */
        public <E extends Enum<E>> E choice(String header, Class<E> type) {
            try {
                return Enum.valueOf(type, get(header));
            } catch (IllegalArgumentException e) {
                throw fault(header, Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" | ")), e);
            }
        }

        /** What is wrong with a cell of this row, as an exception that names file, line and cell. */
        public VocabularyException fault(String header, Exception cause) {
            return fault(header, String.valueOf(cause.getMessage()), cause);
        }

        private VocabularyException fault(String header, String allowed, Exception cause) {
            return new VocabularyException(new Issue("VOCABULARY-001", Severity.ERROR, new Place(path, null, null, line()), header,
                    get(header), WORDS.message("vocabulary.cell", header, get(header), allowed)), cause);
        }
    }
}
