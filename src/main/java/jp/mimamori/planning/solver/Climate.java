package jp.mimamori.planning.solver;

/** How warm the search is, so that it need not think up what it would refuse. Shared by all copies of a calendar. */
final class Climate {

    /** Worsenings of more than six times the temperature are accepted once in 400 times: they are not proposed. */
    private static final double REACH = 6;

    private double temperature = Double.POSITIVE_INFINITY;

    void temperature(double now) {
        temperature = now;
    }

    /** The most a proposal may worsen the soft score. */
    long tolerance() {
        return (long) Math.min(Long.MAX_VALUE / 4, REACH * temperature);
    }
}
