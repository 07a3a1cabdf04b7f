package jp.mimamori.planning.solver;

import java.util.function.LongSupplier;

/** How far a search is on its way, by the clock or by steps, from one point of the whole way to another. */
final class Pace {

    private final LongSupplier nanos;
    private final long began;
    private final long lasts;
    private final int steps;
    private final double from;
    private final double to;
    private int stepped;

    private Pace(LongSupplier nanos, long lasts, int steps, double from, double to) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.lasts = lasts;
        this.steps = steps;
        this.from = from;
        this.to = to;
    }

    /** From {@code from} to {@code to} of the whole way within {@code lasts} of the clock. */
    static Pace clock(LongSupplier nanos, long lasts, double from, double to) {
        return new Pace(nanos, Math.max(1, lasts), 0, from, to);
    }

    /** The same in so many steps, so that a run can be repeated. */
    static Pace steps(int steps, double from, double to) {
        return new Pace(() -> 0, 0, Math.max(1, steps), from, to);
    }

    double gone() {
        return from + (to - from) * Math.min(1, share());
    }

    boolean over() {
        return share() >= 1;
    }

    void stepped() {
        stepped++;
    }

    private double share() {
        return steps > 0 ? (double) stepped / steps : (double) (nanos.getAsLong() - began) / lasts;
    }
}
