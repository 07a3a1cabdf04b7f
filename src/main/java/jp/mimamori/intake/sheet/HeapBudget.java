package jp.mimamori.intake.sheet;

import jp.mimamori.intake.UnusableFileException;

/**
 * How much memory the cells of a file have taken by our own count, so that a file too large for the program is refused at once
 * instead of after a minute of collecting garbage.
 */
final class HeapBudget {

    private final String file;
    private final long allowed;
    private long taken;

    HeapBudget(String file, Limits limits) {
        this.file = file;
        this.allowed = Runtime.getRuntime().maxMemory() / 100 * limits.of(Limits.Limit.MEMORY_PERCENT);
    }

    void take(long bytes) throws UnusableFileException {
        taken += bytes;
        if (taken > allowed) {
            throw Refusal.memory(file);
        }
    }

    /** What is taken now; hand it to {@link #backTo} once everything taken since has been let go. */
    long mark() {
        return taken;
    }

    void backTo(long mark) {
        taken = mark;
    }
}
