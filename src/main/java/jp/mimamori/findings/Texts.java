package jp.mimamori.findings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One text for each row, most of them different: all in one array. */
final class Texts {

    private final byte[] bytes;
    private final int[] ends;

    private Texts(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    String at(int row) {
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    int rows() {
        return ends.length;
    }

    /** Takes the texts row by row. */
    static final class Builder {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        private int[] ends = new int[1024];
        private int rows;

        void add(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            if (rows == ends.length) {
                ends = Arrays.copyOf(ends, rows * 2);
            }
            ends[rows++] = bytes.size();
        }

        Texts build() {
            return new Texts(bytes.toByteArray(), Arrays.copyOf(ends, rows));
        }
    }
}
