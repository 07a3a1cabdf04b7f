package jp.mimamori.intake.layout;

import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.sheet.CellRef;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param index  from 0, as it stands in the sheet
 * @param header its header, two-row headers joined with {@code /}
 * @param field  our field; null where the column is not read
 * @param exact  whether the header is a word of the vocabulary, or only ends with one
 * @param passedOver the field, one that decisions rest on, that the column was not read as since another already is; else null
 */
public record Column(int index, String header, @Nullable String field, boolean exact,
        @Nullable String passedOver) {

    public ColumnReading reading() {
        return new ColumnReading(CellRef.letters(index), header, field);
    }
}
