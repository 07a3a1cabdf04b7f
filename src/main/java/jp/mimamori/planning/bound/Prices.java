package jp.mimamori.planning.bound;

import java.util.Arrays;

/**
 * Some prices of a {@link LowerBound}, never below zero. They rise where more was asked for than there is and fall where some
 * was left, along a running mean of the last rounds' excess, so that they do not swing.
 */
final class Prices {

    private static final double MEMORY = 0.95;

    private final double[] price;
    private final double[] trend;
    private final double[] kept;

    Prices(int size) {
        price = new double[size];
        trend = new double[size];
        kept = new double[size];
    }

    double at(int place) {
        return price[place];
    }

    void set(int place, double value) {
        price[place] = value;
        kept[place] = value;
    }

    /** Remembers the prices of {@code [from, to)} as the best. */
    void keep(int from, int to) {
        if (from < to) {
            System.arraycopy(price, from, kept, from, to - from);
        }
    }

    /** Goes back to the best prices there. */
    void back(int from, int to) {
        if (from < to) {
            System.arraycopy(kept, from, price, from, to - from);
            Arrays.fill(trend, from, to, 0);
        }
    }

    /** Turns the direction of one price towards this round's excess and returns the square of its length. */
    double turn(int place, double excess) {
        double now = excess + MEMORY * trend[place];
        if (now < 0 && price[place] <= 0) {
            now = 0;
        }
        trend[place] = now;
        return now * now;
    }

    /** Goes so far in the direction there. */
    void go(double length, int from, int to) {
        for (int i = from; i < to; i++) {
            double now = price[i] + length * trend[i];
            price[i] = now > 0 ? now : 0;
        }
    }
}
