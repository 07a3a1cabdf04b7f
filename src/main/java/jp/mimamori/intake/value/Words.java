package jp.mimamori.intake.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * What words mean, out of {@code spreadsheets/vocabulary/values.csv}. A word counts as {@code whole} where it is all of the
 * cell or what stands before its first bracket or comma, as {@code part} where it stands anywhere in it, and as
 * {@code first} the same, but before all others ("完了予定" is not "完了").
 */
final class Words {

    private static final Pattern HEAD_END = Pattern.compile("[(\\[【:;,、。/→]");
    private static final Pattern BETWEEN = Pattern.compile("[,、/;・→+]|または|又は|及び");

    private record Kind(Map<String, String> whole, Map<String, String> part, Map<String, String> first) {
    }

    /**
     * What a text means.
     *
     * @param value    the value of the vocabulary; null where nothing, or more than one thing, was found
     * @param disputed the words that contradict each other; empty where none do
     */
    record Meaning(@Nullable String value, Set<String> disputed) {
    }

    private static final Meaning NOTHING = new Meaning(null, Set.of());

    private final Map<String, Kind> kinds = new HashMap<>();

    private Words() {
    }

    static Words from(Shelf shelf) {
        Words words = new Words();
        VocabularyFile.read(shelf, "values.csv").rows().forEach(row -> {
            Kind kind = words.kinds.computeIfAbsent(row.get("kind"),
                    k -> new Kind(new HashMap<>(), new HashMap<>(), new HashMap<>()));
            Map<String, String> level = switch (row.get("match")) {
                case "whole" -> kind.whole();
                case "part" -> kind.part();
                case "first" -> kind.first();
                default -> throw row.fault("match", new IllegalArgumentException());
            };
            for (String word : row.get("words").split("\\|")) {
                String before = level.put(Characters.key(word), row.get("value"));
                if (before != null && !before.equals(row.get("value"))) {
                    throw row.fault("words", new IllegalArgumentException(word + " already means " + before));
                }
            }
        });
        return words;
    }

    /** What {@code text} means in columns of {@code kind}. */
    Meaning meaning(String kind, String text) {
        Kind known = kinds.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("values.csv has no kind " + kind);
        }
        String key = Characters.key(text);
        String whole = known.whole().get(key);
        if (whole != null) {
            return new Meaning(whole, Set.of());
        }
        Meaning first = contained(known.first(), key);
        if (first.value() != null) {
            return first;
        }
        Set<String> several = listed(known.whole(), key);
        if (!several.isEmpty()) {
            return new Meaning(null, several);
        }
        String head = known.whole().get(head(key));
        return head != null ? new Meaning(head, Set.of()) : contained(known.part(), key);
    }

    /** Whether the text is one of the words of {@code kind}, and which value they have; null where it is none. */
    @Nullable
    String whole(String kind, String text) {
        Kind known = kinds.get(kind);
        return known == null ? null : known.whole().get(Characters.key(text));
    }

    /** Some words of {@code kind}, one for each value, to show what may be written. */
    String examples(String kind) {
        Map<String, String> one = new TreeMap<>();
        kinds.get(kind).whole().forEach((word, value) -> one.merge(value, word,
                (a, b) -> score(a) <= score(b) ? a : b));
        return one.entrySet().stream().filter(e -> !e.getKey().equals("UNKNOWN")).map(Map.Entry::getValue)
                .collect(Collectors.joining("・"));
    }

    // the shortest Japanese word shows best
    private static int score(String word) {
        return word.codePointAt(0) < 0x3000 ? 100 + word.length() : word.length() == 1 ? 10 : word.length();
    }

    // 修正／緩和策 names two treatments: nobody may choose one of them silently
    private static Set<String> listed(Map<String, String> words, String key) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : BETWEEN.split(key)) {
            String value = words.get(part);
            if (value != null) {
                found.put(part, value);
            }
        }
        return Set.copyOf(found.values()).size() > 1 ? found.keySet() : Set.of();
    }

    private static String head(String key) {
        var end = HEAD_END.matcher(key);
        return end.find() ? key.substring(0, end.start()) : key;
    }

    private static Meaning contained(Map<String, String> words, String key) {
        List<String> found = new ArrayList<>();
        for (String word : words.keySet()) {
            if (key.contains(word)) {
                found.add(word);
            }
        }
        if (found.isEmpty()) {
            return NOTHING;
        }
        // a word inside a longer word says nothing of its own
        String rest = key;
        found.sort((a, b) -> b.length() - a.length());
        Map<String, String> standing = new LinkedHashMap<>();
        for (String word : found) {
            if (rest.contains(word)) {
                standing.put(word, words.get(word));
                rest = rest.replace(word, "\u0000");
            }
        }
        Set<String> values = new LinkedHashSet<>(standing.values());
        return values.size() == 1 ? new Meaning(values.iterator().next(), Set.of()) : new Meaning(null, standing.keySet());
    }
}
