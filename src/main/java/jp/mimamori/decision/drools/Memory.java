package jp.mimamori.decision.drools;

import org.jspecify.annotations.Nullable;

/**
 * The outcomes of states met before, as many as find a place: each state has two places, and the one not used last gives way.
 * Safe for use by several threads.
 */
final class Memory {

    /** A hospital needs a few thousand. */
    private static final int BITS = 15;

    /** Plain: an entry is immutable, so another thread sees all of it or none; at worst a state is worked out twice. */
    private final @Nullable Entry[] entries = new Entry[1 << BITS];

    private record Entry(long state, Outcome outcome) {
    }

    @Nullable Outcome of(long state) {
        int place = place(state);
        Entry entry = entries[place];
        if (entry != null && entry.state == state) {
            return entry.outcome;
        }
        entry = entries[place ^ 1];
        return entry != null && entry.state == state ? entry.outcome : null;
    }

    void keep(long state, Outcome outcome) {
        int place = place(state);
        Entry before = entries[place];
        if (before != null) {
            entries[place ^ 1] = before;
        }
        entries[place] = new Entry(state, outcome);
    }

    private static int place(long state) {
        return (int) (state * 0x9E3779B97F4A7C15L >>> 64 - BITS);
    }
}
