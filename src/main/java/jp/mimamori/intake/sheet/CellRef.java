package jp.mimamori.intake.sheet;

/** The letters and numbers of A1 notation. Rows count from 1, columns from 0. */
public record CellRef(int row, int column) {

    /** The letters of a column: {@code 0} is {@code A}, {@code 26} is {@code AA}. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.toString();
    }

    /** {@code F17}. */
    public static String name(int row, int column) {
        return letters(column) + row;
    }

    /**
     * The cell that {@code text} names.
     *
     * @throws IllegalArgumentException where it is no cell of a spreadsheet
     */
    public static CellRef parse(String text) {
        int column = 0;
        int row = 0;
        int i = 0;
        for (; i < text.length() && i < 4; i++) {
            char c = Character.toUpperCase(text.charAt(i));
            if (c == '$') {
                continue;
            }
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$') {
                continue;
            }
            if (c < '0' || c > '9' || row > 10_000_000) {
                throw new IllegalArgumentException("no cell: " + text);
            }
            row = row * 10 + c - '0';
        }
        if (column == 0 || row == 0) {
            throw new IllegalArgumentException("no cell: " + text);
        }
        return new CellRef(row, column - 1);
    }
}
