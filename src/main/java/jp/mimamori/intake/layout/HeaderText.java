package jp.mimamori.intake.layout;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers as people write them, brought to the form in which they are compared. */
final class HeaderText {

    private static final Pattern CIRCLED = Pattern.compile("[\\u2460-\\u24FF\\u2776-\\u2793]");
    private static final Pattern BRACKETED = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|【[^【】]*】|「[^「」]*」|<[^<>]*>");
    private static final Pattern NUMBERING = Pattern.compile("^\\(?\\d{1,2}[).．、]\\s*(?=\\D)");
    private static final Pattern BETWEEN = Pattern.compile("[/|()\\n\\r\\[\\]【】]");
    private static final Pattern REQUIRED = Pattern.compile("^(必須|任意)(?=.)|(?<=.)(必須|任意|入力必須|必須入力|required|optional)$");
    private static final String OPENING = "([【「<";
    private static final String DIVIDING = "/|()\n\r[]【】";
    private static final String NOISE = "※*＊#/_.,:;'\"・、。()[]{}<>「」『』【】〈〉《》〔〕-‐‑–—−~〜▼▽▲△■□●◆◇☆★+&|\\";

    private HeaderText() {
    }

    /** Without spaces, line breaks, brackets, marks and numbering; half-width kana wide, letters narrow and small. */
    static String key(String text) {
        return strip(plain(text));
    }

    /** The same, without whatever stands in brackets: 機器名（販売名） becomes 機器名. */
    static String keyWithoutBrackets(String text) {
        String plain = plain(text);
        return REQUIRED.matcher(strip(hasAny(plain, OPENING) ? BRACKETED.matcher(plain).replaceAll("") : plain)).replaceFirst("");
    }

    /** The parts of a header that says its meaning twice: 機器名 / Device name, 機器名(Device name), or one below the other. */
    static List<String> parts(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (!hasAny(wide, DIVIDING)) {
            return strip(wide).isEmpty() ? List.of() : List.of(wide.strip());
        }
        return Arrays.stream(BETWEEN.split(wide)).map(String::strip)
                .filter(part -> !strip(part).isEmpty()).toList();
    }

    /** Whether a part has no Japanese in it. */
    static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c < 0x250);
    }

    /** Whether one character added, left out or changed makes {@code a} into {@code b}. */
    static boolean isOneAway(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return Math.max(a.length(), b.length()) - start - end <= 1;
    }

    private static String plain(String text) {
        String wide = Normalizer.normalize(CIRCLED.matcher(text).replaceAll(""), Normalizer.Form.NFKC).strip();
        boolean numbered = !wide.isEmpty() && (wide.charAt(0) == '(' || Character.isDigit(wide.charAt(0)));
        return numbered ? NUMBERING.matcher(wide).replaceFirst("") : wide;
    }

    private static boolean hasAny(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
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
