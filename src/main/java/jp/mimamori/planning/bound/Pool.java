package jp.mimamori.planning.bound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something that tasks compete for, grain by grain: people who can stand in for each other, a device, a group, a vendor, the
 * order of two tasks. It has prices only where, some time, more was asked for than there is: most devices and groups are never
 * crowded and cost nothing, neither money nor time.
 */
final class Pool implements Scarce {

    /** How much there is in each grain, and how much was taken in this round. */
    private final int[] room;
    private final short[] taken;
    private int touchedFrom = Integer.MAX_VALUE;
    private int touchedTo;
    /** Outside of these grains it was never crowded: prices are zero. */
    private int from = Integer.MAX_VALUE;
    private int to;
    private @Nullable Prices prices;
    /** Running sums of the prices of {@code [sumsFrom, sumsTo)}. */
    private double[] upTo = {};
    private int sumsFrom;
    private int sumsTo;

    Pool(int[] room) {
        this.room = room;
        this.taken = new short[room.length];
    }

    int size() {
        return room.length;
    }

    /** A new round: sums the present prices up, forgets what was taken, and returns what all there is would cost. */
    double open() {
        if (touchedFrom < touchedTo) {
            Arrays.fill(taken, touchedFrom, touchedTo, (short) 0);
        }
        touchedFrom = Integer.MAX_VALUE;
        touchedTo = 0;
        if (prices == null) {
            return 0;
        }
        sumsFrom = from;
        sumsTo = to;
        double worth = 0;
        double sum = 0;
        upTo[from] = 0;
        for (int grain = from; grain < to; grain++) {
            double price = prices.at(grain);
            sum += price;
            upTo[grain + 1] = sum;
            worth += price * room[grain];
        }
        return worth;
    }

    double price(int start, int end) {
        return prices == null || end <= sumsFrom || start >= sumsTo ? 0
                : upTo[Math.min(end, sumsTo)] - upTo[Math.max(start, sumsFrom)];
    }

    void take(int start, int end) {
        touchedFrom = Math.min(touchedFrom, start);
        touchedTo = Math.max(touchedTo, end);
        for (int grain = start; grain < end; grain++) {
            if (++taken[grain] > room[grain]) {
                from = Math.min(from, grain);
                to = Math.max(to, grain + 1);
            }
        }
    }

    /** Whether it has no prices and more was asked for than there is. */
    boolean crowded() {
        return prices == null && from < to;
    }

    /** From now on it has prices, zero to begin with. */
    void wake() {
        prices = new Prices(room.length);
        upTo = new double[room.length + 1];
    }

    @Override
    public double turn() {
        double square = 0;
        for (int grain = from; prices != null && grain < to; grain++) {
            square += prices.turn(grain, taken[grain] - room[grain]);
        }
        return square;
    }

    @Override
    public void go(double length) {
        if (prices != null) {
            prices.go(length, from, to);
        }
    }

    @Override
    public void keep() {
        if (prices != null) {
            prices.keep(from, to);
        }
    }

    @Override
    public void back() {
        if (prices != null) {
            prices.back(from, to);
        }
    }
}
