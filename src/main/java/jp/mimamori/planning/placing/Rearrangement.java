package jp.mimamori.planning.placing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/** A task goes to a start that is free, or those in its way make room and are put elsewhere in the same move. */
public final class Rearrangement {

    private static final int MOST_IN_THE_WAY = 4;
    private static final int[] NOBODY = {};
    private static final Comparator<Job> FIRST_FIRST = Comparator.comparingInt(job -> job.before.length);

    private final Occupancy occupancy;
    private final Draft draft;
    private final Random random;
    private final List<Job> out = new ArrayList<>(MOST_IN_THE_WAY);
    private final FreeStarts free;
    private long tolerance;
    /** The most risk that may be left without a window, beyond that of the task that gets one. */
    private long droppable;
    /** How much the change being thought up has cost so far. */
    private long worse;

    public Rearrangement(Draft draft, Random random) {
        this.occupancy = draft.occupancy;
        this.draft = draft;
        this.random = random;
        this.free = new FreeStarts(occupancy, random);
    }

    /**
     * Puts {@code job} at {@code start}, whoever has to make room; false where that cannot be done, or where it costs more
     * than {@code most} or leaves more risk without a window than it gives one and {@code mostRisk}.
     */
    public boolean move(Job job, int start, long most, long mostRisk) {
        int old = occupancy.start(job);
        tolerance = most;
        droppable = mostRisk + (old == Occupancy.NONE ? job.risk : 0);
        worse = Long.MIN_VALUE / 4;
        // the same start with other people may spread the load better
        if (old == start && !occupancy.layout.nights.spreads || !job.allowed.get(start) || !occupancy.part.within(start, start + job.duration)) {
            return false;
        }
        if (old != Occupancy.NONE) {
            worse = occupancy.priceBeside(job, start) - occupancy.released(job);
            if (worse > tolerance) {
                return false;
            }
            draft.remove(job);
        }
        if (occupancy.open(job, start)) {
            Crew crew = occupancy.freeCrew(job, start, random.nextInt(64));
            if (crew != null) {
                draft.place(job, start, crew);
                return true;
            }
        }
        if (job.vendor >= 0 && occupancy.newVisit(job, start)
                && occupancy.visits(job.vendor) >= occupancy.part.visitRoom[job.vendor]) {
            return false;
        }
        out.clear();
        Crew crew = clear(job, start);
        if (crew == null) {
            return false;
        }
        draft.place(job, start, crew);
        return settleAll(job, old);
    }

    /** Takes out whoever is in the way and returns the crew that is then free; null where it cannot be done. */
    private @Nullable Crew clear(Job job, int start) {
        int end = start + job.duration;
        Job[] jobs = occupancy.layout.jobs;
        for (int before : job.before) {
            if (!occupancy.placed(jobs[before])) {
                return null;
            }
            if (occupancy.end(jobs[before]) + job.soak > start && !take(jobs[before])) {
                return null;
            }
        }
        for (int next : job.waiting) {
            if (occupancy.placed(jobs[next]) && occupancy.start(jobs[next]) < end + jobs[next].soak && !take(jobs[next])) {
                return null;
            }
        }
        for (int other : job.onDevice) {
            if (overlaps(jobs[other], start, end) && !take(jobs[other])) {
                return null;
            }
        }
        for (int other : occupancy.tooClose(job, start) == 0 ? NOBODY : job.inGroup) {
            if (occupancy.tooClose(job, start, jobs[other]) && !take(jobs[other])) {
                return null;
            }
        }
        while (occupancy.groupFull(job, start, end)) {
            if (!takeAny(job.inGroup, start, end)) {
                return null;
            }
        }
        while (occupancy.vendorFull(job, start, end)) {
            if (!takeAny(job.ofVendor, start, end)) {
                return null;
            }
        }
        return clearCrew(job, start);
    }

    private @Nullable Crew clearCrew(Job job, int start) {
        int end = start + job.duration;
        Crew free = occupancy.freeCrew(job, start, random.nextInt(64));
        for (int i = 0; free == null && i < 6; i++) {
            Crew crew = job.crews[random.nextInt(job.crews.length)];
            free = occupancy.layout.onShift(crew, start, end) ? crew : null;
        }
        if (free == null) {
            return null;
        }
        for (int role = 0; role < free.size(); role++) {
            for (int grain = start; grain < end; grain++) {
                Job holder = occupancy.holder(free.person(role), grain);
                if (holder != null && !take(holder)) {
                    return null;
                }
            }
        }
        return occupancy.bears(free, start, end) ? free : null;
    }

    private boolean takeAny(int[] others, int start, int end) {
        int turn = random.nextInt(others.length);
        for (int i = 0; i < others.length; i++) {
            Job other = occupancy.layout.jobs[others[(turn + i) % others.length]];
            if (!other.pinned() && overlaps(other, start, end)) {
                return take(other);
            }
        }
        return false;
    }

    private boolean overlaps(Job job, int start, int end) {
        return occupancy.placed(job) && occupancy.start(job) < end && occupancy.end(job) > start;
    }

    private boolean take(Job job) {
        if (out.size() == MOST_IN_THE_WAY || !occupancy.part.mine[job.index]) {
            return false;
        }
        draft.remove(job);
        out.add(job);
        return true;
    }

    /**
     * Finds new places for those taken out: with other people at their old start, at the start that was left, or the
     * cheapest free one. Those that find none are dropped if together they matter no more than {@code job}, which had no window.
     */
    private boolean settleAll(Job job, int left) {
        if (out.size() > 1) {
            out.sort(FIRST_FIRST); // stable, so nothing changes where nobody waits for anybody
        }
        long dropped = 0;
        for (int i = 0; i < out.size(); i++) {
            Job each = out.get(i);
            int old = draft.oldStart(each);
            if (!settle(each, old)) {
                dropped += each.risk;
                if (each.pinned() || dropped > droppable || awaited(each)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean awaited(Job job) {
        for (int next : job.waiting) {
            if (occupancy.placed(occupancy.layout.jobs[next])) {
                return true;
            }
        }
        return false;
    }

    private boolean occupyAt(Job job, int start) {
        if (!occupancy.open(job, start)) {
            return false;
        }
        Crew crew = occupancy.freeCrew(job, start, random.nextInt(64));
        if (crew != null) {
            draft.place(job, start, crew);
        }
        return crew != null;
    }

    private boolean settle(Job job, int old) {
        if (job.duration > FreeStarts.LONGEST) {
            return occupyAt(job, old);
        }
        boolean repairing = worse < Long.MIN_VALUE / 8;
        long price = repairing ? 0 : occupancy.price(job, old);
        long limit = repairing ? Long.MAX_VALUE / 4 : price + tolerance - worse;
        int start = free.find(job, limit, random.nextInt(4) > 0, Occupancy.NONE);
        Crew crew = start == Occupancy.NONE || !occupancy.open(job, start) ? null
                : occupancy.freeCrew(job, start, random.nextInt(64));
        if (crew == null) {
            return false;
        }
        worse += repairing ? 0 : occupancy.price(job, start) - price;
        draft.place(job, start, crew);
        return true;
    }

    /** Puts {@code job}, which has a window, at a start that is free, if there is one it can afford; false where there is none. */
    public boolean shift(Job job, long most) {
        if (job.duration > FreeStarts.LONGEST) {
            return false;
        }
        int old = occupancy.start(job);
        long limit = occupancy.released(job) + most;
        draft.remove(job);
        int start = free.find(job, limit, false, old);
        Crew crew = start == Occupancy.NONE || !occupancy.open(job, start) ? null
                : occupancy.freeCrew(job, start, random.nextInt(64));
        if (crew == null) {
            return false;
        }
        draft.place(job, start, crew);
        return true;
    }
}
