package jp.mimamori.intake.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.UnusableFileException;
import org.jspecify.annotations.Nullable;

/** What a workbook's cell styles mean for us: a date, a percentage, struck through. */
final class XlsxStyles implements XlsxParts.PartReader {

    private static final byte DATE = 1;
    private static final byte PERCENT = 2;
    private static final byte STRUCK = 4;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet struckFonts = new BitSet();
    private byte[] styles = new byte[64];
    private int size;
    private boolean anyStruck;

    @Override
    public void read(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        if (!xml.child(0)) {
            return;
        }
        while (xml.child(1)) {
            switch (xml.name()) {
                case "numFmts" -> {
                    while (xml.child(2)) {
                        String code = xml.attribute("formatCode");
                        if (code != null) {
                            formats.put(number(xml.attribute("numFmtId")), code);
                        }
                    }
                }
                case "fonts" -> fonts(xml);
                case "cellXfs" -> {
                    while (xml.child(2)) {
                        if (xml.name().equals("xf")) {
                            add(number(xml.attribute("numFmtId")), number(xml.attribute("fontId")));
                        }
                    }
                }
                default -> { }
            }
        }
    }

    private void fonts(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        for (int font = 0; xml.child(2);) {
            if (!xml.name().equals("font")) {
                continue;
            }
            while (xml.child(3)) {
                String on = xml.attribute("val");
                if (xml.name().equals("strike") && !"0".equals(on) && !"false".equals(on)) {
                    struckFonts.set(font);
                }
            }
            font++;
        }
    }

    private void add(int format, int font) {
        if (size == styles.length) {
            styles = Arrays.copyOf(styles, size * 2);
        }
        String code = formats.get(format);
        boolean struck = font >= 0 && struckFonts.get(font);
        anyStruck |= struck;
        styles[size++] = (byte) ((NumberFormats.isDate(format, code) ? DATE : 0)
                | (NumberFormats.isPercent(format, code) ? PERCENT : 0) | (struck ? STRUCK : 0));
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    /** Whether any style is struck through. */
    boolean anyStruck() {
        return anyStruck;
    }

    private int of(int style) {
        return style >= 0 && style < size ? styles[style] : 0;
    }

    boolean isDate(int style) {
        return (of(style) & DATE) != 0;
    }

    boolean isPercent(int style) {
        return (of(style) & PERCENT) != 0;
    }

    boolean isStruck(int style) {
        return (of(style) & STRUCK) != 0;
    }
}
