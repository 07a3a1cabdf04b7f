package jp.mimamori.planning.solver;

import java.util.Random;
import jp.mimamori.planning.placing.Draft;
import jp.mimamori.planning.placing.Rearrangement;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/**
 * Thinks up changes that break nothing and that annealing would accept: which task, and where it might go. What annealing accepts
 * by chance is drawn before a change is thought up, so that most of what would be refused is never tried.
 */
final class Proposals {

    private static final int TRIES = 400;
    /** So many of a hundred changes only look for another free start. */
    private static final int SHIFT = 20;

    private final Occupancy occupancy;
    private final Random random;
    private final Climate climate;
    private final Draft draft;
    private final Rearrangement rearrangement;

    Proposals(Occupancy occupancy, Random random, Climate climate) {
        this.occupancy = occupancy;
        this.climate = climate;
        this.random = random;
        this.draft = new Draft(occupancy);
        this.rearrangement = new Rearrangement(draft, random);
    }

    /** The next change, still standing in the occupancy; an empty draft where nothing was found. */
    Draft next() {
        for (int i = 0; i < TRIES; i++) {
            Job job = pick();
            if (job == null) {
                break;
            }
            long tolerance = climate.tolerance(random);
            long risk = occupancy.homeless() == 0 ? 0 : climate.riskTolerance(random);
            draft.begin();
            boolean done = occupancy.placed(job) && random.nextInt(100) < SHIFT ? rearrangement.shift(job, tolerance)
                    : rearrangement.move(job, target(job, tolerance), tolerance, risk);
            if (done
                    && (draft.leftOut() < 0 || draft.leftOut() <= risk && draft.worse() <= tolerance)) {
                return draft;
            }
            draft.rollBack();
        }
        draft.begin();
        return draft;
    }

    /** A task without a window now and then, else any that can move. */
    private @Nullable Job pick() {
        int homeless = occupancy.homeless();
        if (homeless > 0 && random.nextInt(8) == 0) {
            Job job = occupancy.homeless(random.nextInt(homeless));
            for (int before : job.before) {
                if (occupancy.start(occupancy.layout.jobs[before]) == Occupancy.NONE && occupancy.part.mine[before]) {
                    return occupancy.layout.jobs[before];
                }
            }
            return job;
        }
        Job[] movable = occupancy.part.movable;
        return movable.length == 0 ? null : movable[random.nextInt(movable.length)];
    }

    private int target(Job job, long tolerance) {
        int now = occupancy.start(job);
        if (occupancy.layout.nights.spreads && now != Occupancy.NONE && random.nextInt(10) == 0) {
            return now;
        }
        int dice = random.nextInt(20);
        int count = now == Occupancy.NONE ? job.starts.length : job.count(occupancy.released(job) + tolerance, now);
        if (job.vendor >= 0 && dice < 10) {
            for (int i = 0; i < 8; i++) {
                int start = ranked(job, count);
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
        return dice == 19 ? job.starts[random.nextInt(job.starts.length)] : ranked(job, count);
    }

    /** One of the {@code count} cheapest starts, the cheapest ones more often. */
    private int ranked(Job job, int count) {
        double share = random.nextDouble();
        return job.starts[(int) (share * Math.sqrt(share) * count)];
    }
}
