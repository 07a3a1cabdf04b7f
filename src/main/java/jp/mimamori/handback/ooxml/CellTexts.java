package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The texts of some cells of a sheet, wherever the program that saved it keeps them. */
final class CellTexts {

    private final OoxmlPackage book;
    private final @Nullable String shared;

    /** @param shared the part with the shared texts; null where there is none */
    CellTexts(OoxmlPackage book, @Nullable String shared) {
        this.book = book;
        this.shared = shared;
    }

    /** The text of the first cell with content; empty where that is no text. */
    String first(String sheet) throws IOException {
        List<String> texts = read(sheet, -1);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** The texts of one column, from the top. */
    List<String> column(String sheet, int column) throws IOException {
        return read(sheet, column);
    }

    private List<String> read(String sheet, int column) throws IOException {
        List<String> texts = new ArrayList<>();
        TreeMap<Integer, List<Integer>> indices = new TreeMap<>();
        try (Reader in = book.reader(sheet)) {
            XmlPieces pieces = new XmlPieces(in);
            StringBuilder text = new StringBuilder();
            boolean wanted = false;
            boolean index = false;
            boolean inside = false;
            while (pieces.next()) {
                if (pieces.opens("c")) {
                    Tag tag = pieces.tag();
                    Cell cell = Cell.of(tag.attribute("r"));
                    wanted = !tag.isEmpty() && (column < 0 || cell != null && cell.column() == column);
                    index = "s".equals(tag.attribute("t"));
                    text.setLength(0);
                } else if (wanted && (pieces.opens("v") || pieces.opens("t"))) {
                    inside = pieces.kind() == XmlPieces.Kind.START;
                } else if (inside && pieces.kind() == XmlPieces.Kind.TEXT) {
                    text.append(Xml.unescape(pieces.raw().toString()));
                } else if (pieces.closes("v") || pieces.closes("t")) {
                    inside = false;
                } else if (wanted && pieces.closes("c") && !text.isEmpty()) {
                    if (index && text.toString().strip().matches("\\d{1,9}")) {
                        indices.computeIfAbsent(Integer.parseInt(text.toString().strip()), i -> new ArrayList<>()).add(texts.size());
                    }
                    texts.add(text.toString());
                    wanted = false;
                    if (column < 0) {
                        break;
                    }
                }
            }
        }
        resolve(indices, texts);
        return texts;
    }

    private void resolve(TreeMap<Integer, List<Integer>> indices, List<String> texts) throws IOException {
        if (indices.isEmpty() || shared == null || !book.has(shared)) {
            return;
        }
        try (Reader in = book.reader(shared)) {
            XmlPieces pieces = new XmlPieces(in);
            StringBuilder text = new StringBuilder();
            boolean inside = false;
            int reading = 0;
            int at = -1;
            while (at <= indices.lastKey() && pieces.next()) {
                if (pieces.opens("si")) {
                    at++;
                    text.setLength(0);
                } else if (pieces.opens("rPh") && pieces.kind() == XmlPieces.Kind.START) {
                    reading++;
                } else if (pieces.closes("rPh")) {
                    reading--;
                } else if (pieces.opens("t")) {
                    inside = pieces.kind() == XmlPieces.Kind.START && reading == 0;
                } else if (pieces.closes("t")) {
                    inside = false;
                } else if (inside && pieces.kind() == XmlPieces.Kind.TEXT && indices.containsKey(at)) {
                    text.append(Xml.unescape(pieces.raw().toString()));
                } else if (pieces.closes("si") && indices.containsKey(at)) {
                    indices.getOrDefault(at, List.of()).forEach(place -> texts.set(place, text.toString()));
                }
            }
        }
    }
}
