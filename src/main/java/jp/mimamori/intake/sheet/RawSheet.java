package jp.mimamori.intake.sheet;

import java.util.List;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it stands in the file, nothing interpreted.
 *
 * @param file   the file's name, without its folder
 * @param name   the sheet's name; null in a CSV
 * @param hidden whether the sheet itself is hidden
 * @param rows   the rows with content, in order
 * @param marks  what stands beside the values
 * @param issues what there is to tell of the sheet before its content is looked at
 * @param book   the workbook it stands in
 */
public record RawSheet(String file, @Nullable String name, boolean hidden, List<RawRow> rows, Marks marks,
        List<Issue> issues, BookInfo book) {
}
