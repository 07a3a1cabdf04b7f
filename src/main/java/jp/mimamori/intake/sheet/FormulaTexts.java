package jp.mimamori.intake.sheet;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.UnusableFileException;

/** The formulas of a sheet: never calculated, only looked at for what their value rests on. */
final class FormulaTexts {

    private final int externalBooks;
    private final Map<String, String> shared = new HashMap<>();
    private char[] chars = new char[128];
    private int length;
    private boolean seen;
    private String group = "";
    private int external;

    /** @param externalBooks how many other files the workbook names */
    FormulaTexts(int externalBooks) {
        this.externalBooks = externalBooks;
    }

    /** Reads the formula the cursor stands on. */
    void read(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        seen = true;
        String si = xml.attributes() > 0 && "shared".equals(xml.attribute("t")) ? xml.attribute("si") : null;
        group = si == null ? "" : si;
        xml.text();
        length = xml.length();
        if (chars.length < length) {
            chars = new char[length * 2];
        }
        System.arraycopy(xml.chars(), 0, chars, 0, length);
        if (si != null && length > 0) {
            shared.put(si, new String(chars, 0, length));
        }
    }

    /** Whether there is a formula, be it one that is written elsewhere. */
    boolean isFormula() {
        return seen && (length > 0 || !group.isEmpty());
    }

    String text() {
        return length > 0 ? new String(chars, 0, length) : shared.getOrDefault(group, "");
    }

    /** Counts the formula where its value was taken from another file. */
    void count() {
        if (seen && externalBooks > 0 && isExternal(text())) {
            external++;
        }
    }

    void reset() {
        seen = false;
        length = 0;
        group = "";
    }

    int external() {
        return external;
    }

    /** {@code [1]Sheet!A1}, {@code '[1]a sheet'!A1}, {@code [1]!name}; but not {@code Table1[2024]}. */
    static boolean isExternal(String formula) {
        boolean text = false;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            text ^= c == '"';
            if (c != '[' || text || i > 0 && (Character.isLetterOrDigit(formula.charAt(i - 1)) || "_].)".indexOf(formula.charAt(i - 1)) >= 0)) {
                continue;
            }
            int end = i + 1;
            while (end < formula.length() && Character.isDigit(formula.charAt(end))) {
                end++;
            }
            if (end > i + 1 && end < formula.length() && formula.charAt(end) == ']') {
                return true;
            }
        }
        return false;
    }
}
