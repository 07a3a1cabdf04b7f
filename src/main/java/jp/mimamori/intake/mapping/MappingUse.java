package jp.mimamori.intake.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The mapping files given to one reading: what they say, which of it was met, and every table that was. */
public final class MappingUse {

    private final List<MappingProfile> profiles;
    private final List<Layout> layouts;
    private final Set<Layout> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean drafting;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Map<String, String>> words = new HashMap<>();

    /**
     * @param profiles where several speak of one layout or word, the first counts
     * @param wordKeys the form in which words are compared
     */
    public MappingUse(List<MappingProfile> profiles, UnaryOperator<String> wordKeys) {
        this.profiles = List.copyOf(profiles);
        this.layouts = profiles.stream().flatMap(profile -> profile.layouts().stream()).toList();
        for (MappingProfile profile : profiles) {
            for (ValueWord word : profile.words()) {
                words.computeIfAbsent(word.field(), f -> new HashMap<>()).putIfAbsent(wordKeys.apply(word.word()), word.meaning());
            }
        }
    }

    /** No mapping file. */
    public static MappingUse none() {
        return new MappingUse(List.of(), word -> word);
    }

    /** Asks for a mapping file in the end: then a file in which no table was found is no reason to stop. */
    public void draft() {
        drafting = true;
    }

    public boolean isDrafting() {
        return drafting;
    }

    public List<MappingProfile> profiles() {
        return profiles;
    }

    public List<Layout> layouts() {
        return layouts;
    }

    /** The name of the file that describes {@code layout}. */
    public String file(Layout layout) {
        return profiles.stream().filter(p -> p.layouts().stream().anyMatch(l -> l == layout)).map(MappingProfile::file)
                .findFirst().orElse("");
    }

    public void met(Layout layout) {
        met.add(layout);
    }

    public boolean isMet(Layout layout) {
        return met.contains(layout);
    }

    public void saw(Seen table) {
        seen.add(table);
    }

    /** Every table met, one of each layout. */
    public List<Seen> seen() {
        Set<String> known = new HashSet<>();
        return seen.stream().filter(table -> known.add(table.fingerprint())).toList();
    }

    /** The tables met on one sheet, in their order. */
    public List<Seen> seenOn(String file, @Nullable String sheet) {
        return seen.stream().filter(table -> table.file().equals(file) && java.util.Objects.equals(table.sheet(), sheet)).toList();
    }

    /** Whether the mapping files say what any word means. */
    public boolean hasWords() {
        return !words.isEmpty();
    }

    /** Whether any word of {@code field} has a meaning of its own. */
    public boolean hasWords(String field) {
        return words.containsKey(field);
    }

    /** The vocabulary's word for what {@code word}, in the form for comparing, means in {@code field}; null where nothing is said. */
    public @Nullable String meaning(String field, String word) {
        return words.getOrDefault(field, Map.of()).get(word);
    }
}
