package jp.mimamori.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The words a cell may use for the values of one closed list: the label in either language, its part before the brackets
 * where that is unmistakable, or the name in the code.
 */
final class Words {

    private static final List<String> AT_LEAST = List.of("≥", "≧", ">=", "⩾");
    private static final List<String> AT_MOST = List.of("≤", "≦", "<=", "⩽");
    private static final List<String> NOT = List.of("≠", "!=", "<>");

    private final List<Enum<?>> values;
    private final boolean ordered;
    private final Map<String, Enum<?>> byWord = new LinkedHashMap<>();

    Words(Collection<? extends Enum<?>> values, boolean ordered) {
        this.values = List.copyOf(values);
        this.ordered = ordered;
        for (Enum<?> value : this.values) {
            byWord.put(plain(value.name()), value);
            for (Language language : Language.values()) {
                byWord.put(plain(Wording.label(language, value)), value);
            }
        }
        addShortForms();
    }

    /** A label's part before its brackets, unless another value could be meant. */
    private void addShortForms() {
        Map<String, Set<Enum<?>>> brief = new LinkedHashMap<>();
        for (Enum<?> value : values) {
            for (Language language : Language.values()) {
                String label = plain(Wording.label(language, value));
                int bracket = label.indexOf('(');
                if (bracket > 0) {
                    brief.computeIfAbsent(label.substring(0, bracket).strip(), key -> new LinkedHashSet<>()).add(value);
                }
            }
        }
        brief.forEach((word, meant) -> {
            if (meant.size() == 1) {
                byWord.putIfAbsent(word, meant.iterator().next());
            }
        });
    }

    /** The value of a single word; null where it is none of the list. */
    @Nullable Enum<?> value(String word) {
        return byWord.get(plain(word));
    }

    /**
     * The values a condition admits: {@code *}, words separated by 、 or a line break, {@code ≥ 重大}, {@code ≤ 中},
     * {@code ≠ なし}.
     *
     * @throws UnknownWord where a part of it is none of these
     */
    Set<Enum<?>> condition(String cell) throws UnknownWord {
        String text = plain(cell);
        if (text.equals("*")) {
            return new LinkedHashSet<>(values);
        }
        Enum<?> whole = byWord.get(text);
        if (whole != null) {
            return Set.of(whole);
        }
        Set<Enum<?>> admitted = new LinkedHashSet<>();
        for (String part : cell.split("[、,，\\n|]")) {
            if (!part.isBlank()) {
                admitted.addAll(part(part));
            }
        }
        if (admitted.isEmpty()) {
            throw new UnknownWord(cell);
        }
        return admitted;
    }

    private Set<Enum<?>> part(String part) throws UnknownWord {
        String text = plain(part);
        for (String sign : AT_LEAST) {
            if (text.startsWith(plain(sign))) {
                Enum<?> floor = level(part, text.substring(plain(sign).length()));
                return only(value -> isKnown(value) && value.ordinal() >= floor.ordinal());
            }
        }
        for (String sign : AT_MOST) {
            if (text.startsWith(plain(sign))) {
                Enum<?> ceiling = level(part, text.substring(plain(sign).length()));
                return only(value -> isKnown(value) && value.ordinal() <= ceiling.ordinal());
            }
        }
        for (String sign : NOT) {
            if (text.startsWith(plain(sign))) {
                Enum<?> excluded = known(part, text.substring(plain(sign).length()));
                return only(value -> value != excluded);
            }
        }
        return Set.of(known(part, text));
    }

    private Enum<?> level(String part, String word) throws UnknownWord {
        Enum<?> value = known(part, word);
        if (!ordered || !isKnown(value)) {
            throw new UnknownWord(part.strip());
        }
        return value;
    }

    private Enum<?> known(String part, String word) throws UnknownWord {
        Enum<?> value = byWord.get(word.strip());
        if (value == null) {
            throw new UnknownWord(part.strip());
        }
        return value;
    }

    private Set<Enum<?>> only(Predicate<Enum<?>> test) {
        Set<Enum<?>> set = new LinkedHashSet<>();
        values.stream().filter(test).forEach(set::add);
        return set;
    }

    private static boolean isKnown(Enum<?> value) {
        return !value.name().equals("UNKNOWN");
    }

    /** The labels in {@code language}, those nearest to {@code word} first, at most {@code limit}. */
    List<String> nearest(String word, Language language, int limit) {
        String text = plain(word.replaceAll("^[≥≧>=≤≦<≠!]+", ""));
        return values.stream()
                .sorted(Comparator.comparingInt(value -> byWord.entrySet().stream().filter(entry -> entry.getValue() == value)
                        .mapToInt(entry -> distance(text, entry.getKey())).min().orElse(Integer.MAX_VALUE)))
                .limit(limit).map(value -> Wording.label(language, value)).toList();
    }

    /** Upper and lower case, full and half width, and spaces make no difference. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Edit distance. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }

    /** The texts nearest to {@code word}, at most {@code limit}. */
    static List<String> nearest(String word, Collection<String> texts, int limit) {
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.comparingInt(text -> distance(plain(word), plain(text))));
        return sorted.subList(0, Math.min(limit, sorted.size()));
    }

    /** A word that is none of the list. */
    static final class UnknownWord extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        UnknownWord(String word) {
            super(word);
        }
    }
}
