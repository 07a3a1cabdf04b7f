package jp.mimamori.findings.web;

import java.util.List;

/**
 * A row of the list, ready to be written.
 *
 * @param key  of the finding
 * @param href its page
 * @param name what a screen reader calls its check box
 */
record RowView(String key, String href, String name, List<Cell> cells) {
}
