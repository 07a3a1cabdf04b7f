package jp.mimamori.cli;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C while windows are searched: the first ends the search, which keeps the best and is written as usual; a second one ends
 * the program. Where there are no such signals nothing is caught.
 */
final class Interrupt implements AutoCloseable {

    private static final int ENDED_BY_INTERRUPT = 130;

    private final Thread worker = Thread.currentThread();
    private final SignalHandler before;
    private volatile boolean asked;

    /** {@code told} is run at the first interrupt. */
    Interrupt(Runnable told) {
        before = handle(signal -> {
            if (asked) {
                Runtime.getRuntime().halt(ENDED_BY_INTERRUPT);
            }
            asked = true;
            told.run();
            worker.interrupt();
        });
    }

    private static SignalHandler handle(SignalHandler handler) {
        try {
            return Signal.handle(new Signal("INT"), handler);
        } catch (IllegalArgumentException none) {
            return SignalHandler.SIG_DFL;
        }
    }

    /** An interrupt after this ends the program, as it always does. One that came too late for the search is forgotten. */
    @Override
    public void close() {
        handle(before);
        Thread.interrupted();
    }
}
