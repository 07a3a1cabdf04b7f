package jp.mimamori.intake.sheet;

import org.jspecify.annotations.Nullable;

/** Tells from a number format whether it shows a date or a percentage. */
final class NumberFormats {

    private NumberFormats() {
    }

    /**
     * @param id     the format's number; the built-in ones have no text in the file
     * @param format its text; null for a built-in one
     */
    static boolean isDate(int id, @Nullable String format) {
        if (format == null) {
            return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        }
        String codes = codes(format);
        if (codes.toLowerCase(java.util.Locale.ROOT).contains("general")) {
            return false;
        }
        for (int i = 0; i < codes.length(); i++) {
            if ("ymdhsYMDHSgGeEaArR".indexOf(codes.charAt(i)) < 0) {
                continue;
            }
            // 0.00E+00 is a number in scientific notation, not an era year
            char c = codes.charAt(i);
            boolean scientific = (c == 'E' || c == 'e') && i + 1 < codes.length()
                    && (codes.charAt(i + 1) == '+' || codes.charAt(i + 1) == '-');
            if (!scientific) {
                return true;
            }
        }
        return false;
    }

    static boolean isPercent(int id, @Nullable String format) {
        return format == null ? id == 9 || id == 10 : codes(format).indexOf('%') >= 0;
    }

    /** The first section without quoted text, escaped characters and bracketed conditions (but with elapsed time [h]). */
    private static String codes(String format) {
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                int end = format.indexOf('"', i + 1);
                i = end < 0 ? format.length() : end;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '[') {
                int end = format.indexOf(']', i);
                if (end < 0) {
                    break;
                }
                String inside = format.substring(i + 1, end);
                if (inside.matches("(?i)h+|m+|s+")) {
                    codes.append(inside);
                }
                i = end;
            } else if (c == ';') {
                break;
            } else {
                codes.append(c);
            }
        }
        return codes.toString();
    }
}
