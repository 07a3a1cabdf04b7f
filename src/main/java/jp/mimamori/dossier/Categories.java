package jp.mimamori.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.mimamori.language.Bilingual;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;

/** What people call the categories of devices ({@code categories.csv}). */
public final class Categories {

    private final Map<String, Bilingual> names = new LinkedHashMap<>();

    public Categories(Shelf shelf) {
        VocabularyFile.read(shelf, "categories.csv").rows()
                .forEach(row -> names.put(row.get("category"), new Bilingual(row.get("name_ja"), row.get("name_en"))));
    }

    /** The key itself where the file does not know it. */
    public Bilingual name(String category) {
        return names.getOrDefault(category, new Bilingual(category, category));
    }
}
