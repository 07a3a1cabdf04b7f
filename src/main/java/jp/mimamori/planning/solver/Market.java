package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that has a price in a {@link LowerBound}. */
final class Market {

    /** Grains of pools with prices, and of pools at all, so that memory stays bounded; what is beyond is not priced. */
    private static final long MOST_PRICED = 8_000_000;
    private static final long MOST_COUNTED = 60_000_000;

    private final List<Prices> prices = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();
    private final Map<Object, Pool> known = new HashMap<>();
    private final Map<Integer, int[]> rooms = new HashMap<>();
    private long priced;
    private long counted;

    Prices prices(int size) {
        var some = new Prices(size);
        prices.add(some);
        return some;
    }

    /** A pool that has its prices from the beginning. */
    Pool pool(int[] room) {
        var pool = new Pool(room);
        pools.add(pool);
        wake(pool);
        return pool;
    }

    /** The pool of {@code key}, with as much room in each of {@code horizon} grains, which gets prices once it is crowded. */
    Pool pool(Object key, int room, int horizon) {
        return known.computeIfAbsent(key, any -> {
            var pool = new Pool(rooms.computeIfAbsent(room, size -> {
                int[] all = new int[horizon];
                java.util.Arrays.fill(all, size);
                return all;
            }));
            pools.add(pool);
            counted += horizon;
            return pool;
        });
    }

    /** Whether there is memory for one more pool. */
    boolean full() {
        return counted > MOST_COUNTED;
    }

    /** A new round begins: what all there is would cost. */
    double open() {
        double worth = 0;
        for (Prices some : prices) {
            some.newRound();
        }
        for (Pool pool : pools) {
            worth += pool.open();
        }
        return worth;
    }

    void keep() {
        prices.forEach(Prices::keep);
    }

    void back() {
        prices.forEach(Prices::back);
    }

    /** A step that would close {@code gap} if the bound were linear; false where nothing is amiss. */
    boolean step(double gap) {
        for (Pool pool : pools) {
            if (pool.crowded() && priced < MOST_PRICED) {
                wake(pool);
            }
        }
        double square = 0;
        for (Prices some : prices) {
            square += some.turn();
        }
        if (square == 0) {
            return false;
        }
        for (Prices some : prices) {
            some.go(gap / square);
        }
        return true;
    }

    private void wake(Pool pool) {
        prices.add(pool.wake());
        priced += pool.size();
    }
}
