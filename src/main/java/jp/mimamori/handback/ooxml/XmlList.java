package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of a part and its children, each as it stands; the text before and after it stays as it is. */
final class XmlList {

    private final String before;
    private final Tag open;
    private final String close;
    private final String after;
    private final List<String> children;

    private XmlList(String before, Tag open, String close, String after, List<String> children) {
        this.before = before;
        this.open = open;
        this.close = close;
        this.after = after;
        this.children = children;
    }

    /** The first element {@code local} of {@code xml}; null where there is none. */
    static @Nullable XmlList of(String xml, String local) {
        XmlPieces pieces = new XmlPieces(new StringReader(xml));
        List<String> children = new ArrayList<>();
        Tag open = null;
        int at = 0;
        int start = 0;
        int child = 0;
        int depth = 0;
        try {
            while (pieces.next()) {
                int from = at;
                at += pieces.raw().length();
                if (open == null) {
                    if (pieces.opens(local)) {
                        open = pieces.tag();
                        start = from;
                        child = at;
                        if (open.isEmpty()) {
                            return new XmlList(xml.substring(0, from), open.opened(), open.opened().closing(), xml.substring(at), children);
                        }
                    }
                    continue;
                }
                switch (pieces.kind()) {
                    case START -> {
                        child = depth == 0 ? from : child;
                        depth++;
                    }
                    case EMPTY -> {
                        if (depth == 0) {
                            children.add(xml.substring(from, at));
                        }
                    }
                    case END -> {
                        if (depth == 0) {
                            return new XmlList(xml.substring(0, start), open, xml.substring(from, at), xml.substring(at), children);
                        }
                        depth--;
                        if (depth == 0) {
                            children.add(xml.substring(child, at));
                        }
                    }
                    default -> { }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    List<String> children() {
        return children;
    }

    String prefix() {
        return open.prefix();
    }

    Tag open() {
        return open;
    }

    static Tag tag(String child) {
        int end = 0;
        char quote = 0;
        while (end < child.length() - 1 && (quote != 0 || child.charAt(end) != '>')) {
            char c = child.charAt(end++);
            quote = quote == 0 && (c == '"' || c == '\'') ? c : quote == c ? 0 : quote;
        }
        return new Tag(child.substring(0, end + 1));
    }

    /** The part with the children as they are now, counted anew where it counts them. */
    String text() {
        Tag counted = open.attribute("count") == null ? open : open.with("count", String.valueOf(children.size()));
        return before + counted.raw() + String.join("", children) + close + after;
    }
}
