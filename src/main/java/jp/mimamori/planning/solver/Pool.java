package jp.mimamori.planning.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Something that tasks compete for, grain by grain: people who can stand in for each other, a device, a group, a vendor, the
 * order of two tasks. Most devices and groups are never crowded: a pool costs nothing, and is only counted, until it is.
 */
final class Pool {

    /** How much there is in each grain. */
    private final int[] room;
    private final short[] taken;
    private int touchedFrom = Integer.MAX_VALUE;
    private int touchedTo;
    private boolean crowded;
    private @Nullable Prices prices;
    private double[] upTo = {};

    Pool(int[] room) {
        this.room = room;
        this.taken = new short[room.length];
    }

    int size() {
        return room.length;
    }

    /** Sums the present prices up, counts what there is as not asked for, and returns what all there is would cost. */
    double open() {
        if (prices == null) {
            if (touchedFrom < touchedTo) {
                Arrays.fill(taken, touchedFrom, touchedTo, (short) 0);
            }
            touchedFrom = Integer.MAX_VALUE;
            touchedTo = 0;
            crowded = false;
            return 0;
        }
        double worth = 0;
        double sum = 0;
        for (int grain = 0; grain < room.length; grain++) {
            double price = prices.at(grain);
            sum += price;
            upTo[grain + 1] = sum;
            worth += price * room[grain];
            prices.ask(grain, -room[grain]);
        }
        return worth;
    }

    double price(int from, int to) {
        return prices == null ? 0 : upTo[to] - upTo[from];
    }

    void take(int from, int to) {
        if (prices != null) {
            for (int grain = from; grain < to; grain++) {
                prices.ask(grain, 1);
            }
            return;
        }
        touchedFrom = Math.min(touchedFrom, from);
        touchedTo = Math.max(touchedTo, to);
        for (int grain = from; grain < to; grain++) {
            crowded |= ++taken[grain] > room[grain];
        }
    }

    /** Whether it has no prices and more was asked for than there is. */
    boolean crowded() {
        return crowded && prices == null;
    }

    /** From now on it has prices, zero to begin with. */
    Prices wake() {
        var all = new Prices(room.length);
        for (int grain = 0; grain < room.length; grain++) {
            all.ask(grain, taken[grain] - room[grain]);
        }
        upTo = new double[room.length + 1];
        prices = all;
        return all;
    }
}
