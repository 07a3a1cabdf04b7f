package jp.mimamori.intake.layout;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.mimamori.intake.How;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;

/** Which words head which field, by the role of the sheet ({@code spreadsheets/vocabulary/headers.csv}). */
public final class HeaderVocabulary {

    /** A header that only ends with a word of the vocabulary must share this much with it. */
    private static final int SHORTEST_ENDING = 3;
    private static final int SHORTEST_TYPO = 5;

    /** No header is longer; a cell that is holds data or a title. */
    private static final int LONGEST = 60;
    private static final int REMEMBERED = 10_000;
    /** So many digits may stand before a header that are none of it: (12) 機器名. */
    private static final int NUMBERING = 2;

    private final Map<SheetRole, Map<String, List<Match>>> fields = new EnumMap<>(SheetRole.class);
    private final Map<SheetRole, Set<String>> all = new EnumMap<>(SheetRole.class);
    private final Set<String> words = new HashSet<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<SheetRole, Map<String, List<Match>>> matches = new EnumMap<>(SheetRole.class);
    private int mostDigits;

    private HeaderVocabulary() {
    }

    public static HeaderVocabulary from(Shelf shelf) {
        HeaderVocabulary vocabulary = new HeaderVocabulary();
        Set<String> shipped = shelf.home() == null ? Set.of() : VocabularyFile.read(Shelf.shipped(), "headers.csv").rows()
                .map(line -> line(line)).collect(Collectors.toSet());
        int rank = 0;
        for (var line : VocabularyFile.read(shelf, "headers.csv").rows().toList()) {
            SheetRole role = line.choice("role", SheetRole.class);
            String key = HeaderText.key(line.get("header"));
            vocabulary.fields.computeIfAbsent(role, r -> new HashMap<>()).computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new Match(line.get("field"), shelf.home() == null || shipped.contains(line(line)) ? How.EXACT
                            : How.HOSPITAL_WORD, line.get("header"), rank++));
            vocabulary.all.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(line.get("field"));
            vocabulary.words.add(key);
            vocabulary.mostDigits = Math.max(vocabulary.mostDigits, digits(key));
        }
        for (SheetRole role : SheetRole.values()) {
            vocabulary.matches.put(role, new ConcurrentHashMap<>());
        }
        return vocabulary;
    }

    private static String line(VocabularyFile.Row line) {
        return line.get("role") + " " + line.get("field") + " " + HeaderText.key(line.get("header"));
    }

    /**
     * A field that a header may stand for.
     *
     * @param how     by what
     * @param synonym the word of the vocabulary, as it writes it
     * @param rank    its line in the file: of two headers for the same field the one that stands first wins
     */
    record Match(String field, How how, String synonym, int rank) {

        /** Whether the header is a word of the vocabulary, or only ends with one. */
        boolean exact() {
            return how != How.ENDING && how != How.TYPO;
        }

        Match by(How other) {
            return new Match(field, other, synonym, rank);
        }
    }

    /** Every field of {@code role} that has a header. */
    Set<String> fields(SheetRole role) {
        return all.getOrDefault(role, Set.of());
    }

    /** {@link HeaderText#key}, remembered: the same headers and first cells are looked at in every row. */
    String key(String text) {
        String key = keys.get(text);
        if (key == null) {
            key = HeaderText.key(text);
            if (keys.size() < REMEMBERED && text.length() <= LONGEST) {
                keys.put(text, key);
            }
        }
        return key;
    }

    /** Whether {@code header} is a word of any role. */
    boolean knows(String header) {
        return header.length() <= LONGEST && digits(header) <= mostDigits + NUMBERING && words.contains(key(header));
    }

    /** Numbers, dates and addresses have more digits than any header: a look at them spares their keys. */
    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits;
    }

    /** The fields {@code header} may stand for in a sheet of {@code role}, the likeliest first; empty where nothing fits. */
    List<Match> match(SheetRole role, String header) {
        if (header.length() > 2 * LONGEST) {
            return List.of();
        }
        Map<String, List<Match>> met = requireNonNull(matches.get(role));
        List<Match> found = met.get(header);
        if (found == null) {
            found = look(role, header);
            if (met.size() < REMEMBERED) {
                met.put(header, found);
            }
        }
        return found;
    }

    private List<Match> look(SheetRole role, String header) {
        Map<String, List<Match>> known = fields.getOrDefault(role, Map.of());
        List<Match> exact = known.get(key(header));
        if (exact != null) {
            return exact;
        }
        String key = HeaderText.keyWithoutBrackets(header);
        List<Match> inside = known.get(key);
        if (inside != null) {
            return by(inside, How.WITHOUT_BRACKETS);
        }
        List<Match> both = bilingual(known, header);
        return both.isEmpty() ? ending(known, key) : both;
    }

    private static List<Match> by(List<Match> matches, How how) {
        return matches.stream().map(match -> match.by(how)).toList();
    }

    /** 機器名 / Device name: the Japanese part counts where the other one is unknown or says the same. */
    private static List<Match> bilingual(Map<String, List<Match>> known, String header) {
        List<String> parts = HeaderText.parts(header);
        if (parts.size() != 2 || HeaderText.isLatin(parts.get(0)) == HeaderText.isLatin(parts.get(1))) {
            return List.of();
        }
        boolean latinFirst = HeaderText.isLatin(parts.get(0));
        List<Match> japanese = known.get(HeaderText.key(parts.get(latinFirst ? 1 : 0)));
        List<Match> latin = known.get(HeaderText.key(parts.get(latinFirst ? 0 : 1)));
        if (japanese == null) {
            return List.of();
        }
        List<Match> agreed = latin == null ? japanese : japanese.stream()
                .filter(m -> latin.stream().anyMatch(l -> l.field().equals(m.field()))).toList();
        return by(agreed, How.BILINGUAL);
    }

    private static List<Match> ending(Map<String, List<Match>> known, String key) {
        for (int from = 1; key.length() - from >= SHORTEST_ENDING; from++) {
            String ending = key.substring(from);
            List<Match> found = known.get(ending);
            if (found != null && (ending.charAt(0) > 0x7F || key.charAt(from - 1) > 0x7F)) {
                return by(found, How.ENDING);
            }
        }
        return List.of();
    }

    /** The fields of words that differ from {@code header} by one character; short words differ by one from too many. */
    List<Match> near(SheetRole role, String header) {
        String key = HeaderText.keyWithoutBrackets(header);
        if (key.length() < SHORTEST_TYPO || key.length() > LONGEST) {
            return List.of();
        }
        Map<String, Match> near = new LinkedHashMap<>();
        fields.getOrDefault(role, Map.of()).entrySet().stream()
                .filter(e -> e.getKey().length() >= SHORTEST_TYPO && HeaderText.isOneAway(key, e.getKey()))
                .flatMap(e -> e.getValue().stream()).sorted(Comparator.comparingInt(Match::rank))
                .forEach(match -> near.putIfAbsent(match.field(), match.by(How.TYPO)));
        return List.copyOf(near.values());
    }
}
