package jp.mimamori.findings;

import java.util.Arrays;
import java.util.BitSet;

/** A small number for each row, kept in as few bytes as the largest needs. */
final class Codes {

    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;

    private Codes(byte[] bytes, short[] shorts, int[] ints) {
        this.bytes = bytes;
        this.shorts = shorts;
        this.ints = ints;
    }

    /** The first {@code rows} of {@code codes}, each below {@code limit}. */
    static Codes of(int[] codes, int rows, int limit) {
        if (limit <= Byte.MAX_VALUE) {
            byte[] bytes = new byte[rows];
            for (int i = 0; i < rows; i++) {
                bytes[i] = (byte) codes[i];
            }
            return new Codes(bytes, new short[0], new int[0]);
        }
        if (limit <= Short.MAX_VALUE) {
            short[] shorts = new short[rows];
            for (int i = 0; i < rows; i++) {
                shorts[i] = (short) codes[i];
            }
            return new Codes(new byte[0], shorts, new int[0]);
        }
        return new Codes(new byte[0], new short[0], Arrays.copyOf(codes, rows));
    }

    int at(int row) {
        return bytes.length > 0 ? bytes[row] : shorts.length > 0 ? shorts[row] : ints[row];
    }

    /** Adds to {@code counts} how often each number stands in {@code rows}. */
    void count(BitSet rows, int[] counts) {
        if (bytes.length > 0) {
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                counts[bytes[row]]++;
            }
        } else {
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                counts[at(row)]++;
            }
        }
    }
}
