package jp.mimamori.intake.sheet;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.UnusableFileException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the XML of a part. Document types and entities are refused, and so is nesting deeper than the limit. Attributes and texts
 * can be looked at as characters, without an object for each.
 */
final class XmlCursor {

    private final String file;
    private final XMLStreamReader2 xml;
    private final int maxDepth;
    private final int maxLength;
    private final Slice slice = new Slice();
    private int depth;
    private char[] text = new char[256];
    private int length;

    XmlCursor(String file, XMLStreamReader2 xml, Limits limits) {
        this.file = file;
        this.xml = xml;
        this.maxDepth = limits.count(Limits.Limit.XML_DEPTH);
        this.maxLength = limits.count(Limits.Limit.CELL_LENGTH);
    }

    boolean hasNext() throws XMLStreamException {
        return xml.hasNext();
    }

    int next() throws XMLStreamException, UnusableFileException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > maxDepth) {
                    throw Refusal.limit(file, Limits.Limit.XML_DEPTH, maxDepth);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Refusal.DAMAGED.of(file);
            default -> { }
        }
        return event;
    }

    int depth() {
        return depth;
    }

    String name() {
        return xml.getLocalName();
    }

    /**
     * Goes on to the next child of the element that was at {@code parent}; false where that element has ended. Whatever of the child before
     * has not been read is passed over.
     */
    boolean child(int parent) throws XMLStreamException, UnusableFileException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < parent) {
                return false;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** Reads the text of the element the cursor stands on, to its end; the text of elements inside it is left out. */
    void text() throws XMLStreamException, UnusableFileException {
        length = 0;
        append();
    }

    /** The same, after what is there already. */
    void append() throws XMLStreamException, UnusableFileException {
        int inside = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (depth < inside) {
                    return;
                }
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) && depth == inside) {
                add(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    private void add(char[] chars, int from, int count) throws UnusableFileException {
        if (length + count > maxLength) {
            throw Refusal.limit(file, Limits.Limit.CELL_LENGTH, maxLength);
        }
        if (length + count > text.length) {
            text = Arrays.copyOf(text, Math.max(length + count, text.length * 2));
        }
        System.arraycopy(chars, from, text, length, count);
        length += count;
    }

    void clear() {
        length = 0;
    }

    char[] chars() {
        return text;
    }

    int length() {
        return length;
    }

    String string() {
        return new String(text, 0, length);
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int i) {
        return xml.getAttributeLocalName(i);
    }

    /** The attribute's characters without the white space around them; good until the next call. */
    Slice attribute(int i) throws XMLStreamException {
        slice.length = 0;
        xml.getAttributeAs(i, slice);
        return slice;
    }

    /** The attribute of that name, whatever its namespace. */
    @Nullable String attribute(String name) {
        return XlsxParts.attribute(xml, name);
    }

    /** Whether the attribute of that name says yes. */
    boolean isTrue(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /** Some characters. */
    static final class Slice extends TypedValueDecoder {

        char[] chars = new char[0];
        int from;
        int length;

        @Override
        public void decode(String input) {
            chars = input.toCharArray();
            from = 0;
            length = chars.length;
        }

        @Override
        public void decode(char[] buffer, int start, int end) {
            chars = buffer;
            from = start;
            length = end - start;
        }

        @Override
        public void handleEmptyValue() {
            length = 0;
        }
    }
}
