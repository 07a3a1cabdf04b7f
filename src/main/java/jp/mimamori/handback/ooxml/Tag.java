package jp.mimamori.handback.ooxml;

import org.jspecify.annotations.Nullable;

/** A tag as it stands in the text; each change gives another tag and leaves all else as it was. */
record Tag(String raw) {

    /** The name's prefix with its colon; empty where there is none. */
    String prefix() {
        String name = name();
        return name.substring(0, name.indexOf(':') + 1);
    }

    String local() {
        String name = name();
        return name.substring(name.indexOf(':') + 1);
    }

    private String name() {
        int from = raw.startsWith("</") ? 2 : 1;
        int to = from;
        while (to < raw.length() && " \t\r\n/>".indexOf(raw.charAt(to)) < 0) {
            to++;
        }
        return raw.substring(from, to);
    }

    boolean isEmpty() {
        return raw.endsWith("/>");
    }

    /** The value of the attribute {@code name}, unescaped; a name without prefix means any prefix. */
    @Nullable String attribute(String name) {
        int[] at = find(name);
        return at == null ? null : Xml.unescape(raw.substring(at[1], at[2]));
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    boolean isTrue(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    Tag with(String name, String value) {
        int[] at = find(name);
        if (at != null) {
            return new Tag(raw.substring(0, at[1]) + Xml.escape(value) + raw.substring(at[2]));
        }
        int end = raw.length() - (isEmpty() ? 2 : 1);
        while (raw.charAt(end - 1) == ' ') {
            end--;
        }
        return new Tag(raw.substring(0, end) + " " + name + "=\"" + Xml.escape(value) + "\"" + (isEmpty() ? "/>" : ">"));
    }

    Tag without(String name) {
        int[] at = find(name);
        return at == null ? this : new Tag(raw.substring(0, at[0]).stripTrailing() + raw.substring(at[2] + 1));
    }

    /** The same tag, opening only. */
    Tag opened() {
        return isEmpty() ? new Tag(raw.substring(0, raw.length() - 2).stripTrailing() + ">") : this;
    }

    String closing() {
        return "</" + name() + ">";
    }

    /** Where the attribute's name begins, its value begins and its value ends; null where it has none. */
    private int @Nullable [] find(String name) {
        int i = 1 + name().length();
        while (i < raw.length()) {
            while (i < raw.length() && Character.isWhitespace(raw.charAt(i))) {
                i++;
            }
            int start = i;
            int equals = raw.indexOf('=', i);
            if (equals < 0) {
                return null;
            }
            int open = equals + 1;
            while (open < raw.length() && raw.charAt(open) != '"' && raw.charAt(open) != '\'') {
                open++;
            }
            int close = open >= raw.length() ? -1 : raw.indexOf(raw.charAt(open), open + 1);
            if (close < 0) {
                return null;
            }
            String found = raw.substring(start, equals).strip();
            if (found.equals(name) || found.endsWith(":" + name) && !found.startsWith("xmlns")) {
                return new int[] {start, open + 1, close};
            }
            i = close + 1;
        }
        return null;
    }
}
