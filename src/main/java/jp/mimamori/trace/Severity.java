package jp.mimamori.trace;

/** How much an {@link Issue} weighs. */
public enum Severity {
    /** The row was set aside. */
    ERROR,
    /** The row was taken, but something in it was not understood or contradicts itself. */
    WARNING,
    /** An assumption was made. */
    INFO
}
