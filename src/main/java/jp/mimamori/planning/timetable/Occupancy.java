package jp.mimamori.planning.timetable;

import org.jspecify.annotations.Nullable;

/**
 * Who and what is taken when, kept up to date as windows come and go, together with the exact score. It counts broken
 * constraints too (so it can be proven equal to the constraint streams), though the search never makes a move that breaks one.
 */
public final class Occupancy {

    /** The start of a task without a window. */
    public static final int NONE = Integer.MIN_VALUE;

    public final Layout layout;
    public final Part part;
    public final Loads loads;
    private final int[] start;
    /** What each window costs by itself, kept because looking it up is slow where there are many. */
    private final long[] costs;
    private final @Nullable Crew[] crew;
    /** XOR of the task numbers (from 1) that hold a person: the holder itself wherever there is just one. */
    private final int[][] holder;
    private final Burden burden;
    private final CrewChoice crews;
    private final boolean limits;
    private final Visits visits;
    private final Homeless homeless;
    private long hard;
    private long medium;
    private long soft;

    public Occupancy(Layout layout) {
        this(layout, Part.whole(layout));
    }

    /** Where only the tasks of {@code part} will be moved; the others can stand where they are. */
    public Occupancy(Layout layout, Part part) {
        this.layout = layout;
        this.part = part;
        int count = layout.jobs.length;
        start = new int[count];
        costs = new long[count];
        java.util.Arrays.fill(start, NONE);
        crew = new Crew[count];
        loads = new Loads(layout);
        burden = new Burden(layout.nights);
        crews = new CrewChoice(layout, loads.person, burden);
        limits = layout.nights.limits;
        holder = new int[layout.problem.staff().size()][layout.horizon];
        visits = new Visits(layout);
        homeless = new Homeless(count);
        for (Job job : layout.jobs) {
            medium += job.risk;
            leave(job);
        }
    }

    /** Keeps from its part what others may use, once everything stands where it stands. */
    public void keepForOthers() {
        for (int vendor = 0; vendor < loads.vendor.length; vendor++) {
            part.keep(vendor, loads.vendor[vendor]);
        }
    }

    public long hard() {
        return hard;
    }

    public long medium() {
        return medium;
    }

    public long soft() {
        return soft;
    }

    public boolean placed(Job job) {
        return start[job.index] != NONE;
    }

    public int start(Job job) {
        return start[job.index];
    }

    public int end(Job job) {
        return start[job.index] + job.duration;
    }

    public @Nullable Crew crew(Job job) {
        return crew[job.index];
    }

    /** Gives {@code job}, which has none, a window inside the horizon. A null crew counts as missing people. */
    public void place(Job job, int from, @Nullable Crew people) {
        medium -= job.risk;
        if (job.starts.length > 0 && part.mine[job.index]) {
            homeless.remove(job.index);
        }
        count(job, from, people, 1);
        order(job, from, 1);
        start[job.index] = from;
        crew[job.index] = people;
    }

    /** Takes the window of {@code job}, which has one, away. */
    public void remove(Job job) {
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
            homeless.add(job.index);
        }
    }

    /** How many tasks of its part that could have a window have none. */
    public int homeless() {
        return homeless.count();
    }

    /** One of them, in no order. */
    public Job homeless(int position) {
        return layout.jobs[homeless.get(position)];
    }

    /** Whether nothing but people could stand against {@code job} starting at {@code from}. */
    public boolean open(Job job, int from) {
        if (!job.allowed.get(from)) {
            return false;
        }
        int to = from + job.duration;
        return !groupFull(job, from, to) && !deviceFull(job, from, to) && !vendorFull(job, from, to)
                && (job.vendor < 0 || !newVisit(job, from) || visits.of(job.vendor) < part.visitRoom[job.vendor])
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
    public boolean tooClose(Job job, int from, Job other) {
        int gap = layout.gap[job.group];
        return gap > 0 && job.device != other.device && start[other.index] != NONE
                && start[other.index] < from + job.duration + gap && from < end(other) + gap;
    }

    /** How many windows of the group leave too little of a gap to {@code job} at {@code from}. */
    public int tooClose(Job job, int from) {
        int count = 0;
        for (int other : job.inGroup) {
            count += tooClose(job, from, layout.jobs[other]) ? 1 : 0;
        }
        return count;
    }

    /** Whether nobody of {@code people} would get too many nights or too little rest. */
    public boolean bears(Crew people, int from, int to) {
        for (int role = 0; limits && role < people.size(); role++) {
            if (!burden.allows(people.person(role), from, to)) {
                return false;
            }
        }
        return true;
    }

    /** A crew that is free, looking at the people of each role from position {@code turn} on; null where there is none. */
    public @Nullable Crew freeCrew(Job job, int from, int turn) {
        return crews.free(job, from, turn);
    }

    /** What the window costs now, with the visit where it would be the first of its day. */
    public long price(Job job, int from) {
        return layout.cost(job, from) + (job.vendor >= 0 && newVisit(job, from) ? layout.problem.weights().visit() : 0);
    }

    /** What taking the window of {@code job}, which has one, away would save. */
    public long released(Job job) {
        int from = start[job.index];
        return costs[job.index] + (job.vendor >= 0 && visitors(job, from) == 1 ? layout.problem.weights().visit() : 0);
    }

    /** What the window at {@code from} would cost once {@code job} has left the one it has. */
    public long priceBeside(Job job, int from) {
        int now = start[job.index];
        boolean alone = job.vendor >= 0 && layout.day[now] == layout.day[from] && visitors(job, now) == 1;
        return price(job, from) + (alone ? layout.problem.weights().visit() : 0);
    }

    public boolean newVisit(Job job, int from) {
        return visits.visitors(job, from) == 0;
    }

    public int visitors(Job job, int from) {
        return visits.visitors(job, from);
    }

    public int visits(int vendor) {
        return visits.of(vendor);
    }

    /** How many engineers of {@code vendor} are at work at {@code grain}. */
    public int engineers(int vendor, int grain) {
        return loads.vendor[vendor].count(grain);
    }

    /** Whether the group of {@code job} is full at some moment of {@code [from, to)}. */
    public boolean groupFull(Job job, int from, int to) {
        return job.group >= 0 && loads.group[job.group].full(from, to);
    }

    boolean deviceFull(Job job, int from, int to) {
        return loads.device[job.device].full(from, to);
    }

    public boolean vendorFull(Job job, int from, int to) {
        return job.vendor >= 0 && loads.vendor[job.vendor].full(from, to);
    }

    /** The task that holds {@code person} at {@code grain}; null where nobody does. */
    public @Nullable Job holder(int person, int grain) {
        return loads.person[person].count(grain) == 1 ? layout.jobs[holder[person][grain] - 1] : null;
    }

    private void count(Job job, int from, @Nullable Crew people, int sign) {
        int to = from + job.duration;
        long cost = sign > 0 ? layout.cost(job, from) : costs[job.index];
        costs[job.index] = cost;
        soft += sign * cost;
        if (!job.allowed.get(from)) {
            hard += sign * layout.closed(job, from);
        }
        hard += loads.device[job.device].change(from, to, sign);
        if (job.group >= 0) {
            hard += loads.group[job.group].change(from, to, sign);
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
            hard += loads.person[person].change(from, to, sign);
            hard += sign * (long) layout.offShift(person, from, to);
            hard += limits ? burden.limits(person, from, to, sign) : 0;
            soft += layout.nights.spreads ? burden.spread(person, from, to, sign) : 0;
            for (int grain = from; grain < to; grain++) {
                holder[person][grain] ^= job.index + 1;
            }
        }
    }

    private void vendor(Job job, int from, int to, int sign) {
        hard += loads.vendor[job.vendor].change(from, to, sign);
        int before = visits.tooMany(job.vendor);
        soft += visits.change(job, from, sign) * layout.problem.weights().visit();
        hard += visits.tooMany(job.vendor) - before;
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
}
