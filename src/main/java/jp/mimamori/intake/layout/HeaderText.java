package jp.mimamori.intake.layout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers as people write them, brought to the form in which they are compared. */
final class HeaderText {

    private static final Pattern CIRCLED = Pattern.compile("[\\u2460-\\u24FF\\u2776-\\u2793]");
    private static final Pattern BRACKETED = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|【[^【】]*】|「[^「」]*」|<[^<>]*>");
    private static final Pattern NUMBERING = Pattern.compile("^\\(?\\d{1,2}[).．、]\\s*(?=\\D)");
    private static final String NOISE = "※*＊#/_.,:;'\"・、。()[]{}<>「」『』【】〈〉《》〔〕-‐‑–—−~〜▼▽▲△■□●◆◇☆★+&|\\";

    private HeaderText() {
    }

    /** Without spaces, line breaks, brackets, marks and numbering; half-width kana wide, letters narrow and small. */
    static String key(String text) {
        return strip(plain(text));
    }

    /** The same, without whatever stands in brackets: 機器名（販売名） becomes 機器名. */
    static String keyWithoutBrackets(String text) {
        return strip(BRACKETED.matcher(plain(text)).replaceAll(""));
    }

    private static String plain(String text) {
        String wide = Normalizer.normalize(CIRCLED.matcher(text).replaceAll(""), Normalizer.Form.NFKC).strip();
        return NUMBERING.matcher(wide).replaceFirst("");
    }

    private static String strip(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00A0' && NOISE.indexOf(c) < 0) {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }
}
