package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;

/** Which words head which field, by the role of the sheet ({@code spreadsheets/vocabulary/headers.csv}). */
public final class HeaderVocabulary {

    /** A header that only ends with a word of the vocabulary must share this much with it. */
    private static final int SHORTEST_ENDING = 3;

    /** No header is longer; a cell that is holds data or a title. */
    private static final int LONGEST = 60;
    private static final int REMEMBERED = 10_000;

    private final Map<SheetRole, Map<String, List<Match>>> fields = new EnumMap<>(SheetRole.class);
    private final Set<String> words = new HashSet<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private HeaderVocabulary() {
    }

    public static HeaderVocabulary from(Shelf shelf) {
        HeaderVocabulary vocabulary = new HeaderVocabulary();
        int rank = 0;
        for (var line : VocabularyFile.read(shelf, "headers.csv").rows().toList()) {
            SheetRole role = line.choice("role", SheetRole.class);
            String key = HeaderText.key(line.get("header"));
            vocabulary.fields.computeIfAbsent(role, r -> new HashMap<>()).computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new Match(line.get("field"), true, rank++));
            vocabulary.words.add(key);
        }
        return vocabulary;
    }

    /**
     * A field that a header may stand for.
     *
     * @param exact whether the header is a word of the vocabulary, or only ends with one
     * @param rank  its line in the file: of two headers for the same field the one that stands first wins
     */
    record Match(String field, boolean exact, int rank) {
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
        return header.length() <= LONGEST && words.contains(key(header));
    }

    /** The fields {@code header} may stand for in a sheet of {@code role}, the likeliest first; empty where nothing fits. */
    List<Match> match(SheetRole role, String header) {
        if (header.length() > 2 * LONGEST) {
            return List.of();
        }
        Map<String, List<Match>> known = fields.getOrDefault(role, Map.of());
        List<Match> exact = known.get(key(header));
        String key = HeaderText.keyWithoutBrackets(header);
        if (exact == null) {
            exact = known.get(key);
        }
        if (exact != null) {
            return exact;
        }
        for (int from = 1; key.length() - from >= SHORTEST_ENDING; from++) {
            String ending = key.substring(from);
            List<Match> found = known.get(ending);
            if (found != null && (ending.charAt(0) > 0x7F || key.charAt(from - 1) > 0x7F)) {
                return found.stream().map(match -> new Match(match.field(), false, match.rank())).toList();
            }
        }
        return List.of();
    }
}
