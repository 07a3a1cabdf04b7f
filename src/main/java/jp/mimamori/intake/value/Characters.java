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
        String folded = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
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
        String folded = fold(text).toLowerCase(Locale.ROOT);
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

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
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
