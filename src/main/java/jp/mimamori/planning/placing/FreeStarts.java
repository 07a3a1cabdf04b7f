package jp.mimamori.planning.placing;

import java.util.Random;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * All free starts of a task at once: a bit for each grain, 64 grains at a time, so that finding a place does not mean trying
 * one start after the other.
 */
final class FreeStarts {

    /** Longer tasks are not looked at 64 grains at a time. */
    static final int LONGEST = 63;

    private final Occupancy occupancy;
    private final Random random;
    private final long[] free;
    private final long[] some;

    FreeStarts(Occupancy occupancy, Random random) {
        this.occupancy = occupancy;
        this.random = random;
        int words = (occupancy.layout.horizon >> 6) + 1;
        this.free = new long[words];
        this.some = new long[words];
    }

    /**
     * A start at which {@code job}, which has no window, could be placed for no more than {@code limit}, visit included: the
     * cheapest, or any of them; {@link Occupancy#NONE} where there is none. Two roles may still want the same person.
     */
    int find(Job job, long limit, boolean cheapest, int except) {
        Layout layout = occupancy.layout;
        int from = job.task.earliest();
        int to = job.latest(limit);
        for (int before : job.before) {
            Job first = layout.jobs[before];
            if (!occupancy.placed(first)) {
                return Occupancy.NONE;
            }
            from = Math.max(from, occupancy.end(first) + job.soak);
        }
        for (int next : job.waiting) {
            if (occupancy.placed(layout.jobs[next])) {
                to = Math.min(to, occupancy.start(layout.jobs[next]) - job.duration - layout.jobs[next].soak);
            }
        }
        from = Math.max(0, from);
        if (from > to) {
            return Occupancy.NONE;
        }
        collect(job, from >> 6, to >> 6);
        return choose(job, from, to, limit, cheapest, except);
    }

    private void collect(Job job, int first, int last) {
        long[] allowed = job.allowedWords();
        for (int word = first; word <= last; word++) {
            free[word] = word < allowed.length ? allowed[word] : 0;
        }
        for (int[] people : job.people) {
            java.util.Arrays.fill(some, first, last + 1, 0);
            for (int person : people) {
                occupancy.loads.person[person].addFree(some, first, last, job.duration);
            }
            for (int word = first; word <= last; word++) {
                free[word] &= some[word];
            }
        }
        occupancy.loads.device[job.device].keepFree(free, first, last, job.duration);
        if (job.group >= 0) {
            occupancy.loads.group[job.group].keepFree(free, first, last, job.duration);
        }
        if (job.vendor >= 0) {
            occupancy.loads.vendor[job.vendor].keepFree(free, first, last, job.duration);
        }
        occupancy.part.keepOwn(free, first, last, job.duration);
    }

    private int choose(Job job, int from, int to, long limit, boolean cheapest, int except) {
        Layout layout = occupancy.layout;
        int found = Occupancy.NONE;
        long least = limit + 1;
        int seen = 0;
        boolean mayVisit = job.vendor < 0 || occupancy.visits(job.vendor) < occupancy.part.visitRoom[job.vendor];
        boolean further = layout.nights.limits || job.group >= 0 && layout.gap[job.group] > 0;
        for (int word = from >> 6; word <= to >> 6; word++) {
            for (long bits = free[word]; bits != 0; bits &= bits - 1) {
                int start = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (start < from || start > to || start == except) {
                    continue;
                }
                long price = layout.cost(job, start);
                if (price >= least || job.vendor >= 0 && occupancy.newVisit(job, start)
                        && (!mayVisit || (price += layout.problem.weights().visit()) >= least)) {
                    continue;
                }
                if (further && !kept(job, start)) {
                    continue;
                }
                if (cheapest) {
                    least = price;
                    found = start;
                } else if (random.nextInt(++seen) == 0) {
                    found = start;
                }
            }
        }
        return found;
    }

    /** Whether the group's gap and somebody's nights and rest allow {@code start}. */
    private boolean kept(Job job, int start) {
        return occupancy.tooClose(job, start) == 0
                && (!occupancy.layout.nights.limits || occupancy.freeCrew(job, start, 0) != null);
    }
}
