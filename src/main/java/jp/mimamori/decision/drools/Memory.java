package jp.mimamori.decision.drools;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of states met before, as many as find a place: each state has two places, and the one not used last gives way.
 * Safe for use by several threads.
 */
final class Memory {

    /** A hospital needs a few thousand. */
    private static final int BITS = 15;

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(1 << BITS);

    private record Entry(long state, Outcome outcome) {
    }

    @Nullable Outcome of(long state) {
        int place = place(state);
        Entry entry = entries.get(place);
        if (entry != null && entry.state == state) {
            return entry.outcome;
        }
        entry = entries.get(place ^ 1);
        return entry != null && entry.state == state ? entry.outcome : null;
    }

    void keep(long state, Outcome outcome) {
        int place = place(state);
        Entry before = entries.get(place);
        if (before != null) {
            entries.set(place ^ 1, before);
        }
        entries.set(place, new Entry(state, outcome));
    }

    private static int place(long state) {
        return (int) (state * 0x9E3779B97F4A7C15L >>> 64 - BITS);
    }
}
