package jp.mimamori.intake.mapping;

import java.util.List;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.SheetRole;
import org.jspecify.annotations.Nullable;

/**
 * A table as it was met, for a mapping file to be made of it.
 *
 * @param fingerprint role and headers in the form in which they are compared, in order: the same for tables of one layout
 * @param role        what it holds; null where nobody knows
 * @param headerRows  how many rows its header has; 0 where it has none
 * @param columns     its columns, those that are not read among them
 * @param samples     for each column some of the values below
 */
public record Seen(String fingerprint, String file, @Nullable String sheet, @Nullable SheetRole role, int headerRow, int headerRows,
        List<ColumnReading> columns, List<String> samples) {

    public Seen {
        columns = List.copyOf(columns);
        samples = List.copyOf(samples);
        if (columns.size() != samples.size()) {
            throw new IllegalArgumentException("columns without samples in " + file);
        }
    }
}
