package jp.mimamori.intake.estimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
 * Recognises the category of a device by keywords in its name ({@code spreadsheets/vocabulary/categories.csv}). Of
 * keywords that overlap the longest wins (透析用監視装置 is dialysis), at equal length the earlier row. Of several that do not, the
 * one with the gravest patient impact does (心電計用ノートPC is an electrocardiograph); names of no category count as just graver than
 * CRITICAL, as an unknown does. One that names a place counts only where nothing else does: AED（リハビリ室）. A keyword that begins or
 * ends with a Latin letter must not touch another one (CT is not in OCT, but is in GE CT).
 */
final class Categories {

    /**
     * A category found.
     *
     * @param keyword the keyword as the vocabulary writes it
     * @param other   the category and keyword that came next; null where the name holds one category only
     */
    record Match(Category category, String keyword, @Nullable Match other) {
    }

    /** A keyword that stands in a name. */
    private record Standing(Keyword keyword, int from, int to) {

        boolean overlaps(Standing other) {
            return from < other.to && other.from < to;
        }
    }

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【][^)\\]】]*[)\\]】]?");
    private static final Pattern PLACE = Pattern.compile(".*(?:室|病棟|棟|センタ|科|部|課|階|外来|病院|[ichns]cu|nicu|ope|\\d+f|[東西南北]\\d*)[)\\]】]?");
    private static final Pattern ONLY_ROOM = Pattern.compile("^(?:検査|操作|撮影|治療)?(?:室|病棟|センタ|内科|外科|科|外来)[0-9a-z]{0,2}$");
    private static final Pattern MODIFIER = Pattern.compile("(?:対応|用)$");
    private static final double UNKNOWN_WEIGHT = Safety.CRITICAL.ordinal() + 0.5;
    private static final Pattern ROOM = Pattern.compile("^(?:検査|操作|撮影|治療)?(?:室|病棟|センタ|内科|外科|科|外来)");

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
        // the key has no spaces, but in GE CT the space is what makes CT a word
        StringBuilder key = new StringBuilder();
        BitSet words = new BitSet();
        for (String word : Characters.fold(name).split(" ")) {
            words.set(key.length());
            key.append(Characters.key(word));
        }
        String text = key.toString();
        List<Standing> standing = new ArrayList<>();
        for (Keyword keyword : keywords) {
            for (int at = next(text, words, keyword.key(), 0); at >= 0; at = next(text, words, keyword.key(), at + 1)) {
                Standing found = new Standing(keyword, at, at + keyword.key().length());
                if (standing.stream().noneMatch(found::overlaps)) {
                    standing.add(found);
                }
            }
        }
        List<Standing> named = withoutModifiers(withoutPlaces(text, standing));
        Standing gravest = gravest(named);
        if (gravest == null) {
            return Optional.empty();
        }
        Standing other = gravest(named.stream().filter(s -> s.keyword().category() != gravest.keyword().category()).toList());
        return Optional.of(match(gravest, other == null ? null : match(other, null)));
    }

    private static Match match(Standing standing, @Nullable Match other) {
        return new Match(standing.keyword().category(), standing.keyword().written(), other);
    }

    // MRI対応 hides the MRI in it, and says nothing of the pump beside it
    private static List<Standing> withoutModifiers(List<Standing> standing) {
        List<Standing> things = standing.stream().filter(s -> !s.keyword().category().isNone()
                || !MODIFIER.matcher(s.keyword().key()).find()).toList();
        return things.isEmpty() ? standing : things;
    }

    private static List<Standing> withoutPlaces(String text, List<Standing> standing) {
        List<Standing> outside = standing.stream().filter(s -> !isInPlace(text, s)).toList();
        List<Standing> left = outside.isEmpty() ? standing : outside;
        List<Standing> things = left.stream().filter(s -> !ROOM.matcher(text.substring(s.to())).find()).toList();
        if (things.isEmpty()) {
            // リハビリ室 alone is all that the row says; in リハビリ室エアコン the thing is not known, and the room must not make it harmless
            return left.stream().filter(s -> ONLY_ROOM.matcher(text.substring(s.to())).matches()
                    || weight(s) > UNKNOWN_WEIGHT).toList();
        }
        // a printer in a dialysis room is a printer; a PC in a CT room may well be the CT's
        boolean pcOnly = things.stream().allMatch(s -> s.keyword().category().key().equals("pc"));
        return pcOnly ? left : things;
    }

    private static boolean isInPlace(String text, Standing standing) {
        return BRACKETS.matcher(text).results()
                .anyMatch(b -> b.start() < standing.from() && standing.to() <= b.end() && PLACE.matcher(b.group()).matches());
    }

    private static @Nullable Standing gravest(List<Standing> standing) {
        Standing gravest = null; // the longest comes first, and stays where the others are no graver
        for (Standing one : standing) {
            if (gravest == null || weight(one) > weight(gravest)) {
                gravest = one;
            }
        }
        return gravest;
    }

    // a name that must not be taken for a category is unknown, and an unknown counts as CRITICAL
    private static double weight(Standing standing) {
        Safety safety = standing.keyword().category().safety();
        return safety == Safety.UNKNOWN ? UNKNOWN_WEIGHT : safety.ordinal();
    }

    private static int next(String text, BitSet words, String keyword, int start) {
        for (int at = text.indexOf(keyword, start); at >= 0; at = text.indexOf(keyword, at + 1)) {
            int end = at + keyword.length();
            boolean before = at > 0 && !words.get(at) && isLatin(text.charAt(at - 1)) && isLatin(keyword.charAt(0));
            boolean after = end < text.length() && !words.get(end) && isLatin(text.charAt(end)) && isLatin(keyword.charAt(keyword.length() - 1))
                    && keyword.length() < 6; // endoscop… stands for endoscope and endoscopy
            if (!before && !after) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
