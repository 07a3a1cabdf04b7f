package jp.mimamori.report.xlsx;

import java.util.regex.Pattern;

/** What a text needs to stand in a cell: to be safe, to fit, and a row high enough to show it. */
final class CellText {

    /** Excel's limit for the text of a cell. */
    static final int MAX_LENGTH = 32_767;
    /** Excel's limit for the height of a row, in points. */
    static final double MAX_HEIGHT = 409;
    private static final double LINE = 14.5;
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {
    }

    /**
     * The text as a cell can hold it: line ends as Excel writes them, at most {@link #MAX_LENGTH} characters (the cut is
     * marked by …), and nothing in it that Excel would take for an escaped character.
     */
    static String safe(String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        // Excel reads _x0041_ as A; the underscore itself has to be escaped.
        String escaped = plain.indexOf("_x") < 0 ? plain : ESCAPE.matcher(plain).replaceAll("_x005F_");
        if (escaped.length() <= MAX_LENGTH) {
            return escaped;
        }
        int end = MAX_LENGTH - 1;
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether a spreadsheet that is less careful than ours might take the text for a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** Height in points of a row that shows {@code text} in a column of {@code width} characters. */
    static double height(String text, double width) {
        return Math.min(MAX_HEIGHT, lines(text, width) * LINE + 4);
    }

    static int lines(String text, double width) {
        double room = Math.max(2, width - 1.2);
        int lines = 0;
        for (int from = 0; from <= text.length();) {
            int end = text.indexOf('\n', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            // Short lines, most of all, need no measuring: no letter is wider than two.
            lines += line.length() * 2.2 <= room ? 1 : Math.max(1, (int) Math.ceil(breadth(line) * (isSpaced(line) ? 1.08 : 1.02) / room));
            from = end < 0 ? text.length() + 1 : end + 1;
        }
        return lines;
    }

    /** As {@link #units}, with letters and kana as narrow as a proportional font sets them on the average. */
    private static double breadth(String text) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c >= 'a' && c <= 'z' || c == ' ' ? 0.88 : c < 0x1100 ? 1
                    : Character.isSurrogate(c) ? 0.95 : c >= 0x3041 && c <= 0x30FF ? 1.7 : isWide(c) ? 1.85 : 1;
        }
        return sum;
    }

    /** Width in half-width characters: Japanese ones count twice. */
    static int units(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** The first {@code units} half-width characters; a cut is marked by …. */
    static String shortened(String text, int units) {
        if (units(text) <= units) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 2;
        for (int c : text.codePoints().toArray()) {
            used += isWide(c) ? 2 : 1;
            if (used > units) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('…').toString();
    }

    /** Words in Latin letters are not broken, so their lines fill less well; a Japanese line breaks anywhere. */
    private static boolean isSpaced(String line) {
        return line.indexOf(' ') >= 0 && line.codePoints().noneMatch(CellText::isWide);
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && !(c >= 0xFF61 && c <= 0xFFDC) || c >= 0x2E80;
    }
}
