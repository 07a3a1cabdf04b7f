package jp.mimamori.policy;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.mimamori.decision.table.Control;
import jp.mimamori.language.Bilingual;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;

/** The controls a hospital can take, out of {@code spreadsheets/vocabulary/controls.csv}. */
public final class ControlCatalogue {

    private ControlCatalogue() {
    }

    /**
     * The controls by code, in the order of the file.
     *
     * @throws UncheckedIOException where the file is missing
     */
    public static Map<String, Control> load(Shelf shelf) {
        Map<String, Control> controls = new LinkedHashMap<>();
        VocabularyFile.read(shelf, "controls.csv").rows().forEach(row -> controls.put(row.get("code"),
                new Control(row.get("code"), new Bilingual(row.get("name_ja"), row.get("name_en")),
                        new Bilingual(row.get("detail_ja"), row.get("detail_en")))));
        return Collections.unmodifiableMap(controls);
    }
}
