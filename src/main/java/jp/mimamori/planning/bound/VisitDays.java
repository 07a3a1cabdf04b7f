package jp.mimamori.planning.bound;

import java.util.Arrays;

/** What one task pays, by day, for its vendor's visit. */
final class VisitDays implements Scarce {

    private final Prices prices;
    private final double[] excess;

    VisitDays(int days) {
        prices = new Prices(days);
        excess = new double[days];
    }

    double at(int day) {
        return prices.at(day);
    }

    void set(int day, double price) {
        prices.set(day, price);
    }

    /** So much more is asked for on {@code day}; below zero: so much is there. */
    void ask(int day, double amount) {
        excess[day] += amount;
    }

    @Override
    public double turn() {
        double square = 0;
        for (int day = 0; day < excess.length; day++) {
            square += prices.turn(day, excess[day]);
        }
        Arrays.fill(excess, 0);
        return square;
    }

    @Override
    public void go(double length) {
        prices.go(length, 0, excess.length);
    }

    @Override
    public void keep() {
        prices.keep(0, excess.length);
    }

    @Override
    public void back() {
        prices.back(0, excess.length);
    }
}
