package jp.mimamori.policy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.mimamori.decision.table.Control;
import jp.mimamori.language.Bilingual;
import jp.mimamori.settings.Shelf;

/** The controls a hospital can take, out of {@code spreadsheets/vocabulary/controls.csv}. */
public final class ControlCatalogue {

    private static final String PATH = "spreadsheets/vocabulary/controls.csv";

    private ControlCatalogue() {
    }

    /**
     * The controls by code, in the order of the file.
     *
     * @throws UncheckedIOException where the file is missing or damaged
     */
    public static Map<String, Control> load(Shelf shelf) {
        byte[] content = shelf.read(PATH);
        int start = content.length > 2 && (content[0] & 0xff) == 0xef ? 3 : 0; // Excel's byte order mark
        Map<String, Control> controls = new LinkedHashMap<>();
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(content, start, content.length - start),
                StandardCharsets.UTF_8); CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord line : csv) {
                String code = line.getField("code").strip();
                controls.put(code, new Control(code, new Bilingual(line.getField("name_ja"), line.getField("name_en")),
                        new Bilingual(line.getField("detail_ja"), line.getField("detail_en"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(controls);
    }
}
