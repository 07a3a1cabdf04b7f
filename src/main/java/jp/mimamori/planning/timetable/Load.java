package jp.mimamori.planning.timetable;

/** How many tasks hold something in each grain, with a bit for each grain in which it is full, so that looking is quick. */
public final class Load {

    /** Stands for something that can never be crowded and needs no counting. */
    static final Load NEVER = new Load(0, Integer.MAX_VALUE);

    private static final short CLOSED = (short) 0x8000;
    private static final int COUNT = 0x7fff;

    private final short[] counts;
    private final long[] full;
    private final int limit;

    /** {@code limit}: how many may hold it at once. */
    public Load(int horizon, int limit) {
        this.counts = new short[horizon];
        this.full = new long[(horizon >> 6) + 2];
        this.limit = limit;
        if (limit < 1) {
            java.util.Arrays.fill(full, -1L);
        }
    }

    /** Closes a grain for good; tasks there are still counted. */
    public void close(int grain) {
        full[grain >> 6] |= 1L << grain;
        counts[grain] |= CLOSED;
    }

    /** Counts {@code more} at a grain for good. */
    void keep(int grain, int more) {
        if (more > 0) {
            counts[grain] += (short) more;
            full[grain >> 6] |= (counts[grain] & COUNT) >= limit ? 1L << grain : 0;
        }
    }

    int count(int grain) {
        return counts[grain] & COUNT;
    }

    /** Whether it is full or closed at some moment of {@code [from, to)}. */
    public boolean full(int from, int to) {
        if (counts.length == 0) {
            return false;
        }
        int word = from >> 6;
        int last = to - 1 >> 6;
        if (word == last) {
            return (full[word] >>> from & -1L >>> 64 - (to - from)) != 0;
        }
        if ((full[word] >>> from) != 0) {
            return true;
        }
        while (++word < last) {
            if (full[word] != 0) {
                return true;
            }
        }
        return (full[last] & -1L >>> 63 - (to - 1 & 63)) != 0;
    }

    /** Adds a bit to {@code free} for each start at which it is not full for {@code duration} (at most 63) grains. */
    public void addFree(long[] free, int firstWord, int lastWord, int duration) {
        for (int word = firstWord; word <= lastWord; word++) {
            free[word] |= ~blocked(word, duration);
        }
    }

    /** Leaves in {@code free} the starts at which it is not full for {@code duration} (at most 63) grains. */
    public void keepFree(long[] free, int firstWord, int lastWord, int duration) {
        for (int word = firstWord; counts.length > 0 && word <= lastWord; word++) {
            free[word] &= free[word] == 0 ? 0 : ~blocked(word, duration);
        }
    }

    /** A bit for each start in a word at which something is full within {@code duration} grains. */
    private long blocked(int word, int duration) {
        long low = full[word];
        long high = full[word + 1];
        for (int width = 1; width < duration;) {
            int more = Math.min(width, duration - width);
            low |= low >>> more | high << -more;
            high |= high >>> more;
            width += more;
        }
        return low;
    }

    /** Adds or takes one from each grain and returns by how much the excess over the limit changes. */
    long change(int from, int to, int sign) {
        if (counts.length == 0) {
            return 0;
        }
        int change = 0;
        int room = limit;
        for (int grain = from; grain < to; grain++) {
            int count = counts[grain] + sign;
            counts[grain] = (short) count;
            int held = count & COUNT;
            if (sign > 0) {
                if (held >= room) {
                    change += held > room ? 1 : 0;
                    full[grain >> 6] |= 1L << grain;
                }
            } else if (held >= room) {
                change--;
            } else if (count >= 0) {
                full[grain >> 6] &= ~(1L << grain);
            }
        }
        return change;
    }
}
