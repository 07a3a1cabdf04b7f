package jp.mimamori.intake.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * When operating systems and software reach their end of support ({@code spreadsheets/vocabulary/eos.csv}). A row matches where
 * a text holds all its words and none of those it excludes; the row with the most to match wins. A row without a date stands for
 * a family whose date depends on the edition or version.
 */
final class EosCatalogue {

    /**
     * What the catalogue knows of a text.
     *
     * @param product  as the catalogue calls it
     * @param ends     last day of support; null where the text leaves open which edition it is
     * @param paidEnds last day of a paid extension; null where there is none, or nobody says that it was bought
     */
    record Entry(String product, @Nullable LocalDate ends, @Nullable LocalDate paidEnds) {
    }

    private record Row(String product, List<String> words, List<String> without, @Nullable LocalDate ends,
            @Nullable LocalDate paidEnds) {

        int weight() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    private static final Pattern MARKS = Pattern.compile("[®™]|\\((?:r|tm)\\)|microsoft\\s?|operating system");
    private static final Pattern WIN = Pattern.compile("(?<![a-z])win\\s?(?=\\d|xp|vista|nt|ce(?![a-z])|server|embedded)");
    private static final Pattern MSSQL = Pattern.compile("ms-?sql\\s?(?:server)?");
    private static final Pattern SPACE = Pattern.compile("(?<!\\d)[ _]|[ _](?!\\d)");
    private static final Pattern SEPARATOR = Pattern.compile("[/、,;+\\n]");
    private static final Pattern PAID = Pattern.compile("(?<![a-z])(?:esu|esm|els|拡張セキュリティ)");
    /** ESUなし, ESU未契約, ESU終了, no ESU: it is named, and not there. */
    private static final Pattern UNPAID = Pattern.compile("(?<![a-z])(?:esu|esm|els|拡張セキュリティ)[^/、,;]{0,12}?"
            + "(?:なし|無|未|終了|切れ|満了|失効|非|不|対象外|検討|予定|申請|しない|していない|×|✕|none|expired|ended|not )"
            + "|(?:no|without|not|未|非)\\s?(?:esu|esm|els|拡張セキュリティ)");

    private final List<Row> rows;
    private final Map<String, List<Entry>> remembered = new ConcurrentHashMap<>();

    private EosCatalogue(List<Row> rows) {
        this.rows = rows;
    }

    static EosCatalogue from(Shelf shelf) {
        List<Row> rows = new ArrayList<>();
        VocabularyFile.read(shelf, "eos.csv").rows().forEach(row -> rows.add(new Row(row.get("product"), words(row.get("match")),
                words(row.get("without")), date(row, "ends"), date(row, "paid_extension_ends"))));
        return new EosCatalogue(List.copyOf(rows));
    }

    /** Everything that {@code text} names and the catalogue knows, in its order. */
    List<Entry> find(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : remembered.computeIfAbsent(text, this::search);
    }

    private List<Entry> search(String written) {
        return Arrays.stream(SEPARATOR.split(written)).map(this::match).filter(Objects::nonNull).toList();
    }

    private @Nullable Entry match(String written) {
        String text = Characters.fold(written).toLowerCase(Locale.ROOT).replace("ウィンドウズ", "windows");
        text = MARKS.matcher(text).replaceAll("");
        text = WIN.matcher(text).replaceAll("windows");
        text = MSSQL.matcher(text).replaceAll("sqlserver");
        boolean paid = PAID.matcher(text).find() && !UNPAID.matcher(text).find();
        text = SPACE.matcher(text).replaceAll("");
        Row best = null;
        for (Row row : rows) {
            if ((best == null || row.weight() > best.weight()) && holds(text, row)) {
                best = row;
            }
        }
        return best == null ? null : new Entry(best.product(), best.ends(), paid ? best.paidEnds() : null);
    }

    private static boolean holds(String text, Row row) {
        for (String word : row.words()) {
            if (!contains(text, word)) {
                return false;
            }
        }
        return row.without().stream().noneMatch(text::contains);
    }

    // digits at the border of a word are the whole number: windows 1 is not in windows 10
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
