package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import org.jspecify.annotations.Nullable;

/** A sheet as whoever opens it in Excel sees it. Good for as long as it is being shown: it holds the whole sheet. */
public final class SheetGlimpse {

    /** Longer texts are cut: nobody reads them in a grid. */
    private static final int LONGEST = 300;

    private final RawSheet sheet;

    SheetGlimpse(RawSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * A row with content.
     *
     * @param number as the spreadsheet numbers it, from 1
     * @param cells  the texts of its cells from column A, blank ones empty
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public String file() {
        return sheet.file();
    }

    /** Null in a CSV. */
    public @Nullable String name() {
        return sheet.name();
    }

    /** The first {@code count} rows with content. */
    public List<Row> first(int count) {
        List<Row> rows = new ArrayList<>();
        for (RawRow row : sheet.rows()) {
            if (!row.isBlank() && rows.size() < count) {
                rows.add(shown(row));
            }
        }
        return rows;
    }

    /** Those of the rows {@code numbers} that have content. */
    public List<Row> rows(Set<Integer> numbers) {
        return sheet.rows().stream().filter(row -> numbers.contains(row.number())).map(SheetGlimpse::shown).toList();
    }

    private static Row shown(RawRow row) {
        List<String> cells = new ArrayList<>(row.width());
        for (int c = 0; c < row.width(); c++) {
            String text = row.cell(c).shown();
            cells.add(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        }
        return new Row(row.number(), cells);
    }
}
