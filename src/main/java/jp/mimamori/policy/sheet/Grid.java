package jp.mimamori.policy.sheet;

import java.util.List;

/**
 * The cells of one sheet.
 *
 * @param file the workbook's name
 * @param rows rows that have any content, in their order
 */
public record Grid(String file, String sheet, List<Line> rows) {

    public Grid {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number the row as the spreadsheet numbers it, from 1
     * @param cells  texts from column A on, trimmed; empty where nothing stands; numbers in plain decimal notation
     */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** The text in a column, counted from 0; empty beyond the last cell. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** The name of a column counted from 0: A, B … AA. */
    public static String column(int index) {
        String name = "";
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            name = (char) ('A' + rest % 26) + name;
        }
        return name;
    }
}
