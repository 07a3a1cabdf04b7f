package jp.mimamori.planning.bound;

/**
 * A task's share in a pool. Order is a pool with room for one too: the task that goes first holds it from the beginning of the
 * horizon until it has ended (and soaked), the one that waits from its start on.
 */
record Claim(Pool pool, Span span, int soak, int horizon) {

    enum Span { WINDOW, UNTIL_ITS_END, FROM_ITS_START }

    double price(int start, int end) {
        return pool.price(from(start), to(end));
    }

    void take(int start, int end) {
        pool.take(from(start), to(end));
    }

    private int from(int start) {
        return span == Span.UNTIL_ITS_END ? 0 : start;
    }

    private int to(int end) {
        return switch (span) {
            case WINDOW -> end;
            case UNTIL_ITS_END -> Math.min(horizon, end + soak);
            case FROM_ITS_START -> horizon;
        };
    }
}
