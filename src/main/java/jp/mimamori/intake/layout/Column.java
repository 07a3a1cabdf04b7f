package jp.mimamori.intake.layout;

import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.How;
import jp.mimamori.intake.Recognition;
import jp.mimamori.intake.sheet.CellRef;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param index  from 0, as it stands in the sheet
 * @param header its header, headers of several rows joined with {@code /}
 * @param field  our field; null where the column is not read
 * @param passedOver the field, one that decisions rest on, that the column was not read as since another already is; else null
 * @param recognition why it is read as {@code field}, or what it might be
 */
public record Column(int index, String header, @Nullable String field, @Nullable String passedOver, Recognition recognition) {

    public ColumnReading reading() {
        return new ColumnReading(CellRef.letters(index), header, field, recognition);
    }

    /** Whether the header is a word of the vocabulary, rather than only ending with one. */
    boolean exact() {
        return field != null && recognition.how() != How.ENDING;
    }

    /** The same column, recognised otherwise; read only where that is sure enough. */
    Column with(Recognition now) {
        return new Column(index, header, now.asked() ? null : field, passedOver, now);
    }
}
