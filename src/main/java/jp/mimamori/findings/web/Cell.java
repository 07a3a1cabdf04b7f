package jp.mimamori.findings.web;

import org.jspecify.annotations.Nullable;

/**
 * A cell of the list, ready to be written.
 *
 * @param kind  how it is shown: {@code urgency}, {@code treatment}, {@code date}, {@code link}, {@code number} or {@code text}
 * @param label the column's heading, for cards
 * @param text  what stands in it; empty for nothing
 * @param style classes of its mark; null for none
 * @param sign  the urgency's shape, or the treatment's name
 * @param more  what stands behind it in small
 */
record Cell(String kind, String label, String text, @Nullable String style, @Nullable String sign, @Nullable String more) {

    static Cell text(String kind, String label, String text) {
        return new Cell(kind, label, text, null, null, null);
    }
}
