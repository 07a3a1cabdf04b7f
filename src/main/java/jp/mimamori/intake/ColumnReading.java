package jp.mimamori.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a column was understood as.
 *
 * @param column      its letters: {@code C}
 * @param header      its header as the sheet writes it (headers of several rows joined by {@code /})
 * @param field       our field; null where the column is ignored
 * @param recognition why
 */
public record ColumnReading(String column, String header, @Nullable String field, Recognition recognition) {

    /** A column of a format whose headers are fixed. */
    public ColumnReading(String column, String header, @Nullable String field) {
        this(column, header, field, field == null ? Recognition.NONE : new Recognition(header, How.EXACT, 1, null));
    }
}
