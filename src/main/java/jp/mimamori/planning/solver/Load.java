package jp.mimamori.planning.solver;

/** How many tasks hold something in each grain, with a bit for each grain in which it is full, so that looking is quick. */
final class Load {

    /** Stands for something that can never be crowded and needs no counting. */
    static final Load NEVER = new Load(0, Integer.MAX_VALUE);

    private static final short CLOSED = (short) 0x8000;
    private static final int COUNT = 0x7fff;

    private final short[] counts;
    private final long[] full;
    private final int limit;

    /** {@code limit}: how many may hold it at once. */
    Load(int horizon, int limit) {
        this.counts = new short[horizon];
        this.full = new long[(horizon >> 6) + 2];
        this.limit = limit;
        if (limit < 1) {
            java.util.Arrays.fill(full, -1L);
        }
    }

    /** Closes a grain for good; tasks there are still counted. */
    void close(int grain) {
        full[grain >> 6] |= 1L << grain;
        counts[grain] |= CLOSED;
    }

    int count(int grain) {
        return counts[grain] & COUNT;
    }

    /** Whether it is full or closed at some moment of {@code [from, to)}. */
    boolean full(int from, int to) {
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

    /** Adds or takes one from each grain and returns by how much the excess over the limit changes. */
    long change(int from, int to, int sign) {
        if (counts.length == 0) {
            return 0;
        }
        long change = 0;
        for (int grain = from; grain < to; grain++) {
            int before = counts[grain] & COUNT;
            int after = before + sign;
            counts[grain] += (short) sign;
            change += Math.max(0, after - limit) - Math.max(0, before - limit);
            if (after >= limit || counts[grain] < 0) {
                full[grain >> 6] |= 1L << grain;
            } else {
                full[grain >> 6] &= ~(1L << grain);
            }
        }
        return change;
    }
}
