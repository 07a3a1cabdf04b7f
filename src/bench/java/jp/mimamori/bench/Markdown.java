package jp.mimamori.bench;

import java.util.Locale;

/** Prints a table that can be pasted into {@code docs/performance.md}. */
final class Markdown {

    private Markdown() {
    }

    static void header(String... columns) {
        System.out.println();
        row(columns);
        System.out.println("|---".repeat(columns.length) + "|");
    }

    static void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
        System.out.flush();
    }

    /** A number as the tables show it, always with a dot and with thousands set apart by commas. */
    static String number(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
