package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Thinks up changes that break nothing: a task goes to a start that is free, or those in its way make room and are put
 * elsewhere in the same move. Most of the search's speed comes from not proposing what cannot be.
 */
final class Proposals {

    private static final int TRIES = 400;
    private static final int MOST_IN_THE_WAY = 4;
    private static final int MOST_LOOKED_AT = 80;
    private static final int[] NONE = {};

    private final Occupancy occupancy;
    private final Random random;
    private final long tolerance;
    /** How much the change being thought up has cost so far. */
    private long worse;

    /** {@code tolerance}: the most a change may cost, unless it gives a window to a task that has none. */
    Proposals(Occupancy occupancy, Random random, long tolerance) {
        this.occupancy = occupancy;
        this.tolerance = tolerance;
        this.random = random;
    }

    /** The next change, still standing in the occupancy; an empty draft where nothing was found. */
    Draft next() {
        for (int i = 0; i < TRIES; i++) {
            Job job = pick();
            if (job == null) {
                break;
            }
            Draft draft = new Draft(occupancy);
            if (move(draft, job, target(job))) {
                return draft;
            }
            draft.rollBack();
        }
        return new Draft(occupancy);
    }

    /** A task without a window now and then, else any that can move. */
    private @Nullable Job pick() {
        int homeless = occupancy.homeless();
        Job job;
        if (homeless > 0 && random.nextInt(8) == 0) {
            job = occupancy.homeless(random.nextInt(homeless));
            for (int before : job.before) {
                if (occupancy.start(occupancy.layout.jobs[before]) == Occupancy.NONE) {
                    return occupancy.layout.jobs[before];
                }
            }
            return job;
        }
        Job[] movable = occupancy.layout.movable;
        return movable.length == 0 ? null : movable[random.nextInt(movable.length)];
    }

    private int target(Job job) {
        int now = occupancy.start(job);
        int dice = random.nextInt(20);
        if (job.vendor >= 0 && dice < 10) {
            for (int i = 0; i < 8; i++) {
                int start = ranked(job, now);
                if (!occupancy.newVisit(job, start)) {
                    return start;
                }
            }
        }
        if (now != Occupancy.NONE && dice >= 14 && dice < 19) {
            int near = dice < 17 ? now + random.nextInt(25) - 12 : now + (random.nextInt(9) - 4) * occupancy.layout.grainsPerDay;
            if (near >= 0 && job.allowed.get(near)) {
                return near;
            }
        }
        return dice == 19 ? job.starts[random.nextInt(job.starts.length)] : ranked(job, now);
    }

    /** One of the starts about as cheap as {@code now}, or cheaper, the cheapest ones more often. */
    private int ranked(Job job, int now) {
        int count = job.starts.length;
        if (now != Occupancy.NONE) {
            count = Math.min(count, job.rank(now) * 9 / 8 + 8);
        }
        double share = random.nextDouble();
        return job.starts[(int) (share * Math.sqrt(share) * count)];
    }

    /** Puts {@code job} at {@code start}, whoever has to make room; false where that cannot be done. */
    boolean move(Draft draft, Job job, int start) {
        int old = occupancy.start(job);
        worse = Long.MIN_VALUE / 4;
        if (old != Occupancy.NONE) {
            draft.remove(job);
            worse = occupancy.price(job, start) - occupancy.price(job, old);
            if (worse > tolerance) {
                return false;
            }
        }
        if (occupancy.open(job, start)) {
            Crew crew = occupancy.freeCrew(job, start, random.nextInt(64));
            if (crew != null) {
                draft.place(job, start, crew);
                return true;
            }
        }
        if (!job.allowed.get(start) || job.vendor >= 0 && occupancy.newVisit(job, start)
                && occupancy.visits(job.vendor) >= occupancy.layout.maxVisits[job.vendor]) {
            return false;
        }
        List<Job> out = new ArrayList<>(MOST_IN_THE_WAY);
        Crew crew = clear(draft, job, start, out);
        if (crew == null) {
            return false;
        }
        draft.place(job, start, crew);
        return settle(draft, job, old, out);
    }

    /** Takes out whoever is in the way and returns the crew that is then free; null where it cannot be done. */
    private @Nullable Crew clear(Draft draft, Job job, int start, List<Job> out) {
        int end = start + job.duration;
        Job[] jobs = occupancy.layout.jobs;
        for (int before : job.before) {
            if (!occupancy.placed(jobs[before])) {
                return null;
            }
            if (occupancy.end(jobs[before]) + job.soak > start && !take(draft, jobs[before], out)) {
                return null;
            }
        }
        for (int next : job.waiting) {
            if (occupancy.placed(jobs[next]) && occupancy.start(jobs[next]) < end + jobs[next].soak && !take(draft, jobs[next], out)) {
                return null;
            }
        }
        for (int other : job.onDevice) {
            if (overlaps(jobs[other], start, end) && !take(draft, jobs[other], out)) {
                return null;
            }
        }
        for (int other : job.group < 0 || occupancy.layout.gap[job.group] == 0 ? NONE : job.inGroup) {
            if (occupancy.tooClose(job, start, jobs[other]) && !take(draft, jobs[other], out)) {
                return null;
            }
        }
        while (occupancy.groupFull(job, start, end)) {
            if (!takeAny(draft, job.inGroup, start, end, out)) {
                return null;
            }
        }
        while (occupancy.vendorFull(job, start, end)) {
            if (!takeAny(draft, job.ofVendor, start, end, out)) {
                return null;
            }
        }
        return clearCrew(draft, job, start, out);
    }

    private @Nullable Crew clearCrew(Draft draft, Job job, int start, List<Job> out) {
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
                if (holder != null && !take(draft, holder, out)) {
                    return null;
                }
            }
        }
        return occupancy.bears(free, start, end) ? free : null;
    }

    private boolean takeAny(Draft draft, int[] others, int start, int end, List<Job> out) {
        int turn = random.nextInt(others.length);
        for (int i = 0; i < others.length; i++) {
            Job other = occupancy.layout.jobs[others[(turn + i) % others.length]];
            if (!other.pinned() && overlaps(other, start, end)) {
                return take(draft, other, out);
            }
        }
        return false;
    }

    private boolean overlaps(Job job, int start, int end) {
        return occupancy.placed(job) && occupancy.start(job) < end && occupancy.end(job) > start;
    }

    private boolean take(Draft draft, Job job, List<Job> out) {
        if (out.size() == MOST_IN_THE_WAY) {
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
    private boolean settle(Draft draft, Job job, int left, List<Job> out) {
        if (out.size() > 1 && out.stream().anyMatch(each -> each.before.length > 0)) {
            out.sort(Comparator.comparingInt(each -> each.before.length));
        }
        long dropped = 0;
        for (Job each : out) {
            int old = draft.oldStart(each);
            if (!occupyAt(draft, each, old) && !takeOver(draft, each, left, old) && !settle(draft, each, old)) {
                dropped += each.risk;
                if (each.pinned() || left != Occupancy.NONE || dropped > job.risk || awaited(each)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean awaited(Job job) {
        return Arrays.stream(job.waiting).anyMatch(next -> occupancy.placed(occupancy.layout.jobs[next]));
    }

    private boolean occupyAt(Draft draft, Job job, int start) {
        if (!occupancy.open(job, start)) {
            return false;
        }
        Crew crew = occupancy.freeCrew(job, start, random.nextInt(64));
        if (crew != null) {
            draft.place(job, start, crew);
        }
        return crew != null;
    }

    private boolean takeOver(Draft draft, Job job, int left, int old) {
        if (left == Occupancy.NONE || !affordable(job, left, old)) {
            return false;
        }
        long change = occupancy.price(job, left) - occupancy.price(job, old);
        if (occupyAt(draft, job, left)) {
            worse += change;
            return true;
        }
        return false;
    }

    private boolean affordable(Job job, int start, int old) {
        return job.allowed.get(start) && worse + occupancy.price(job, start) - occupancy.price(job, old) <= tolerance;
    }

    private boolean settle(Draft draft, Job job, int old) {
        long price = occupancy.price(job, old);
        boolean repairing = worse < Long.MIN_VALUE / 8 && occupancy.homeless() > 1;
        int from = random.nextInt(job.rank(old) + 1);
        int to = job.affordable(from, repairing ? job.starts.length : MOST_LOOKED_AT, price + tolerance - worse);
        for (int i = from; i < to; i++) {
            int start = job.starts[i];
            if ((job.vendor < 0 || !occupancy.newVisit(job, start) || affordable(job, start, old))
                    && occupyAt(draft, job, start)) {
                worse += occupancy.layout.cost(job, start) - price;
                return true;
            }
        }
        return false;
    }
}
