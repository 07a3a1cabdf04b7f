package jp.mimamori.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value for each row, each different one kept once. */
final class Column<T> {

    private final List<@Nullable T> values;
    private final Codes codes;

    private Column(List<@Nullable T> values, Codes codes) {
        this.values = values;
        this.codes = codes;
    }

    @Nullable T at(int row) {
        return values.get(codes.at(row));
    }

    Codes codes() {
        return codes;
    }

    /** The different values, in the order they were met; null among them where a row has none. */
    List<@Nullable T> values() {
        return values;
    }

    /** Takes the values row by row. */
    static final class Builder<T> {

        private final Map<@Nullable T, Integer> known = new HashMap<>();
        private final List<@Nullable T> values = new ArrayList<>();
        private int[] codes = new int[1024];
        private int rows;

        void add(@Nullable T value) {
            Integer code = known.get(value);
            if (code == null) {
                code = values.size();
                known.put(value, code);
                values.add(value);
            }
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, rows * 2);
            }
            codes[rows++] = code;
        }

        Column<T> build() {
            return new Column<>(values, Codes.of(codes, rows, values.size()));
        }
    }
}
