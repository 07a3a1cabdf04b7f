package jp.mimamori.intake.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workbook a sheet stands in.
 *
 * @param creator who the document's properties say made it; null where they do not
 * @param sheets  the names of all its sheets; empty for a CSV
 */
public record BookInfo(@Nullable String creator, List<String> sheets) {

    /** A text file. */
    public static final BookInfo NONE = new BookInfo(null, List.of());

    public BookInfo {
        sheets = List.copyOf(sheets);
    }
}
