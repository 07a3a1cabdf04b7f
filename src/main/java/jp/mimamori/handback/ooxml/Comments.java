package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The comments of a sheet. What we wrote earlier is taken out, what its owner wrote stays to the letter. */
final class Comments {

    private static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments"
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors><commentList></commentList></comments>";

    /** Stands where a text of ours was; no XML can hold it. */
    private static final String GONE = "\u0000";

    private final XmlList list;
    private final XmlList authors;
    private final String xml;
    private final Ours ours;
    private final String author;
    private final Map<Cell, Integer> places = new HashMap<>();
    private final List<Cell> removed = new ArrayList<>();
    private boolean changed;

    /** Finds our part of a comment: its first character and the one after its last; null where there is none. */
    @FunctionalInterface
    interface Ours {
        int @Nullable [] find(String comment);
    }

    Comments(@Nullable String xml, Ours ours, String author) throws IOException {
        this.xml = xml == null ? EMPTY : xml;
        this.ours = ours;
        this.author = author;
        XmlList comments = XmlList.of(this.xml, "commentList");
        XmlList names = XmlList.of(this.xml, "authors");
        if (comments == null || names == null) {
            throw new IOException("no comments in the part for comments");
        }
        list = comments;
        authors = names;
        clear();
    }

    private void clear() throws IOException {
        List<String> kept = new ArrayList<>();
        for (String comment : list.children()) {
            Cell cell = Cell.of(XmlList.tag(comment).attribute("ref"));
            String text = text(comment);
            int[] part = ours.find(text);
            if (part != null) {
                changed = true;
                if (text.substring(0, part[0]).isBlank() && text.substring(part[1]).isBlank()) {
                    if (cell != null) {
                        removed.add(cell);
                    }
                    continue;
                }
            }
            if (cell != null) {
                places.put(cell, kept.size());
            }
            kept.add(part == null ? comment : cut(comment, part));
        }
        list.children().clear();
        list.children().addAll(kept);
    }

    /** The texts of a comment without their formats and readings. */
    private static String text(String comment) throws IOException {
        StringBuilder text = new StringBuilder();
        walk(comment, (piece, inText) -> {
            if (inText) {
                text.append(Xml.unescape(piece));
            }
        });
        return text.toString();
    }

    private static String cut(String comment, int[] part) throws IOException {
        StringBuilder left = new StringBuilder();
        int[] at = new int[1];
        walk(comment, (piece, inText) -> {
            if (!inText) {
                left.append(piece);
                return;
            }
            String text = Xml.unescape(piece);
            int from = Math.max(0, Math.min(text.length(), part[0] - at[0]));
            int to = Math.max(0, Math.min(text.length(), part[1] - at[0]));
            at[0] += text.length();
            String rest = text.substring(0, from) + text.substring(to);
            left.append(from >= to ? piece : rest.isEmpty() ? GONE : Xml.escape(rest));
        });
        // a run that was ours alone goes whole; the owner's own runs stay, blank ones too
        return left.toString().replaceAll("<((?:\\w+:)?)r>(?:<\\1rPr>(?:(?!</\\1rPr>).)*</\\1rPr>)?<\\1t(?: [^>]*)?>" + GONE + "</\\1t></\\1r>", "")
                .replace(GONE, "");
    }

    private interface Piece {
        void take(String piece, boolean inText);
    }

    private static void walk(String comment, Piece piece) throws IOException {
        XmlPieces pieces = new XmlPieces(new StringReader(comment));
        boolean inText = false;
        int reading = 0;
        while (pieces.next()) {
            boolean text = inText && reading == 0 && pieces.kind() == XmlPieces.Kind.TEXT;
            piece.take(pieces.raw().toString(), text);
            if (pieces.kind() == XmlPieces.Kind.START) {
                inText |= pieces.opens("t");
                reading += pieces.opens("rPh") ? 1 : 0;
            } else if (pieces.kind() == XmlPieces.Kind.END) {
                inText &= !pieces.closes("t");
                reading -= pieces.closes("rPh") ? 1 : 0;
            }
        }
    }

    /** The cells whose comments were ours alone and are gone. */
    List<Cell> removed() {
        return removed;
    }

    boolean isChanged() {
        return changed;
    }

    boolean has(Cell cell) {
        return places.containsKey(cell);
    }

    /** The comment on {@code cell} as its owner wrote it; empty where there is none. */
    String theirs(Cell cell) throws IOException {
        Integer place = places.get(cell);
        return place == null ? "" : text(list.children().get(place));
    }

    /** Whether the comment only stands in for a conversation, which Excel shows instead of it. */
    boolean isConversation(Cell cell) {
        Integer place = places.get(cell);
        int by = place == null ? -1 : XmlList.tag(list.children().get(place)).number("authorId", -1);
        return by >= 0 && by < authors.children().size() && authors.children().get(by).contains(">tc={");
    }

    /** Writes {@code text} as a comment of ours, below the owner's where there is one. */
    void add(Cell cell, String text) {
        changed = true;
        String p = list.prefix();
        Integer place = places.get(cell);
        String run = "<" + p + "r><" + p + "rPr><" + p + "sz val=\"9\"/><" + p + "color indexed=\"81\"/><" + p + "rFont val=\"BIZ UDPGothic\"/><"
                + p + "family val=\"3\"/><" + p + "charset val=\"128\"/></" + p + "rPr><" + p + "t xml:space=\"preserve\">"
                + Xml.escape((place == null ? "" : "\n\n") + text) + "</" + p + "t></" + p + "r>";
        if (place == null) {
            places.put(cell, list.children().size());
            list.children().add("<" + p + "comment ref=\"" + cell.name() + "\" authorId=\"" + author() + "\"><" + p + "text>" + run
                    + "</" + p + "text></" + p + "comment>");
            return;
        }
        String theirs = list.children().get(place);
        int end = theirs.lastIndexOf("</" + p + "text>");
        int plain = theirs.indexOf("<" + p + "t");
        String joined = end < 0 ? theirs : theirs.substring(0, end) + run + theirs.substring(end);
        // a bare text may not stand beside runs
        if (end >= 0 && plain >= 0 && theirs.startsWith("<" + p + "text><" + p + "t", theirs.indexOf("<" + p + "text>"))) {
            int from = theirs.indexOf("<" + p + "text>") + p.length() + 6;
            int to = theirs.indexOf("</" + p + "t>", from) + p.length() + 4;
            joined = theirs.substring(0, from) + "<" + p + "r>" + theirs.substring(from, to) + "</" + p + "r>" + theirs.substring(to, end)
                    + run + theirs.substring(end);
        }
        list.children().set(place, joined);
    }

    private int author() {
        String p = authors.prefix();
        String wanted = "<" + p + "author>" + Xml.escape(author) + "</" + p + "author>";
        if (!authors.children().contains(wanted)) {
            authors.children().add(wanted);
        }
        return authors.children().indexOf(wanted);
    }

    String text() throws IOException {
        XmlList named = XmlList.of(list.text(), "authors");
        if (named == null) {
            throw new IOException("no authors");
        }
        named.children().clear();
        named.children().addAll(authors.children());
        return named.text();
    }
}
