package jp.mimamori.intake.layout;

import java.util.List;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one role on one sheet, taken together.
 *
 * @param file    the file's name
 * @param sheet   the sheet's name; null in a CSV
 * @param role    what they hold; null where the sheet is not data
 * @param header  the first header; null where there is none
 * @param title   the texts above the header
 * @param rows    the rows of data, in order
 * @param issues  what there is to tell of the sheet's layout
 */
public record Table(String file, @Nullable String sheet, @Nullable SheetRole role, @Nullable Header header,
        List<String> title, List<DataRow> rows, List<Issue> issues) {
}
