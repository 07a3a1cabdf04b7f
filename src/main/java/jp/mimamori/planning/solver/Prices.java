package jp.mimamori.planning.solver;

import java.util.Arrays;

/**
 * Some prices of a {@link LowerBound}, never below zero. They rise where more was asked for than there is and fall where some
 * was left, along a running mean of the last rounds' excess, so that they do not swing.
 */
final class Prices {

    private static final double MEMORY = 0.9;

    private final double[] price;
    private final double[] excess;
    private final double[] trend;
    private final double[] kept;

    Prices(int size) {
        price = new double[size];
        excess = new double[size];
        trend = new double[size];
        kept = new double[size];
    }

    int size() {
        return price.length;
    }

    double at(int place) {
        return price[place];
    }

    void set(int place, double value) {
        price[place] = value;
        kept[place] = value;
    }

    /** So much more was asked for (or, below zero, is there) than was known before. */
    void ask(int place, double amount) {
        excess[place] += amount;
    }

    /** Forgets what was asked for. */
    void newRound() {
        Arrays.fill(excess, 0);
    }

    /** Remembers these prices as the best. */
    void keep() {
        System.arraycopy(price, 0, kept, 0, price.length);
    }

    /** Goes back to the best prices. */
    void back() {
        System.arraycopy(kept, 0, price, 0, price.length);
        Arrays.fill(trend, 0);
    }

    /** Turns the direction towards this round's excess and returns the square of its length. */
    double turn() {
        double square = 0;
        for (int i = 0; i < price.length; i++) {
            double now = excess[i] + MEMORY * trend[i];
            trend[i] = now < 0 && price[i] <= 0 ? 0 : now;
            square += trend[i] * trend[i];
        }
        return square;
    }

    /** Goes so far in the direction. */
    void go(double length) {
        for (int i = 0; i < price.length; i++) {
            price[i] = Math.max(0, price[i] + length * trend[i]);
        }
    }
}
