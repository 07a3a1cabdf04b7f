package jp.mimamori.planning.posing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of different sheets made comparable: width, case, blanks and hyphens no longer tell them apart. */
final class PlainText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE63]");
    private static final Pattern COMPANY = Pattern.compile("\\(株\\)|\\(有\\)|\\(合\\)|株式会社|有限会社|合同会社|合資会社"
            + "|,?co\\.?,?ltd\\.?|,?inc\\.?$|,?ltd\\.?$|,?corp(oration)?\\.?$|,?gmbh$|,?llc$");
    private static final Pattern SEPARATORS = Pattern.compile("[・、,;/／；\\n]+");

    private PlainText() {
    }

    /** The comparable form; empty for null. */
    static String of(@Nullable String text) {
        return BLANKS.matcher(spaced(text)).replaceAll("");
    }

    /** The comparable form with single blanks where the text has any. */
    static String spaced(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(HYPHENS.matcher(narrow).replaceAll("-")).replaceAll(" ").strip();
    }

    /** The comparable form of a number, with leading zeros gone, since spreadsheets lose them. */
    static String number(@Nullable String text) {
        String plain = of(text);
        return plain.matches("0+[0-9]+") ? plain.replaceFirst("^0+", "") : plain;
    }

    /** The comparable form of a company's name without its legal form (㈱, Co., Ltd. …). */
    static String company(@Nullable String text) {
        return COMPANY.matcher(of(text)).replaceAll("");
    }

    /** The items of a cell such as {@code CT・血管撮影} or {@code CE;RT}, trimmed, without empty ones. */
    static List<String> items(@Nullable String cell) {
        return cell == null ? List.of()
                : Arrays.stream(SEPARATORS.split(cell)).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    /** Whether {@code text} speaks of {@code word}; a short latin word (CE, RT) must stand alone. Both comparable. */
    static boolean mentions(String text, String word) {
        if (word.isEmpty()) {
            return false;
        }
        if (word.length() > 3 || !word.chars().allMatch(c -> c < 128)) {
            return text.contains(word);
        }
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !latin(text.charAt(at - 1))) && (end == text.length() || !latin(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
