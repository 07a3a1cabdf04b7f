package jp.mimamori.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet was understood as. {@code rows = accepted + setAside}; blank, heading, group, total and repeated-header rows
 * are not rows.
 *
 * @param name      the sheet's name; null in a CSV
 * @param role      what it holds; null where it is not data
 * @param headerRow the row of the header, from 1; null where there is none
 */
public record SheetReading(@Nullable String name, @Nullable SheetRole role, @Nullable Integer headerRow,
        List<ColumnReading> columns, int rows, int accepted, int setAside) {

    public SheetReading {
        columns = List.copyOf(columns);
        if (rows != accepted + setAside) {
            throw new IllegalStateException("rows got lost in " + name + ": " + rows + " != " + accepted + " + " + setAside);
        }
    }
}
