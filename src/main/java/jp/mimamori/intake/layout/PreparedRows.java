package jp.mimamori.intake.layout;

import java.util.List;
import jp.mimamori.intake.value.CellValue;

/** Numbered lines that somebody prepared below the last entry: each has its running number and nothing else. */
final class PreparedRows {

    /** So few numbers in a row may as well be devices of which only the number is known. */
    private static final int FEWEST = 3;

    private PreparedRows() {
    }

    /** Takes them off the end of {@code rows} and tells so; nothing where the whole table consists of such lines. */
    static void take(List<DataRow> rows, LayoutIssues issues) {
        int from = rows.size();
        while (from > 0 && isNumberOnly(rows.get(from - 1)) && (from == rows.size() || follows(rows.get(from - 1), rows.get(from)))) {
            from--;
        }
        if (from == 0 || rows.size() - from < FEWEST) {
            return;
        }
        issues.prepared(rows.get(from).number(), rows.get(rows.size() - 1).number());
        rows.subList(from, rows.size()).clear();
    }

    private static boolean isNumberOnly(DataRow row) {
        return LayoutIssues.filled(row.raw()) == 1 && number(row) >= 0;
    }

    private static boolean follows(DataRow upper, DataRow lower) {
        return number(upper) + 1 == number(lower) && column(upper) == column(lower);
    }

    private static int column(DataRow row) {
        for (int c = 0; c < row.raw().width(); c++) {
            if (!row.raw().cell(c).isBlank()) {
                return c;
            }
        }
        return -1;
    }

    /** The running number of the row; -1 where it has none. */
    private static int number(DataRow row) {
        CellValue cell = row.raw().cell(column(row));
        String text = cell.text().strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
