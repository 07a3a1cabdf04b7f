package jp.mimamori.findings;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import jp.mimamori.intake.NumberKey;
import org.jspecify.annotations.Nullable;

/** Texts to be searched, all in one: whoever types «ｖｔ‐１２» finds VT-12. */
final class Haystack {

    private static final char END = '\n';

    private final String all;
    private final int[] starts;

    private Haystack(String all, int[] starts) {
        this.all = all;
        this.starts = starts;
    }

    /** @param text the text of each number below {@code size}; null for one that is never found */
    static Haystack of(int size, IntFunction<@Nullable String> text) {
        StringBuilder all = new StringBuilder(size * 16);
        int[] starts = new int[size];
        for (int i = 0; i < size; i++) {
            starts[i] = all.length();
            String each = text.apply(i);
            if (each != null) {
                all.append(key(each));
            }
            all.append(END);
        }
        return new Haystack(all.toString(), starts);
    }

    /** How texts and what is searched for are compared; never with white space in it. */
    static String key(String text) {
        return NumberKey.of(text);
    }

    /** The numbers of the texts that hold {@code key}, which is not empty. */
    BitSet with(String key) {
        BitSet found = new BitSet(starts.length);
        int at = all.indexOf(key);
        while (at >= 0) {
            int place = Arrays.binarySearch(starts, at);
            int number = place >= 0 ? place : -place - 2;
            found.set(number);
            if (number + 1 == starts.length) {
                break;
            }
            at = all.indexOf(key, starts[number + 1]);
        }
        return found;
    }
}
