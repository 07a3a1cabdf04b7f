package jp.mimamori.intake.layout;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.mimamori.settings.Shelf;

/** A vocabulary file: CSV in UTF-8 with a header row, as Excel writes it. */
final class VocabularyFile {

    private VocabularyFile() {
    }

    static List<NamedCsvRecord> read(Shelf shelf, String path) {
        String text = new String(shelf.read(path), StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(text)) {
            return records.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
