package jp.mimamori.intake.sheet;

import java.util.Arrays;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a file, each kept once however often it stands in a cell; equal texts of one file are the same object. It is asked with
 * characters, so that a text that is known already costs nothing.
 */
final class TextPool {

    /** A Text, its String and array, and a place in the table. */
    private static final int OVERHEAD = 72;

    private final HeapBudget heap;
    private @Nullable CellValue[] table = new @Nullable CellValue[1 << 12];
    private int[] hashes = new int[1 << 12];
    private int size;

    TextPool(HeapBudget heap) {
        this.heap = heap;
    }

    /** The characters as a cell's value: {@link CellValue#BLANK} where they are nothing but white space. */
    CellValue get(char[] chars, int from, int length) throws UnusableFileException {
        if (isBlank(chars, from, length)) {
            return CellValue.BLANK;
        }
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + chars[i];
        }
        hash ^= hash >>> 15;
        int mask = table.length - 1;
        int at = hash & mask;
        for (CellValue known = table[at]; known != null; known = table[at]) {
            if (hashes[at] == hash && isSame(((CellValue.Text) known).text(), chars, from, length)) {
                return known;
            }
            at = at + 1 & mask;
        }
        CellValue text = new CellValue.Text(new String(chars, from, length));
        heap.take(OVERHEAD + 2L * length);
        table[at] = text;
        hashes[at] = hash;
        if (++size * 2 > table.length) {
            grow();
        }
        return text;
    }

    CellValue get(String text) throws UnusableFileException {
        char[] chars = text.toCharArray();
        return get(chars, 0, chars.length);
    }

    private void grow() {
        @Nullable CellValue[] old = table;
        int[] oldHashes = hashes;
        table = Arrays.copyOf(new @Nullable CellValue[0], old.length * 2);
        hashes = new int[old.length * 2];
        int mask = table.length - 1;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int at = oldHashes[i] & mask;
                while (table[at] != null) {
                    at = at + 1 & mask;
                }
                table[at] = old[i];
                hashes[at] = oldHashes[i];
            }
        }
    }

    private static boolean isSame(String text, char[] chars, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char[] chars, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (!Character.isWhitespace(chars[i])) {
                return false;
            }
        }
        return true;
    }
}
