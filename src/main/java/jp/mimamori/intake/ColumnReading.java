package jp.mimamori.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a column was understood as.
 *
 * @param column its letters: {@code C}
 * @param header its header as the sheet writes it (two-row headers joined by {@code /})
 * @param field  our field; null where the column is ignored
 */
public record ColumnReading(String column, String header, @Nullable String field) {
}
