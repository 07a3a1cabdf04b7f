package jp.mimamori.intake.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Bilingual;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the category of a device by keywords in its name ({@code spreadsheets/vocabulary/categories.csv}). The longest
 * keyword wins (透析用監視装置 is dialysis), at equal length the earlier row. A keyword that begins or ends with a Latin letter
 * must not touch another one (CT is not in OCT).
 */
final class Categories {

    /**
     * A category found.
     *
     * @param keyword the keyword as the vocabulary writes it
     */
    record Match(Category category, String keyword) {
    }

    private record Keyword(String key, String written, Category category) {
    }

    private final List<Keyword> keywords;
    private final Map<String, Optional<Match>> remembered = new ConcurrentHashMap<>();

    private Categories(List<Keyword> keywords) {
        this.keywords = keywords;
    }

    static Categories from(Shelf shelf) {
        List<Keyword> keywords = new ArrayList<>();
        VocabularyFile.read(shelf, "categories.csv").rows().forEach(row -> {
            Category category = new Category(row.get("category"), new Bilingual(row.get("name_ja"), row.get("name_en")),
                    row.choice("asset", Asset.class), row.choice("safety", Safety.class),
                    row.choice("operation", Operation.class), row.choice("operation_rule", Category.Rule.class),
                    row.get("interchangeable").equalsIgnoreCase("yes"), row.choice("leak", Leak.class));
            for (String word : (row.get("keywords_ja") + "|" + row.get("keywords_en")).split("\\|")) {
                if (!word.isBlank()) {
                    keywords.add(new Keyword(Characters.key(word), word.strip(), category));
                }
            }
        });
        keywords.sort(Comparator.comparingInt((Keyword k) -> k.key().length()).reversed()); // stable: file order at equal length
        return new Categories(List.copyOf(keywords));
    }

    /** The category of a device by its name, else by its generic name. */
    Optional<Match> of(DeviceDraft device) {
        return of(device.name()).or(() -> of(device.genericName()));
    }

    private Optional<Match> of(@Nullable String name) {
        return name == null || name.isBlank() ? Optional.empty() : remembered.computeIfAbsent(name, this::search);
    }

    private Optional<Match> search(String name) {
        String text = Characters.key(name);
        for (Keyword keyword : keywords) {
            if (stands(text, keyword.key())) {
                return Optional.of(new Match(keyword.category(), keyword.written()));
            }
        }
        return Optional.empty();
    }

    private static boolean stands(String text, String keyword) {
        for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
            int end = at + keyword.length();
            boolean before = at > 0 && isLatin(text.charAt(at - 1)) && isLatin(keyword.charAt(0));
            boolean after = end < text.length() && isLatin(text.charAt(end)) && isLatin(keyword.charAt(keyword.length() - 1))
                    && keyword.length() < 6; // endoscop… stands for endoscope and endoscopy
            if (!before && !after) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
