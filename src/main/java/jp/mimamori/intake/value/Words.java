package jp.mimamori.intake.value;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * What words mean, out of {@code spreadsheets/vocabulary/values.csv}. A word counts as {@code whole} where it is all of the
 * cell or what stands before its first bracket or comma, as {@code part} where it stands anywhere in it, and as
 * {@code first} the same, but before all others ("完了予定" is not "完了"). A word {@code beside} counts only behind another one.
 */
final class Words {

    private static final Pattern HEAD_END = Pattern.compile("(?<=^[○〇◯●◎×✕☓✖])(?=.)|[(\\[【:;,、。/→・]");
    private static final Pattern ENCLOSED = Pattern.compile("[(\\[【「]([^()\\[\\]【】「」]+)[)\\]】」]");
    /** The number of a choice in a list, 1.未対応 or ② 対応中. */
    private static final Pattern NUMBERED = Pattern.compile("\\(?[0-9a-e]\\)?[.:)]\\s?(.+)|\\d(?=\\p{IsHan}{2})(.+)");
    private static final Pattern FULL_DATE = Pattern.compile("(?:(?:19|20)\\d{2}|(?:令和|平成|[rh])(?:\\d{1,2}|元))[-/.年]\\d{1,2}(?:[-/.月]\\d{1,2}日?|月)?|\\d{1,2}月\\d{1,2}日");
    /** 9/18 behind a word is a day; before it, 3/5完了, it may be three of five. */
    private static final Pattern DATED = Pattern.compile("(?<first>" + FULL_DATE + ")[に:,]?(?<word>.+?)|(?<head>.+?)(?<last>" + FULL_DATE + "|\\d{1,2}/\\d{1,2})");
    private static final Pattern BETWEEN = Pattern.compile("[,、/;・→+]|または|又は|及び");

    /**
     * @param examples the first whole word of each value, as written
     */
    private record Kind(Map<String, String> whole, Map<String, String> part, Map<String, String> first,
            Map<String, String> beside, Map<String, String> examples) {
        private Kind() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /**
     * What a text means.
     *
     * @param value    the value of the vocabulary; null where nothing, or more than one thing, was found
     * @param disputed the words that contradict each other; empty where none do
     * @param rest     the text without the words that mean it, as a key
     */
    record Meaning(@Nullable String value, Set<String> disputed, String rest) {
    }

    /**
     * What stands beside a word.
     *
     * @param values the values its own kind has for what is said there
     * @param doubt  whether a word of doubt stands there
     */
    record Beside(Set<String> values, boolean doubt) {
    }

    private static final Meaning NOTHING = new Meaning(null, Set.of(), "");

    private final Map<String, Kind> kinds = new HashMap<>();

    private Words() {
    }

    static Words from(Shelf shelf) {
        Words words = new Words();
        VocabularyFile.read(shelf, "values.csv").rows().forEach(row -> {
            Kind kind = words.kinds.computeIfAbsent(row.get("kind"), k -> new Kind());
            Map<String, String> level = switch (row.get("match")) {
                case "whole" -> kind.whole();
                case "part" -> kind.part();
                case "first" -> kind.first();
                case "beside" -> kind.beside();
                default -> throw row.fault("match", new IllegalArgumentException());
            };
            for (String word : row.get("words").split("\\|")) {
                if (level == kind.whole()) {
                    kind.examples().putIfAbsent(row.get("value"), word.strip());
                }
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
            return new Meaning(whole, Set.of(), "");
        }
        if (whole("unknown", key) != null) {
            return NOTHING; // n/a is no "n" with something behind it
        }
        Meaning first = contained(known.first(), key);
        if (first.value() != null) {
            return first;
        }
        Meaning inside = inside(known.whole(), key, Characters.fold(text));
        if (inside != null) {
            return inside;
        }
        Set<String> several = listed(known.whole(), key);
        if (!several.isEmpty()) {
            return new Meaning(null, several, "");
        }
        String head = head(key);
        String value = known.whole().get(head);
        return value != null ? new Meaning(value, Set.of(), key.substring(head.length())) : contained(known.part(), key);
    }

    /** The word in （有）, 1.未対応, 2024/3/31廃棄, 完了 9/18 or 完了 田中; null where there is none. */
    private @Nullable Meaning inside(Map<String, String> words, String key, String folded) {
        for (Pattern pattern : List.of(ENCLOSED, NUMBERED)) {
            Matcher m = pattern.matcher(key);
            if (m.matches()) {
                String word = m.group(1) == null ? m.group(2) : m.group(1);
                String value = words.get(word);
                if (value != null) {
                    return new Meaning(value, Set.of(), "");
                }
            }
        }
        Matcher dated = DATED.matcher(key);
        if (dated.matches()) {
            String word = dated.group("word") == null ? dated.group("head") : dated.group("word");
            String value = words.get(word);
            if (value != null) {
                return new Meaning(value, Set.of(), dated.group("word") == null ? dated.group("last") : dated.group("first"));
            }
        }
        int space = folded.indexOf(' ');
        if (space > 0 && folded.length() - space > 2 && BETWEEN.split(key).length == 1) {
            String value = words.get(Characters.key(folded.substring(0, space)));
            return value == null ? null : new Meaning(value, Set.of(), Characters.key(folded.substring(space)));
        }
        return null;
    }

    /** Whether {@code text} is a word that {@code kind} has for {@code value}, as a whole. */
    boolean isOne(String kind, String value, String text) {
        return value.equals(requireNonNull(kinds.get(kind)).whole().get(text));
    }

    /** The value of what stands before the first bracket or comma, where it is a word of {@code kind}. */
    @Nullable
    String headValue(String kind, String text) {
        return requireNonNull(kinds.get(kind)).whole().get(head(Characters.key(text)));
    }

    /** What the words of {@code kind} and the words of doubt say of a text that stands beside a word. */
    Beside beside(String kind, String rest) {
        Kind known = kinds.get(kind);
        Map<String, String> all = new HashMap<>();
        requireNonNull(known).whole().forEach((word, value) -> {
            if (word.length() > 1) {
                all.put(word, value);
            }
        });
        all.putAll(known.part());
        all.putAll(known.first());
        all.putAll(known.beside());
        Set<String> values = new LinkedHashSet<>();
        String left = masked(all, rest, values);
        Set<String> doubts = new LinkedHashSet<>();
        masked(requireNonNull(kinds.get("remainder")).part(), left, doubts);
        return new Beside(values, doubts.contains("DOUBT"));
    }

    /** Whether a text holds a word that {@code kind} knows beside others. */
    boolean holdsBeside(String kind, String text) {
        String key = Characters.key(text);
        return requireNonNull(kinds.get(kind)).beside().keySet().stream().anyMatch(key::contains);
    }

    /** A text without the words that may stand behind a closing word. */
    String without(String kind, String rest) {
        Map<String, String> harmless = new HashMap<>(requireNonNull(kinds.get(kind)).part());
        harmless.values().removeIf(value -> !value.equals("HARMLESS"));
        return masked(harmless, rest, new LinkedHashSet<>());
    }

    // the longest words first; a Latin word stands by itself
    private static String masked(Map<String, String> words, String key, Set<String> values) {
        String rest = key;
        List<String> found = new ArrayList<>(words.keySet().stream().filter(key::contains).toList());
        found.sort((a, b) -> b.length() - a.length());
        for (String word : found) {
            for (int at = rest.indexOf(word); at >= 0; at = rest.indexOf(word, at + 1)) {
                int end = at + word.length();
                boolean before = at > 0 && isLatin(rest.charAt(at - 1)) && isLatin(word.charAt(0));
                boolean after = end < rest.length() && isLatin(rest.charAt(end)) && isLatin(word.charAt(word.length() - 1));
                if (!before && !after) {
                    values.add(words.get(word));
                    rest = rest.substring(0, at) + "\u0000".repeat(word.length()) + rest.substring(end);
                }
            }
        }
        return rest;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Whether the text is one of the words of {@code kind}, and which value they have; null where it is none. */
    @Nullable
    String whole(String kind, String text) {
        Kind known = kinds.get(kind);
        return known == null ? null : known.whole().get(Characters.key(text));
    }

    /** Some words of {@code kind}, the first of each value, to show what may be written. */
    String examples(String kind) {
        return requireNonNull(kinds.get(kind)).examples().entrySet().stream().filter(e -> !e.getKey().equals("UNKNOWN")).map(Map.Entry::getValue)
                .collect(Collectors.joining("・"));
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
        return values.size() == 1 ? new Meaning(values.iterator().next(), Set.of(), rest.replace("\u0000", ""))
                : new Meaning(null, standing.keySet(), "");
    }
}
