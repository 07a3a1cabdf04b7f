package jp.mimamori.planning.solver;

import org.jspecify.annotations.Nullable;

/**
 * Who and what is taken when, kept up to date as windows come and go, together with the exact score. It counts broken
 * constraints too (so it can be proven equal to the constraint streams), though the search never makes a move that breaks one.
 */
final class Occupancy {

    /** The start of a task without a window. */
    static final int NONE = Integer.MIN_VALUE;

    final Layout layout;
    private final int[] start;
    private final @Nullable Crew[] crew;
    private final short[][] onDevice;
    private final short[][] inGroup;
    private final short[][] byVendor;
    private final short[][] byPerson;
    /** XOR of the task numbers (from 1) that hold a person: the holder itself wherever there is just one. */
    private final int[][] holder;
    private final int[][] visiting;
    private final int[] visits;
    /** The tasks that could have a window and have none, in the first {@code homeless} places, and each one's place. */
    private final int[] homelessJobs;
    private final int[] homelessAt;
    private int homeless;
    private long hard;
    private long medium;
    private long soft;

    Occupancy(Layout layout) {
        this.layout = layout;
        int count = layout.jobs.length;
        start = new int[count];
        java.util.Arrays.fill(start, NONE);
        crew = new Crew[count];
        onDevice = counters(layout.crowdedDevice, layout.horizon);
        inGroup = counters(layout.crowdedGroup, layout.horizon);
        int vendors = layout.capacity.length;
        byVendor = new short[vendors][layout.horizon];
        byPerson = new short[layout.problem.staff().size()][layout.horizon];
        holder = new int[layout.problem.staff().size()][layout.horizon];
        visiting = new int[vendors * layout.sites][vendors == 0 ? 0 : layout.days];
        visits = new int[vendors];
        homelessJobs = new int[count];
        homelessAt = new int[count];
        for (Job job : layout.jobs) {
            medium += job.risk;
            leave(job);
        }
    }

    long hard() {
        return hard;
    }

    long medium() {
        return medium;
    }

    long soft() {
        return soft;
    }

    boolean placed(Job job) {
        return start[job.index] != NONE;
    }

    int start(Job job) {
        return start[job.index];
    }

    int end(Job job) {
        return start[job.index] + job.duration;
    }

    @Nullable Crew crew(Job job) {
        return crew[job.index];
    }

    /** Gives {@code job}, which has none, a window inside the horizon. A null crew counts as missing people. */
    void place(Job job, int from, @Nullable Crew people) {
        medium -= job.risk;
        if (job.starts.length > 0) {
            int last = homelessJobs[--homeless];
            homelessJobs[homelessAt[job.index]] = last;
            homelessAt[last] = homelessAt[job.index];
        }
        count(job, from, people, 1);
        order(job, from, 1);
        start[job.index] = from;
        crew[job.index] = people;
    }

    /** Takes the window of {@code job}, which has one, away. */
    void remove(Job job) {
        int from = start[job.index];
        Crew people = crew[job.index];
        start[job.index] = NONE;
        crew[job.index] = null;
        order(job, from, -1);
        count(job, from, people, -1);
        medium += job.risk;
        leave(job);
    }

    private void leave(Job job) {
        if (job.starts.length > 0) {
            homelessAt[job.index] = homeless;
            homelessJobs[homeless++] = job.index;
        }
    }

    /** How many tasks that could have a window have none. */
    int homeless() {
        return homeless;
    }

    /** One of them, in no order. */
    Job homeless(int position) {
        return layout.jobs[homelessJobs[position]];
    }

    /** Whether nothing but people could stand against {@code job} starting at {@code from}. */
    boolean open(Job job, int from) {
        if (!job.allowed.get(from)) {
            return false;
        }
        int to = from + job.duration;
        if (job.group >= 0 && layout.crowdedGroup[job.group]
                && peak(inGroup[job.group], from, to) >= layout.maxOut[job.group]) {
            return false;
        }
        if (layout.crowdedDevice[job.device] && peak(onDevice[job.device], from, to) > 0) {
            return false;
        }
        if (job.vendor >= 0 && (peak(byVendor[job.vendor], from, to) >= layout.capacity[job.vendor]
                || newVisit(job, from) && visits[job.vendor] >= layout.maxVisits[job.vendor])) {
            return false;
        }
        return inOrder(job, from);
    }

    /** Whether what {@code job} waits for has ended by {@code from}, and what waits for it starts after its end. */
    boolean inOrder(Job job, int from) {
        for (int before : job.before) {
            if (start[before] == NONE || start[before] + layout.jobs[before].duration > from) {
                return false;
            }
        }
        for (int next : job.waiting) {
            if (start[next] != NONE && start[next] < from + job.duration) {
                return false;
            }
        }
        return true;
    }

    /** The first free crew at or after position {@code turn} of the job's crews, cyclically; null where none is free. */
    @Nullable Crew freeCrew(Job job, int from, int turn) {
        int to = from + job.duration;
        int count = job.crews.length;
        for (int i = 0; i < count; i++) {
            Crew candidate = job.crews[turn + i < count ? turn + i : turn + i - count];
            if (free(candidate, from, to)) {
                return candidate;
            }
        }
        return null;
    }

    private boolean free(Crew people, int from, int to) {
        for (int role = 0; role < people.size(); role++) {
            int person = people.person(role);
            if (peak(byPerson[person], from, to) > 0 || layout.offShift(person, from, to) > 0) {
                return false;
            }
        }
        return true;
    }

    /** What the window costs now, with the visit where it would be the first of its day. */
    long price(Job job, int from) {
        return layout.cost(job, from) + (job.vendor >= 0 && newVisit(job, from) ? layout.problem.weights().visit() : 0);
    }

    boolean newVisit(Job job, int from) {
        return visiting[layout.journey(job)][layout.day[from]] == 0;
    }

    int visitors(Job job, int from) {
        return visiting[layout.journey(job)][layout.day[from]];
    }

    int visits(int vendor) {
        return visits[vendor];
    }

    /** Whether the group of {@code job} is full at some moment of {@code [from, to)}. */
    boolean groupFull(Job job, int from, int to) {
        return job.group >= 0 && layout.crowdedGroup[job.group]
                && peak(inGroup[job.group], from, to) >= layout.maxOut[job.group];
    }

    boolean vendorFull(Job job, int from, int to) {
        return job.vendor >= 0 && peak(byVendor[job.vendor], from, to) >= layout.capacity[job.vendor];
    }

    /** The task that holds {@code person} at {@code grain}; null where nobody does. */
    @Nullable Job holder(int person, int grain) {
        return byPerson[person][grain] == 1 ? layout.jobs[holder[person][grain] - 1] : null;
    }

    private static int peak(short[] counts, int from, int to) {
        int peak = 0;
        for (int grain = from; grain < to; grain++) {
            peak = Math.max(peak, counts[grain]);
        }
        return peak;
    }

    private void count(Job job, int from, @Nullable Crew people, int sign) {
        int to = from + job.duration;
        soft += sign * layout.cost(job, from);
        if (!job.allowed.get(from)) {
            hard += sign * layout.closed(job, from);
        }
        if (layout.crowdedDevice[job.device]) {
            hard += load(onDevice[job.device], from, to, 1, sign);
        }
        if (job.group >= 0 && layout.crowdedGroup[job.group]) {
            hard += load(inGroup[job.group], from, to, layout.maxOut[job.group], sign);
        }
        if (people == null) {
            hard += sign * (long) job.task.roles().size();
        } else {
            people(job, people, from, to, sign);
        }
        if (job.vendor >= 0) {
            vendor(job, from, to, sign);
        }
    }

    private void people(Job job, Crew people, int from, int to, int sign) {
        for (int role = 0; role < people.size(); role++) {
            int person = people.person(role);
            hard += load(byPerson[person], from, to, 1, sign);
            hard += sign * (long) layout.offShift(person, from, to);
            for (int grain = from; grain < to; grain++) {
                holder[person][grain] ^= job.index + 1;
            }
        }
    }

    private void vendor(Job job, int from, int to, int sign) {
        hard += load(byVendor[job.vendor], from, to, layout.capacity[job.vendor], sign);
        int[] onDay = visiting[layout.journey(job)];
        int day = layout.day[from];
        onDay[day] += sign;
        if (onDay[day] == (sign > 0 ? 1 : 0)) {
            int limit = layout.maxVisits[job.vendor];
            int before = Math.max(0, visits[job.vendor] - limit);
            visits[job.vendor] += sign;
            hard += Math.max(0, visits[job.vendor] - limit) - before;
            soft += sign * layout.problem.weights().visit();
        }
    }

    /** Adds or takes one from each grain and returns by how much the excess over {@code limit} changes. */
    private static long load(short[] counts, int from, int to, int limit, int sign) {
        long change = 0;
        for (int grain = from; grain < to; grain++) {
            if (sign > 0) {
                change += ++counts[grain] > limit ? 1 : 0;
            } else {
                change -= counts[grain]-- > limit ? 1 : 0;
            }
        }
        return change;
    }

    private void order(Job job, int from, int sign) {
        for (int before : job.before) {
            boolean ended = start[before] != NONE && start[before] + layout.jobs[before].duration <= from;
            hard += ended ? 0 : sign;
        }
        for (int next : job.waiting) {
            if (start[next] != NONE && from + job.duration <= start[next]) {
                hard -= sign;
            }
        }
    }

    private static short[][] counters(boolean[] wanted, int horizon) {
        short[][] counters = new short[wanted.length][];
        for (int i = 0; i < wanted.length; i++) {
            counters[i] = new short[wanted[i] ? horizon : 0];
        }
        return counters;
    }
}
