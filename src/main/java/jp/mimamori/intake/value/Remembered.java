package jp.mimamori.intake.value;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of texts that repeat, in a fixed room: each text has one place, and takes it from the text that had it before. A column
 * of numbers that never repeat therefore neither fills the memory nor drives out for good what does repeat. Safe for use by several
 * threads: an entry never changes, and one that is lost is only made again.
 */
public final class Remembered<V> {

    private static final int PLACES = 1 << 12;
    /** Longer texts are hardly ever written twice, and would be kept for long. */
    private static final int LONGEST = 500;

    private record Entry<V>(String text, V value) {
    }

    private final @Nullable Entry<V>[] entries;
    private final Function<String, V> making;

    /** @param making what is made of a text; asked again for the same text, it must give the same */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Remembered(Function<String, V> making) {
        this.entries = new Entry[PLACES];
        this.making = making;
    }

    public V of(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Entry<V> entry = entries[place];
        if (entry != null && entry.text().equals(text)) {
            return entry.value();
        }
        V value = making.apply(text);
        if (text.length() <= LONGEST) {
            entries[place] = new Entry<>(text, value);
        }
        return value;
    }
}
