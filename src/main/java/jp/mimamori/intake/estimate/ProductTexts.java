package jp.mimamori.intake.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;

/**
 * Brings the text of an operating-system or software cell to the spelling of the catalogue ({@code
 * spreadsheets/vocabulary/eos-spellings.csv}) and cuts it where it names several products. What follows a cut and begins with a number
 * belongs to the product before it: Windows 10/11.
 */
final class ProductTexts {

    /** One part of a cell, without the spaces that do not part numbers; {@code paid} where it says that an extension was bought. */
    record Piece(String text, boolean paid) {
    }

    /** Where a spelling counts. */
    private enum Where {
        /** Not touching another Latin letter or digit. */
        WORD,
        /** As WORD, but a number may follow at once. */
        PREFIX,
        PART,
        /** Nothing else in the cell. */
        WHOLE
    }

    private record Spelling(String written, Where where, Pattern pattern, String means) {
    }

    private static final Pattern MARKS = Pattern.compile("[®™]|\\((?:r|tm)\\)|microsoft\\s?(?!openjdk)|operating system");
    private static final Pattern WIN = Pattern.compile("(?<![a-z])win\\s?(?=\\d|xp|vista|nt|ce(?![a-z])|server|embedded)");
    private static final Pattern FILLER = Pattern.compile("(?<=[a-z]) ?(?:release|version|バージョン)[ .]?(?=\\d)|(?<=[a-z]) (?:ver\\.?|rel\\.?|v\\.?) ?(?=\\d)");
    private static final Pattern SPACE = Pattern.compile("(?<!\\d)[ _]|[ _](?!\\d)");
    private static final Pattern SEPARATOR = Pattern.compile("[/、,;+&・]|または|又は|もしくは|および|及び| (?:on|or|and|with) ");
    private static final Pattern PAID = Pattern.compile("(?<![a-z])(?:esu|esm|els|ltss|拡張セキュリティ)|ubuntu.*?(?<![a-z])pro(?![a-z])");
    /** ESUなし, ESU未契約, ESU終了, no ESU: it is named, and not there. */
    private static final Pattern UNPAID = Pattern.compile("(?<![a-z])(?:esu|esm|els|ltss|pro|拡張セキュリティ)[^/、,;]{0,12}?"
            + "(?:なし|無|未|終了|切れ|満了|失効|非|不|対象外|検討|予定|申請|しない|していない|×|✕|none|expired|ended|not )"
            + "|(?:no|without|not|未|非)\\s?(?:esu|esm|els|ltss|pro(?![a-z])|拡張セキュリティ)");
    private static final Pattern NUMBER_FIRST = Pattern.compile("^\\d{1,4}(?:\\.\\d+)?(?: ?r2)?(?: ?sp\\d)?(?: ?(?:pro|home|enterprise|education|iot|ltsc|ltsb|std|standard|\\d\\dh\\d).*)?$");
    private static final Pattern WINDOWS_VERSION = Pattern.compile("^(?:1507|1511|1607|1703|1709|1803|1809|1903|1909|2004|2[0-6]h[12])(?!\\d).*");
    private static final Pattern NAME = Pattern.compile("^[^0-9]*[a-z]");
    private static final Pattern WINDOWS = Pattern.compile("windows ?1[01](?!\\d)");

    private final List<Spelling> spellings;

    private ProductTexts(List<Spelling> spellings) {
        this.spellings = spellings;
    }

    static ProductTexts from(Shelf shelf) {
        List<Spelling> spellings = new ArrayList<>();
        VocabularyFile.read(shelf, "eos-spellings.csv").rows().forEach(row -> {
            String written = Characters.fold(row.get("written")).toLowerCase(Locale.ROOT);
            Where where = row.choice("where", Where.class);
            if (!written.isEmpty()) {
                spellings.add(new Spelling(written, where, pattern(written, where), row.get("means")));
            }
        });
        // the longest first, so that a name is not taken for its beginning; stable at equal length
        spellings.sort(Comparator.comparingInt((Spelling s) -> s.written().length()).reversed());
        return new ProductTexts(List.copyOf(spellings));
    }

    private static Pattern pattern(String written, Where where) {
        String quoted = Pattern.quote(written);
        String before = "(?<![a-z0-9.])";
        return Pattern.compile(switch (where) {
            case WORD -> before + quoted + "(?![a-z0-9])";
            case PREFIX -> before + quoted + "(?![a-z])" + (Character.isDigit(written.charAt(written.length() - 1)) ? "(?!\\d)" : "");
            case PART -> quoted;
            case WHOLE -> "^" + quoted + "$";
        });
    }

    /** The products that {@code written} may name, in its order. */
    List<Piece> pieces(String written) {
        String text = Characters.fold(written.replace('\n', '、')).toLowerCase(Locale.ROOT);
        text = MARKS.matcher(text).replaceAll("");
        text = FILLER.matcher(text).replaceAll("");
        for (Spelling spelling : spellings) {
            if (text.contains(spelling.written()) || spelling.where() == Where.WHOLE) {
                text = spelling.pattern().matcher(text).replaceAll(Matcher.quoteReplacement(spelling.means()));
            }
        }
        text = WIN.matcher(text).replaceAll("windows");
        List<Piece> pieces = new ArrayList<>();
        String before = "";
        for (String part : SEPARATOR.split(text)) {
            String own = part.strip();
            String whole = belonging(before, own);
            pieces.add(new Piece(SPACE.matcher(whole).replaceAll(""), PAID.matcher(whole).find() && !UNPAID.matcher(whole).find()));
            before = whole;
        }
        return pieces;
    }

    private static String belonging(String before, String own) {
        Matcher windows = WINDOWS.matcher(before);
        if (WINDOWS_VERSION.matcher(own).matches() && windows.find()) {
            return windows.group() + " " + own;
        }
        Matcher name = NAME.matcher(before);
        return NUMBER_FIRST.matcher(own).matches() && name.find() ? name.group() + own : own;
    }
}
