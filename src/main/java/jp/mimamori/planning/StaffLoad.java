package jp.mimamori.planning;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.mimamori.planning.Problem.Interval;
import org.jspecify.annotations.Nullable;

/** What one person's windows ask of them: nights, rest after nights, and how full their weeks are. */
public final class StaffLoad {

    private static final int RUNNING = 7;

    private final Problem problem;
    private final GrainTable grains;
    private final List<Interval> windows;

    public StaffLoad(Problem problem, GrainTable grains, List<Interval> windows) {
        this.problem = problem;
        this.grains = grains;
        this.windows = windows;
    }

    /**
     * Nights beyond {@code most}, summed over every seven nights running of the horizon (all of it, where it has fewer). A
     * night runs from noon to noon and counts once, however many windows have a grain of night work in it.
     */
    public long nights(@Nullable Integer most) {
        if (most == null) {
            return 0;
        }
        TreeSet<Integer> worked = new TreeSet<>();
        windows.forEach(window -> java.util.Arrays.stream(grains.nights(window.from(), window.to())).forEach(worked::add));
        int last = grains.night(problem.grains() - 1);
        long over = 0;
        int first = grains.night(0);
        do {
            over += Math.max(0, worked.subSet(first, first + RUNNING).size() - most);
            first++;
        } while (first + RUNNING - 1 <= last);
        return over;
    }

    /**
     * Pairs of windows of which the second starts at or after the end of the first, but less than {@code rest} grains after
     * it, where the first has night work; unless the second has some too, beginning in the night in which the first ended.
     */
    public long rest(int rest) {
        long broken = 0;
        for (Interval first : rest > 0 ? windows : List.<Interval>of()) {
            int[] nights = grains.nights(first.from(), first.to());
            for (Interval second : nights.length == 0 ? List.<Interval>of() : windows) {
                if (second.from() >= first.to() && second.from() < (long) first.to() + rest) {
                    int[] next = grains.nights(second.from(), second.to());
                    broken += next.length > 0 && next[0] == nights[nights.length - 1] ? 0 : 1;
                }
            }
        }
        return broken;
    }

    /** The squares of what each week's grains of work are above {@code from}. */
    public long squares(int from) {
        TreeMap<Integer, Long> weeks = new TreeMap<>();
        for (Interval window : windows) {
            for (int grain = window.from(); grain < window.to(); grain++) {
                weeks.merge(grains.week(grain), 1L, Long::sum);
            }
        }
        return weeks.values().stream().mapToLong(load -> Math.max(0, load - from)).map(over -> over * over).sum();
    }
}
