package jp.mimamori.planning.solver;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who and what is taken when, kept up to date as windows come and go, together with the exact score. It counts broken
 * constraints too (so it can be proven equal to the constraint streams), though the search never makes a move that breaks one.
 */
final class Occupancy {

    /** The start of a task without a window. */
    static final int NONE = Integer.MIN_VALUE;

    final Layout layout;
    final Part part;
    private final int[] start;
    /** What each window costs by itself, kept because looking it up is slow where there are many. */
    private final long[] costs;
    private final @Nullable Crew[] crew;
    private final Load[] onDevice;
    private final Load[] inGroup;
    private final Load[] byVendor;
    private final Load[] byPerson;
    /** XOR of the task numbers (from 1) that hold a person: the holder itself wherever there is just one. */
    private final int[][] holder;
    private final Burden burden;
    private final CrewChoice crews;
    private final boolean limits;
    private final boolean spreads;
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
        this(layout, Part.whole(layout));
    }

    /** Where only the tasks of {@code part} will be moved; the others can stand where they are. */
    Occupancy(Layout layout, Part part) {
        this.layout = layout;
        this.part = part;
        int count = layout.jobs.length;
        start = new int[count];
        costs = new long[count];
        java.util.Arrays.fill(start, NONE);
        crew = new Crew[count];
        int horizon = layout.horizon;
        int vendors = layout.capacity.length;
        onDevice = loads(layout.crowdedDevice.length, i -> layout.crowdedDevice[i] ? new Load(horizon, 1) : Load.NEVER);
        inGroup = loads(layout.crowdedGroup.length,
                i -> layout.crowdedGroup[i] ? new Load(horizon, layout.maxOut[i]) : Load.NEVER);
        byVendor = loads(vendors, i -> new Load(horizon, layout.capacity[i]));
        byPerson = loads(layout.problem.staff().size(), this::shift);
        burden = new Burden(layout.nights);
        crews = new CrewChoice(layout, byPerson, burden);
        limits = layout.nights.limits;
        spreads = layout.nights.spreads;
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

    /** Keeps from its part what others may use, once everything stands where it stands. */
    void keepForOthers() {
        for (int vendor = 0; vendor < byVendor.length; vendor++) {
            part.keep(vendor, byVendor[vendor]);
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
        if (job.starts.length > 0 && part.mine[job.index]) {
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
        if (job.starts.length > 0 && part.mine[job.index]) {
            homelessAt[job.index] = homeless;
            homelessJobs[homeless++] = job.index;
        }
    }

    /** How many tasks of its part that could have a window have none. */
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
        return !groupFull(job, from, to) && !deviceFull(job, from, to) && !vendorFull(job, from, to)
                && (job.vendor < 0 || !newVisit(job, from) || visits[job.vendor] < part.visitRoom[job.vendor])
                && part.within(from, to) && inOrder(job, from)
                && (job.group < 0 || layout.gap[job.group] == 0 || tooClose(job, from) == 0);
    }

    /** Whether what {@code job} waits for has ended by {@code from}, and what waits for it starts after its end. */
    boolean inOrder(Job job, int from) {
        for (int before : job.before) {
            if (start[before] == NONE || start[before] + layout.jobs[before].duration + job.soak > from) {
                return false;
            }
        }
        for (int next : job.waiting) {
            if (start[next] != NONE && start[next] < from + job.duration + layout.jobs[next].soak) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code other}, which has a window, leaves less than their group's gap to {@code job} at {@code from}. */
    boolean tooClose(Job job, int from, Job other) {
        int gap = layout.gap[job.group];
        return gap > 0 && job.device != other.device && start[other.index] != NONE
                && start[other.index] < from + job.duration + gap && from < end(other) + gap;
    }

    /** How many windows of the group leave too little of a gap to {@code job} at {@code from}. */
    private int tooClose(Job job, int from) {
        int count = 0;
        for (int other : job.inGroup) {
            count += tooClose(job, from, layout.jobs[other]) ? 1 : 0;
        }
        return count;
    }

    /** Whether nobody of {@code people} would get too many nights or too little rest. */
    boolean bears(Crew people, int from, int to) {
        for (int role = 0; limits && role < people.size(); role++) {
            if (!burden.allows(people.person(role), from, to)) {
                return false;
            }
        }
        return true;
    }

    /** A crew that is free, looking at the people of each role from position {@code turn} on; null where there is none. */
    @Nullable Crew freeCrew(Job job, int from, int turn) {
        return crews.free(job, from, turn);
    }

    /** What the window costs now, with the visit where it would be the first of its day. */
    long price(Job job, int from) {
        return layout.cost(job, from) + (job.vendor >= 0 && newVisit(job, from) ? layout.problem.weights().visit() : 0);
    }

    /** What taking the window of {@code job}, which has one, away would save. */
    long released(Job job) {
        int from = start[job.index];
        return costs[job.index] + (job.vendor >= 0 && visitors(job, from) == 1 ? layout.problem.weights().visit() : 0);
    }

    /** What the window at {@code from} would cost once {@code job} has left the one it has. */
    long priceBeside(Job job, int from) {
        int now = start[job.index];
        boolean alone = job.vendor >= 0 && layout.day[now] == layout.day[from] && visitors(job, now) == 1;
        return price(job, from) + (alone ? layout.problem.weights().visit() : 0);
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

    /** How many engineers of {@code vendor} are at work at {@code grain}. */
    int engineers(int vendor, int grain) {
        return byVendor[vendor].count(grain);
    }

    Load person(int person) {
        return byPerson[person];
    }

    Load load(Job job) {
        return onDevice[job.device];
    }

    Load groupLoad(Job job) {
        return inGroup[job.group];
    }

    Load vendorLoad(Job job) {
        return byVendor[job.vendor];
    }

    /** Whether the group of {@code job} is full at some moment of {@code [from, to)}. */
    boolean groupFull(Job job, int from, int to) {
        return job.group >= 0 && inGroup[job.group].full(from, to);
    }

    boolean deviceFull(Job job, int from, int to) {
        return onDevice[job.device].full(from, to);
    }

    boolean vendorFull(Job job, int from, int to) {
        return job.vendor >= 0 && byVendor[job.vendor].full(from, to);
    }

    /** The task that holds {@code person} at {@code grain}; null where nobody does. */
    @Nullable Job holder(int person, int grain) {
        return byPerson[person].count(grain) == 1 ? layout.jobs[holder[person][grain] - 1] : null;
    }

    private void count(Job job, int from, @Nullable Crew people, int sign) {
        int to = from + job.duration;
        long cost = sign > 0 ? layout.cost(job, from) : costs[job.index];
        costs[job.index] = cost;
        soft += sign * cost;
        if (!job.allowed.get(from)) {
            hard += sign * layout.closed(job, from);
        }
        hard += onDevice[job.device].change(from, to, sign);
        if (job.group >= 0) {
            hard += inGroup[job.group].change(from, to, sign);
            hard += layout.gap[job.group] == 0 ? 0 : sign * (long) tooClose(job, from);
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
            hard += byPerson[person].change(from, to, sign);
            hard += sign * (long) layout.offShift(person, from, to);
            hard += limits ? burden.limits(person, from, to, sign) : 0;
            soft += spreads ? burden.spread(person, from, to, sign) : 0;
            for (int grain = from; grain < to; grain++) {
                holder[person][grain] ^= job.index + 1;
            }
        }
    }

    private void vendor(Job job, int from, int to, int sign) {
        hard += byVendor[job.vendor].change(from, to, sign);
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

    private void order(Job job, int from, int sign) {
        for (int before : job.before) {
            boolean ended = start[before] != NONE && start[before] + layout.jobs[before].duration + job.soak <= from;
            hard += ended ? 0 : sign;
        }
        for (int next : job.waiting) {
            if (start[next] != NONE && from + job.duration + layout.jobs[next].soak <= start[next]) {
                hard -= sign;
            }
        }
    }

    private Load shift(int person) {
        Load load = new Load(layout.horizon, 1);
        for (int grain = 0; grain < layout.horizon; grain++) {
            if (layout.offShift(person, grain, grain + 1) > 0) {
                load.close(grain);
            }
        }
        return load;
    }

    private static Load[] loads(int count, IntFunction<Load> each) {
        return IntStream.range(0, count).mapToObj(each).toArray(Load[]::new);
    }
}
