package jp.mimamori.intake.value;

import java.text.Normalizer;
import java.util.Locale;

/** The many ways the same characters are typed in Japanese spreadsheets, brought to one. */
public final class Characters {

    private Characters() {
    }

    /**
     * For reading numbers, dates and codes: compatibility characters folded (full width, half-width kana, ㍻, ①), every hyphen
     * a {@code -}, every run of white space one space, trimmed.
     */
    public static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        String folded = compatible(text);
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (isSpace(c)) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (isHyphen(c) || c == 'ー' && (i == 0 || folded.charAt(i - 1) < 0x80)) {
                out.append('-');
            } else if (!isInvisible(c)) {
                out.append(c);
            }
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        return out.substring(0, end);
    }

    /**
     * For comparing words: as {@link #fold}, lower case, without white space, and without the long-vowel mark that ends a
     * katakana word, which people write or leave out (モニター, モニタ).
     */
    public static String key(String text) {
        String folded = fold(text);
        if (isKey(folded)) {
            return folded;
        }
        folded = folded.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean wordEnd = i + 1 == folded.length() || !isKatakana(folded.charAt(i + 1));
            if (c != ' ' && !(c == 'ー' && wordEnd && i > 0 && isKatakana(folded.charAt(i - 1)))) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** For showing: as the sheet writes it, but trimmed, white space collapsed and half-width kana made full. */
    static String tidy(String text) {
        if (isFolded(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                i++;
            } else if (c >= '\uFF61' && c <= '\uFF9F') {
                int end = i;
                while (end < text.length() && text.charAt(end) >= '\uFF61' && text.charAt(end) <= '\uFF9F') {
                    end++;
                }
                out.append(Normalizer.normalize(text.substring(i, end), Normalizer.Form.NFKC));
                i = end;
            } else {
                if (!isInvisible(c)) {
                    out.append(c);
                }
                i++;
            }
        }
        return out.toString().stripTrailing();
    }

    /** {@code text} in the form NFKC; most texts are, and one look at each character is cheaper than to normalise them. */
    public static String compatible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isInert(text.charAt(i))) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /** Characters that NFKC leaves as they are whatever stands beside them: ASCII, kana, the unified ideographs, some marks. */
    static boolean isInert(char c) {
        return c < 0x80 || c >= '\u4E00' && c <= '\u9FFF' || c >= '\u3041' && c <= '\u3096' || c >= '\u30A1' && c <= '\u30FE'
                || c >= '\u3001' && c <= '\u3015' && c != '\u3004';
    }

    /** Whether {@link #fold} would change nothing. */
    private static boolean isFolded(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isInert(c) || c < ' ' || c == ' ' && before == ' ' || c == 'ー' && (i == 0 || before < 0x80)) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** Whether a folded text holds nothing that {@link #key} would change. */
    private static boolean isKey(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == ' ' || c == 'ー' || c >= 'A' && c <= 'Z' || c >= 0x80 && !isInert(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\u2028' || c == '\u2029' || c >= '\u2000' && c <= '\u200A'
                || c == '\u0085';
    }

    private static boolean isInvisible(char c) {
        return c >= '\u200B' && c <= '\u200F' || c == '\uFEFF' || c == '\u00AD' || c == '\u2060' || c >= '\uFE00' && c <= '\uFE0F';
    }

    private static boolean isHyphen(char c) {
        return c >= '\u2010' && c <= '\u2015' || c == '\u2212' || c == '\uFE63' || c == '\uFF0D' || c == '\u2500'
                || c == '\u2501' || c == '\u2043';
    }

    private static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ヺ' || c == 'ー';
    }
}
