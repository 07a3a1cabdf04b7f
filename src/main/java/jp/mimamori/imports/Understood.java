package jp.mimamori.imports;

import java.util.List;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetGlimpse;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Seen;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/**
 * An upload as it was understood.
 *
 * @param upload   as it was when it was read
 * @param sheets   the sheets of all files, in order
 * @param unusable for each file that cannot be used at all, why
 */
public record Understood(Upload upload, Reading reading, List<Sheet> sheets, List<Issue> unusable, Comparison comparison) {

    public Understood {
        sheets = List.copyOf(sheets);
        unusable = List.copyOf(unusable);
    }

    /**
     * One sheet, or the tables of one role on it.
     *
     * @param id      names it within the upload
     * @param file    the file's place in the upload
     * @param reading what it was understood as
     * @param rows    its first rows with content
     * @param seen    what a mapping can be made of; null where nothing looks like a table
     * @param issues  what there is to tell of it
     */
    public record Sheet(String id, int file, String fileName, SheetReading reading, List<SheetGlimpse.Row> rows, @Nullable Seen seen,
            List<Issue> issues) {

        public Sheet {
            rows = List.copyOf(rows);
            issues = List.copyOf(issues);
        }

        /** How many of its columns are not read. */
        public long unread() {
            return reading.columns().stream().filter(column -> column.field() == null).count();
        }
    }

    /** The sheet {@code id}; null where there is none. */
    public @Nullable Sheet sheet(@Nullable String id) {
        return sheets.stream().filter(sheet -> sheet.id().equals(id)).findFirst().orElse(null);
    }

    /** Whether the file at {@code position} can be handed back with marks: public lists and calendar files cannot. */
    public boolean isMarkable(int position) {
        return sheets.stream().anyMatch(sheet -> sheet.file() == position && sheet.reading().role() != null && !sheet.reading().columns().isEmpty()
                && sheet.reading().role() != SheetRole.KEV && sheet.reading().role() != SheetRole.EPSS);
    }

    /** Why the file at {@code position} cannot be used; null where it can. */
    public @Nullable Issue unusable(int position) {
        String name = upload.files().stream().filter(file -> file.position() == position).map(Upload.File::name).findFirst().orElse("");
        return unusable.stream().filter(issue -> name.equals(issue.place().file())).findFirst().orElse(null);
    }
}
