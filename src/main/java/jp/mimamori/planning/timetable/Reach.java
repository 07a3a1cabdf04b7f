package jp.mimamori.planning.timetable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.Vendor;

/** Works out which starts each task can take at all: what no other task's move can change. */
final class Reach {

    /** Above so many starts in all, each task keeps only its cheapest: memory stays bounded on 10,000 quarter-hour tasks. */
    private static final int MOST_STARTS = 24_000_000;

    private final Layout layout;
    private final Map<Crew[], Map<Integer, BitSet>> staffed = new IdentityHashMap<>();
    private final Map<Integer, Map<Integer, BitSet>> onShift = new HashMap<>();

    Reach(Layout layout) {
        this.layout = layout;
    }

    void fill() {
        for (Job job : inOrder()) {
            job.allowed = allowed(job);
        }
        int share = Math.max(500, MOST_STARTS / Math.max(1, layout.jobs.length));
        Arrays.stream(layout.jobs).parallel().forEach(job -> cheapestFirst(job, share)); // each by itself, and most of the work
    }

    private BitSet allowed(Job job) {
        int last = layout.horizon - job.duration;
        BitSet allowed = new BitSet();
        int from = earliest(job);
        if (from < 0 || from > last || job.group >= 0 && layout.maxOut[job.group] < 1) {
            return allowed;
        }
        allowed.set(from, last + 1);
        if (job.pinned() && job.task.previous() != null) {
            int pin = job.task.previous();
            boolean possible = pin >= 0 && allowed.get(pin);
            allowed.clear();
            allowed.set(Math.max(0, pin), Math.max(0, pin) + (possible ? 1 : 0));
        }
        close(allowed, layout.bookings(job), job.duration);
        close(allowed, layout.blackouts(job), job.duration);
        close(allowed, layout.duty(job), job.duration);
        vendor(job, allowed);
        allowed.and(staffed(job));
        return allowed;
    }

    /** The starts at which some crew of {@code job} is on shift throughout. */
    private BitSet staffed(Job job) {
        return staffed.computeIfAbsent(job.crews, any -> new HashMap<>()).computeIfAbsent(job.duration, duration -> {
            var some = new BitSet();
            for (Crew crew : job.crews) {
                var all = new BitSet();
                all.set(0, layout.horizon);
                for (int role = 0; role < crew.size(); role++) {
                    all.and(onShift(crew.person(role), duration));
                }
                some.or(all);
            }
            return some;
        });
    }

    private BitSet onShift(int person, int duration) {
        return onShift.computeIfAbsent(person, any -> new HashMap<>()).computeIfAbsent(duration, any -> {
            var starts = new BitSet();
            for (int start = 0; start + duration <= layout.horizon; start++) {
                starts.set(start, layout.offShift(person, start, start + duration) == 0
                        && (layout.nights.most[person] > 0 || layout.nights.first(start, start + duration) < 0));
            }
            return starts;
        });
    }

    private void vendor(Job job, BitSet allowed) {
        if (job.vendor < 0) {
            return;
        }
        if (layout.capacity[job.vendor] < 1 || layout.maxVisits[job.vendor] < 1) {
            allowed.clear();
            return;
        }
        Vendor vendor = layout.problem.vendors().get(job.vendor);
        List<Interval> available = vendor.available();
        for (int start = allowed.nextSetBit(0); start >= 0; start = allowed.nextSetBit(start + 1)) {
            int end = start + job.duration;
            if (layout.day[start] != layout.day[end - 1] || layout.grains.within(available, start, end) < job.duration
                    || ExactScore.tooSoon(job.task, vendor, start)) {
                allowed.clear(start);
            }
        }
    }

    /** The first grain after the earliest possible end of everything it waits for; -1 where one of those has no place. */
    private int earliest(Job job) {
        int from = Math.max(0, job.task.earliest());
        for (int before : job.before) {
            int first = layout.jobs[before].allowed.nextSetBit(0);
            if (first < 0) {
                return -1;
            }
            from = Math.max(from, first + layout.jobs[before].duration + job.soak);
        }
        return from;
    }

    private static void close(BitSet allowed, List<Interval> closed, int duration) {
        for (Interval interval : closed) {
            int from = Math.max(0, interval.from() - duration + 1);
            if (interval.to() > from && interval.to() > interval.from()) {
                allowed.clear(from, interval.to());
            }
        }
    }

    /** Every task after the ones it waits for. */
    List<Job> inOrder() {
        int[] open = Arrays.stream(layout.jobs).mapToInt(job -> job.before.length).toArray();
        var ready = new ArrayDeque<Job>();
        var order = new ArrayList<Job>();
        Arrays.stream(layout.jobs).filter(job -> job.before.length == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            Job job = ready.remove();
            order.add(job);
            for (int next : job.waiting) {
                if (--open[next] == 0) {
                    ready.add(layout.jobs[next]);
                }
            }
        }
        return order;
    }

    private void cheapestFirst(Job job, int share) {
        int[] starts = job.allowed.stream().toArray();
        long[] keys = new long[starts.length];
        long cheapest = Long.MAX_VALUE;
        for (int start : starts) {
            cheapest = Math.min(cheapest, layout.cost(job, start));
        }
        for (int i = 0; i < starts.length; i++) {
            keys[i] = Math.min(layout.cost(job, starts[i]) - cheapest, Long.MAX_VALUE >> 16) << 15 | starts[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[Math.min(share, keys.length)];
        long[] costs = new long[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (int) (keys[i] & 0x7fff);
            costs[i] = layout.cost(job, sorted[i]);
        }
        job.starts(sorted, costs, layout.horizon);
    }
}
