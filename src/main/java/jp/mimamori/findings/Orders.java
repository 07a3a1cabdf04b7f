package jp.mimamori.findings;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.inventory.Safety;
import org.jspecify.annotations.Nullable;

/** The orders rows can be shown in, each made when it is first asked for. */
final class Orders {

    private static final int DUE_BITS = 24;
    private static final long UNKNOWN_DUE = 0;

    private final int rows;
    private final IntFunction<FindingRow> row;
    private final int[] usual;
    private final int[] placeInUsual;
    private final Map<String, int[]> made = new ConcurrentHashMap<>();

    Orders(int rows, IntFunction<FindingRow> row) {
        this.rows = rows;
        this.row = row;
        long[] keys = new long[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = usual(row.apply(i)) << 32 | i;
        }
        this.usual = sorted(keys);
        this.placeInUsual = new int[rows];
        for (int place = 0; place < rows; place++) {
            placeInUsual[usual[place]] = place;
        }
    }

    /** Row numbers in the order of {@code sort}; rows that it does not tell apart stand as usual. */
    int[] of(Sort sort, boolean descending) {
        if (sort == Sort.URGENCY && !descending) {
            return usual;
        }
        return made.computeIfAbsent(sort.key() + descending, key -> make(sort, descending));
    }

    private int[] make(Sort sort, boolean descending) {
        @Nullable Comparable<?>[] values = new Comparable<?>[rows];
        TreeMap<Comparable<?>, Integer> ranks = new TreeMap<>();
        for (int i = 0; i < rows; i++) {
            FindingRow each = row.apply(i);
            Comparable<?> value = sort == Sort.URGENCY ? leastUrgentFirst(each) : sort.of(each);
            values[i] = value;
            if (value != null) {
                ranks.put(value, 0);
            }
        }
        int rank = 0;
        for (Map.Entry<Comparable<?>, Integer> entry : ranks.entrySet()) {
            entry.setValue(rank++);
        }
        boolean down = descending && sort != Sort.URGENCY;
        long[] keys = new long[rows];
        for (int i = 0; i < rows; i++) {
            Comparable<?> value = values[i];
            int found = value == null ? rank : java.util.Objects.requireNonNull(ranks.get(value));
            long place = value != null && down ? rank - 1 - found : found;
            keys[i] = place << 32 | placeInUsual[i];
        }
        int[] order = sorted(keys);
        for (int i = 0; i < rows; i++) {
            order[i] = usual[order[i]];
        }
        return order;
    }

    private static @Nullable Integer leastUrgentFirst(FindingRow row) {
        return row.outcome() == null ? null : row.outcome().urgency().ordinal();
    }

    private static int[] sorted(long[] keys) {
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /** Urgency, due date, safety as one number of 31 bits. */
    private static long usual(FindingRow row) {
        FindingRow.Outcome outcome = row.outcome();
        int urgency = outcome == null ? Urgency.values().length : Urgency.IMMEDIATE.ordinal() - outcome.urgency().ordinal();
        long due = outcome == null || outcome.due() == null ? UNKNOWN_DUE
                : Math.max(1, Math.min((1 << DUE_BITS) - 1, outcome.due().toEpochDay() + (1 << DUE_BITS - 1)));
        return (long) urgency << DUE_BITS + 3 | due << 3 | harm(row.device().safety());
    }

    /** The worst first; what is not known stands right behind it. */
    private static int harm(Safety safety) {
        return switch (safety) {
            case CATASTROPHIC -> 0;
            case UNKNOWN -> 1;
            case CRITICAL -> 2;
            case SERIOUS -> 3;
            case MINOR -> 4;
            case NEGLIGIBLE -> 5;
        };
    }
}
