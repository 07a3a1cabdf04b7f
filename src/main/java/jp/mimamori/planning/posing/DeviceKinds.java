package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.language.Bilingual;
import jp.mimamori.settings.Shelf;

/** The device categories of {@code categories.csv}: what people call them, and which of them a text speaks of. */
final class DeviceKinds {

    /** Stands for names that are easily taken for another category: they speak of none. */
    private static final String NONE = "-";
    private static final Pattern BAR = Pattern.compile("\\|");

    private final Map<String, Bilingual> labels = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();

    private DeviceKinds() {
    }

    static DeviceKinds of(Shelf shelf, Assumptions assumptions) {
        DeviceKinds kinds = new DeviceKinds();
        EditedTable.read(shelf, "categories.csv", assumptions, row -> {
            String key = row.text("category");
            kinds.labels.put(key, new Bilingual(row.text("name_ja"), row.text("name_en")));
            Stream.of(key, row.text("name_ja"), row.text("name_en"), row.text("keywords_ja"), row.text("keywords_en"))
                    .flatMap(BAR::splitAsStream).map(PlainText::of).filter(word -> !word.isEmpty())
                    .forEach(word -> kinds.words.putIfAbsent(word, key));
            return key;
        });
        return kinds;
    }

    /** What people call a category, such as 検体検査装置 for {@code lab}; the key itself where the file does not know it. */
    Bilingual label(String category) {
        return labels.getOrDefault(category, new Bilingual(category, category));
    }

    /** What devices are called that no category is known of. */
    Bilingual unknown() {
        return Assumptions.word("word.unknownCategory");
    }

    /**
     * What a category is called, comparable. Not the words it is told by: a gamma camera counts as one of the CTs there, but a
     * row about gamma cameras is not about CTs.
     */
    Set<String> names(String category) {
        Bilingual label = label(category);
        return Stream.of(PlainText.of(category), PlainText.of(label.ja()), PlainText.of(label.en())).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether {@code text} is, as it stands, a word for a category. */
    boolean isWord(String text) {
        return words.containsKey(PlainText.of(text));
    }

    /**
     * The categories {@code text} speaks of: the one it is a word for, else those whose words it contains. A longer word
     * hides the ones within it: ポンプサーバ is no server.
     */
    Set<String> mentioned(String text) {
        String plain = PlainText.of(text);
        List<String> found = new ArrayList<>();
        if (words.containsKey(plain)) {
            found.add(plain);
        } else {
            words.keySet().stream().filter(word -> PlainText.mentions(plain, word)).forEach(found::add);
        }
        Set<String> kinds = new LinkedHashSet<>();
        for (String word : found) {
            if (found.stream().noneMatch(longer -> longer.length() > word.length() && longer.contains(word))) {
                kinds.add(words.getOrDefault(word, NONE));
            }
        }
        kinds.remove(NONE);
        return kinds;
    }
}
