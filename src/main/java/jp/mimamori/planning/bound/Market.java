package jp.mimamori.planning.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that has a price in a {@link LowerBound}. */
final class Market {

    /** Grains of pools with prices, and of pools at all, so that memory stays bounded; what is beyond is not priced. */
    private static final long MOST_PRICED = 8_000_000;
    private static final long MOST_COUNTED = 60_000_000;

    private final List<Scarce> priced = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();
    private final Map<Object, Pool> known = new HashMap<>();
    private final Map<Integer, int[]> rooms = new HashMap<>();
    private long pricedGrains;
    private long counted;

    VisitDays days(int days) {
        var some = new VisitDays(days);
        priced.add(some);
        return some;
    }

    Pool pool(int[] room) {
        var pool = new Pool(room);
        pools.add(pool);
        counted += room.length;
        return pool;
    }

    /** The pool of {@code key}, with as much room in each of {@code horizon} grains. */
    Pool pool(Object key, int room, int horizon) {
        return known.computeIfAbsent(key, any -> pool(rooms.computeIfAbsent(room, size -> {
            int[] all = new int[horizon];
            Arrays.fill(all, size);
            return all;
        })));
    }

    /** Whether there is no memory for one more pool. */
    boolean full() {
        return counted > MOST_COUNTED;
    }

    /** A new round begins: what all there is would cost. */
    double open() {
        double worth = 0;
        for (Pool pool : pools) {
            worth += pool.open();
        }
        return worth;
    }

    void keep() {
        priced.forEach(Scarce::keep);
    }

    void back() {
        priced.forEach(Scarce::back);
    }

    /** A step that would close {@code gap} if the bound were linear; false where nothing is amiss. */
    boolean step(double gap) {
        for (Pool pool : pools) {
            if (pool.crowded() && pricedGrains < MOST_PRICED) {
                pool.wake();
                priced.add(pool);
                pricedGrains += pool.size();
            }
        }
        double square = 0;
        for (Scarce some : priced) {
            square += some.turn();
        }
        if (square == 0) {
            return false;
        }
        for (Scarce some : priced) {
            some.go(gap / square);
        }
        return true;
    }
}
