package jp.mimamori.intake.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * When operating systems and software reach their end of support ({@code spreadsheets/vocabulary/eos.csv}). A row matches where
 * a text holds all its words and none of those it excludes; of each family the row with the most to match wins, so that SQL Server on
 * Windows Server is two products. A row without a date stands for a family whose date depends on the edition or version, or that no
 * public list dates.
 */
final class EosCatalogue {

    /** Why there is no date. */
    enum Open {
        /** There is one. */
        NO,
        /** The edition, the version or the distributor decides, and the text does not tell. */
        EDITION,
        /** Nobody but the maker knows. */
        MAKER
    }

    /**
     * What the catalogue knows of a text.
     *
     * @param product  as the catalogue calls it
     * @param ends     last day of support; null where the text leaves open which edition it is
     * @param paidEnds last day of a paid extension; null where there is none, or nobody says that it was bought
     */
    record Entry(String product, @Nullable LocalDate ends, @Nullable LocalDate paidEnds, Open open) {
    }

    private record Row(String product, String family, List<String> words, List<String> without, @Nullable LocalDate ends,
            @Nullable LocalDate paidEnds, Open open) {

        int weight() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    private static final Pattern LETTERS = Pattern.compile("^[^0-9 .]+");

    private final List<Row> rows;
    private final ProductTexts texts;
    private final Map<String, List<Entry>> remembered = new ConcurrentHashMap<>();

    private EosCatalogue(List<Row> rows, ProductTexts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    static EosCatalogue from(Shelf shelf) {
        List<Row> rows = new ArrayList<>();
        VocabularyFile.read(shelf, "eos.csv").rows().forEach(row -> {
            LocalDate ends = date(row, "ends");
            Open open = ends != null ? Open.NO : row.get("open").isEmpty() ? Open.EDITION : row.choice("open", Open.class);
            rows.add(new Row(row.get("product"), family(row), words(row.get("match")), words(row.get("without")), ends,
                    date(row, "paid_extension_ends"), open));
        });
        return new EosCatalogue(List.copyOf(rows), ProductTexts.from(shelf));
    }

    /** Everything that {@code text} names and the catalogue knows, in its order. */
    List<Entry> find(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : remembered.computeIfAbsent(text, this::search);
    }

    private List<Entry> search(String written) {
        List<Entry> found = new ArrayList<>();
        for (ProductTexts.Piece piece : texts.pieces(written)) {
            Map<String, Row> best = new LinkedHashMap<>();
            for (Row row : rows) {
                Row known = best.get(row.family());
                if ((known == null || row.weight() > known.weight()) && holds(piece.text(), row)) {
                    best.put(row.family(), row);
                }
            }
            // of several products in one breath nobody says which one the extension is for
            boolean paid = piece.paid() && best.size() == 1;
            best.values().forEach(row -> found.add(new Entry(row.product(), row.ends(), paid ? row.paidEnds() : null, row.open())));
        }
        // 組込OS says nothing where the product is named beside it
        boolean named = found.stream().anyMatch(entry -> entry.open() != Open.MAKER);
        return named ? found.stream().filter(entry -> entry.open() != Open.MAKER).toList() : List.copyOf(found);
    }

    private static boolean holds(String text, Row row) {
        for (String word : row.words()) {
            if (!contains(text, word)) {
                return false;
            }
        }
        return !row.words().isEmpty() && row.without().stream().noneMatch(text::contains);
    }

    // digits at the border of a word are the whole number: windows 1 is not in windows 10; and a name begins where it begins
    private static boolean contains(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean before = at > 0 && isDigit(text.charAt(at - 1)) && isDigit(word.charAt(0));
            boolean after = end < text.length() && isDigit(text.charAt(end)) && isDigit(word.charAt(word.length() - 1));
            if (!before && !after) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The family a row names, else the letters its words begin with. */
    private static String family(VocabularyFile.Row row) {
        Matcher letters = LETTERS.matcher(row.get("match"));
        return !row.get("family").isEmpty() ? row.get("family") : letters.find() ? letters.group() : row.get("match");
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.toLowerCase(Locale.ROOT).split(" "));
    }

    private static @Nullable LocalDate date(VocabularyFile.Row row, String header) {
        try {
            return row.get(header).isEmpty() ? null : LocalDate.parse(row.get(header).replace('/', '-'));
        } catch (java.time.format.DateTimeParseException e) {
            throw row.fault(header, e);
        }
    }
}
