package jp.mimamori.handback.ooxml;

import org.jspecify.annotations.Nullable;

/** A cell of a sheet: row from 1, column from 0. */
public record Cell(int row, int column) implements Comparable<Cell> {

    /** The cell that {@code ref} names, such as {@code F17}; null where it names none. */
    public static @Nullable Cell of(@Nullable String ref) {
        if (ref == null) {
            return null;
        }
        long column = 0;
        long row = 0;
        for (char c : ref.toCharArray()) {
            char upper = Character.toUpperCase(c);
            if (upper >= 'A' && upper <= 'Z' && row == 0 && column < 100_000) {
                column = column * 26 + upper - 'A' + 1;
            } else if (c >= '0' && c <= '9' && column > 0 && row < 100_000_000) {
                row = row * 10 + c - '0';
            } else if (c != '$') {
                return null;
            }
        }
        return row < 1 || column < 1 || row > 1_048_576 || column > 16_384 ? null : new Cell((int) row, (int) column - 1);
    }

    /** {@code F17}. */
    public String name() {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.append(row).toString();
    }

    @Override
    public int compareTo(Cell other) {
        return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
    }
}
