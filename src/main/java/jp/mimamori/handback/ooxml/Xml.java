package jp.mimamori.handback.ooxml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters in XML. */
public final class Xml {

    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]+|amp|lt|gt|quot|apos);");

    private Xml() {
    }

    /** {@code text} as it stands in a text or an attribute; a character XML has no place for becomes U+FFFD. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t' -> escaped.append("&#9;");
                case '\r' -> escaped.append("&#13;");
                case '\n' -> escaped.append("&#10;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        Matcher entities = ENTITY.matcher(text);
        return entities.replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> character(found.group(1));
        }));
    }

    private static String character(String number) {
        try {
            int code = number.startsWith("#x") ? Integer.parseInt(number.substring(2), 16) : Integer.parseInt(number.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
        } catch (NumberFormatException e) {
            return "\uFFFD";
        }
    }
}
