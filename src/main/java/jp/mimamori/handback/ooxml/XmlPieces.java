package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.Reader;

/**
 * Walks an XML text tag by tag, each piece exactly as it stands, so that whatever is not edited can be copied to the letter. It
 * checks nothing: a part comes here only after it was read by a parser that does.
 */
final class XmlPieces {

    enum Kind {
        /** An opening tag. */
        START,
        /** A tag that opens and closes. */
        EMPTY,
        /** A closing tag. */
        END,
        TEXT,
        /** A comment, an instruction, CDATA or a document type. */
        OTHER
    }

    private final Reader in;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder raw = new StringBuilder(256);
    private int at;
    private int end;
    private Kind kind = Kind.TEXT;

    XmlPieces(Reader in) {
        this.in = in;
    }

    /** Goes to the next piece; false at the end of the text. */
    boolean next() throws IOException {
        raw.setLength(0);
        int c = peek();
        if (c < 0) {
            return false;
        }
        if (c != '<') {
            kind = Kind.TEXT;
            text();
            return true;
        }
        take();
        c = peek();
        if (c == '!') {
            kind = Kind.OTHER;
            special();
        } else if (c == '?') {
            kind = Kind.OTHER;
            until("?>");
        } else {
            tag(c == '/');
        }
        return true;
    }

    private void text() throws IOException {
        while (peek() >= 0) {
            int from = at;
            while (at < end && buffer[at] != '<') {
                at++;
            }
            raw.append(buffer, from, at - from);
            if (at < end) {
                return;
            }
        }
    }

    private void special() throws IOException {
        take();
        int c = peek();
        if (c == '-') {
            until("-->");
        } else if (c == '[') {
            until("]]>");
        } else {
            until(">");
        }
    }

    private void until(String mark) throws IOException {
        while (peek() >= 0) {
            take();
            int from = raw.length() - mark.length();
            if (from >= 2 && raw.indexOf(mark, from) == from) {
                return;
            }
        }
    }

    private void tag(boolean closing) throws IOException {
        int quote = 0;
        for (int c = peek(); c >= 0; c = peek()) {
            take();
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                break;
            }
        }
        kind = closing ? Kind.END : raw.length() > 2 && raw.charAt(raw.length() - 2) == '/' ? Kind.EMPTY : Kind.START;
    }

    private int peek() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at];
    }

    private void take() {
        raw.append(buffer[at++]);
    }

    Kind kind() {
        return kind;
    }

    /** Whether the piece opens the element {@code local}, in whatever namespace. */
    boolean opens(String local) {
        return (kind == Kind.START || kind == Kind.EMPTY) && is(local, 1);
    }

    /** Whether the piece closes the element {@code local}. */
    boolean closes(String local) {
        return kind == Kind.END && is(local, 2);
    }

    private boolean is(String local, int from) {
        int stop = from;
        int colon = from;
        for (; stop < raw.length() && !isEnd(raw.charAt(stop)); stop++) {
            if (raw.charAt(stop) == ':') {
                colon = stop + 1;
            }
        }
        if (stop - colon != local.length()) {
            return false;
        }
        for (int i = 0; i < local.length(); i++) {
            if (raw.charAt(colon + i) != local.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnd(char c) {
        return c == ' ' || c == '>' || c == '/' || c == '\n' || c == '\r' || c == '\t';
    }

    /** The piece as it stands. */
    CharSequence raw() {
        return raw;
    }

    /** The piece as a tag to look into or change. */
    Tag tag() {
        return new Tag(raw.toString());
    }
}
