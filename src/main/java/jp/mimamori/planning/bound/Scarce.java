package jp.mimamori.planning.bound;

/** Something with prices in a {@link Market}. */
interface Scarce {

    /** Turns the direction of its prices towards what was asked for this round; returns the square of its length. */
    double turn();

    /** Goes so far in that direction. */
    void go(double length);

    /** Remembers its prices as the best. */
    void keep();

    /** Goes back to the best. */
    void back();
}
