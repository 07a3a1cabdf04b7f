package jp.mimamori.planning.solver;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * How warm the search is and when it is over. Shared by all copies of a calendar, so that the search's pieces, which
 * OptaPlanner makes itself, find it there.
 */
final class Climate {

    /** OptaPlanner anneals so many times as warm, over proposals that chance has sifted as annealing does; see Proposals. */
    private static final double WARMER = 8;

    private final Pace pace;
    private final BooleanSupplier enough;
    private final double hottest;
    private final double coldest;
    private double gradient;
    private double temperature;
    private final double riskiest;

    /**
     * The temperature falls from {@code hottest} to {@code coldest}, in soft points, while {@code pace} goes from 0 to 1; from
     * {@code riskiest} as steeply for risk that is left without a window.
     */
    Climate(Pace pace, BooleanSupplier enough, double hottest, double coldest, double riskiest) {
        this.riskiest = riskiest;
        this.pace = pace;
        this.enough = enough;
        this.hottest = hottest;
        this.coldest = coldest;
        look();
    }

    /** How much of the way is gone, 0 to 1. */
    double gradient() {
        return gradient;
    }

    boolean over() {
        look();
        return pace.over() || enough.getAsBoolean();
    }

    void stepped() {
        pace.stepped();
    }

    /** What OptaPlanner's own annealing begins with. */
    long acceptorStart() {
        return Math.max(1, Math.round(WARMER * hottest));
    }

    /** The most a proposal may worsen the soft score, drawn as annealing draws it. */
    long tolerance(Random random) {
        return (long) (-temperature * Math.log(1 - random.nextDouble()));
    }

    /** What OptaPlanner's own annealing begins with for risk. */
    long acceptorRisk() {
        return riskiest == 0 ? 0 : Math.max(1, Math.round(WARMER * riskiest));
    }

    /** The most risk a proposal may leave without a window, drawn likewise: so room is found that no single change would find. */
    long riskTolerance(Random random) {
        return riskiest == 0 ? 0 : (long) (-riskiest * temperature / hottest * Math.log(1 - random.nextDouble()));
    }

    private void look() {
        gradient = pace.gone();
        temperature = hottest * Math.pow(coldest / hottest, gradient);
    }
}
