package jp.mimamori.intake.sheet;

import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.UnusableFileException;

/**
 * Reads a text of a workbook: its runs are joined, the furigana that stand beside it are left out, and what is struck through is
 * remembered. Escapes such as {@code _x000D_} are undone.
 */
final class RichText {

    private char[] chars = new char[256];
    private int length;
    private final StringBuilder struck = new StringBuilder();
    private boolean plain;
    private boolean inherited;

    /**
     * Which part of a text is struck through.
     *
     * @param struck    the runs that are struck through by themselves; empty for none
     * @param plain     whether a run has a font of its own that is not struck through
     * @param inherited whether a run takes the font of its cell
     */
    record Strikes(String struck, boolean plain, boolean inherited) {
    }

    /** Reads the element the cursor stands on ({@code si}, {@code is} or {@code text}), to its end. */
    void read(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        length = 0;
        struck.setLength(0);
        plain = false;
        inherited = false;
        int depth = xml.depth();
        xml.clear();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "t" -> {
                    xml.append();
                    inherited = true;
                }
                case "r" -> run(xml, depth + 1);
                default -> { }
            }
        }
        length = xml.length();
        if (chars.length < length) {
            chars = new char[Math.max(length, chars.length * 2)];
        }
        System.arraycopy(xml.chars(), 0, chars, 0, length);
        length = unescape(chars, length);
    }

    private void run(XmlCursor xml, int depth) throws XMLStreamException, UnusableFileException {
        int from = xml.length();
        boolean own = false;
        boolean strike = false;
        while (xml.child(depth)) {
            if (xml.name().equals("t")) {
                xml.append();
            } else if (xml.name().equals("rPr")) {
                own = true;
                while (xml.child(depth + 1)) {
                    String on = xml.attribute("val");
                    strike |= xml.name().equals("strike") && !"0".equals(on) && !"false".equals(on);
                }
            }
        }
        String text = new String(xml.chars(), from, xml.length() - from);
        if (!text.isBlank()) {
            if (strike) {
                struck.append(text);
            }
            plain |= own && !strike;
            inherited |= !own;
        }
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    String string() {
        return new String(chars, 0, length);
    }

    Strikes strikes() {
        return new Strikes(struck.toString(), plain, inherited);
    }

    /** Undoes {@code _xHHHH_} in place; gives the new length. */
    static int unescape(char[] chars, int length) {
        int to = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c == '_' && i + 6 < length && chars[i + 1] == 'x' && chars[i + 6] == '_') {
                int code = 0;
                for (int k = i + 2; k < i + 6 && code >= 0; k++) {
                    int digit = Character.digit(chars[k], 16);
                    code = digit < 0 || chars[k] > 'f' ? -1 : code * 16 + digit;
                }
                if (code >= 0) {
                    chars[to++] = (char) code;
                    i += 6;
                    continue;
                }
            }
            chars[to++] = c;
        }
        return to;
    }

    static String unescaped(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        return new String(Arrays.copyOf(chars, unescape(chars, chars.length)));
    }
}
