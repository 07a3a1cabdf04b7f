package jp.mimamori.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.Problem.Interval;

/** The windows that take something, by its id, and by how much that is more than there is. */
final class Taken {

    private final Map<String, List<Interval>> windows = new HashMap<>();

    void add(String id, int start, int end) {
        windows.computeIfAbsent(id, any -> new ArrayList<>()).add(new Interval(start, end));
    }

    List<Interval> of(String id) {
        return windows.getOrDefault(id, List.of());
    }

    /** Each grain and window beyond {@code limit} windows of anything. */
    long over(int limit) {
        return windows.keySet().stream().mapToLong(id -> over(id, limit)).sum();
    }

    /** Each grain and window beyond {@code limit} windows of {@code id}. */
    long over(String id, int limit) {
        List<Interval> taken = of(id);
        int[] starts = taken.stream().mapToInt(Interval::from).sorted().toArray();
        int[] ends = taken.stream().mapToInt(Interval::to).sorted().toArray();
        int[] times = Arrays.copyOf(starts, starts.length + ends.length);
        System.arraycopy(ends, 0, times, starts.length, ends.length);
        Arrays.sort(times);
        long sum = 0;
        int begun = 0;
        int ended = 0;
        for (int i = 0; i + 1 < times.length; i++) {
            while (begun < starts.length && starts[begun] <= times[i]) {
                begun++;
            }
            while (ended < ends.length && ends[ended] <= times[i]) {
                ended++;
            }
            sum += Math.max(0L, begun - ended - limit) * (times[i + 1] - times[i]);
        }
        return sum;
    }
}
