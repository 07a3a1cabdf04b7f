package jp.mimamori.planning.placing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;

/** Gives a free place to tasks without a window; nothing else moves. */
public final class Fill {

    private Fill() {
    }

    /** Looks once more through every start of each task without a window, so that what is left out really has no free place. */
    static void homeless(Occupancy occupancy) {
        boolean again = true;
        while (again) {
            again = false;
            List<Job> left = new ArrayList<>();
            for (int i = 0; i < occupancy.homeless(); i++) {
                left.add(occupancy.homeless(i));
            }
            left.sort(Comparator.comparingLong((Job job) -> -job.risk).thenComparingInt(job -> job.index));
            for (Job job : left) {
                again |= place(occupancy, job);
            }
        }
    }

    private static boolean place(Occupancy occupancy, Job job) {
        for (int start = job.allowed.nextSetBit(0); start >= 0; start = job.allowed.nextSetBit(start + 1)) {
            Crew crew = occupancy.open(job, start) ? occupancy.freeCrew(job, start, 0) : null;
            if (crew != null) {
                occupancy.place(job, start, crew);
                return true;
            }
        }
        return false;
    }

    /** Places {@code job} at its cheapest open start; false where it has none. */
    public static boolean cheapest(Occupancy plan, Job job) {
        Crew best = null;
        int at = Occupancy.NONE;
        long cheapest = Long.MAX_VALUE;
        for (int start : job.starts) {
            if (plan.layout.cost(job, start) >= cheapest) {
                break;
            }
            Crew crew = plan.open(job, start) && plan.price(job, start) < cheapest ? plan.freeCrew(job, start, 0) : null;
            if (crew != null) {
                best = crew;
                at = start;
                cheapest = plan.price(job, start);
            }
        }
        return Seats.take(plan, job, at, best);
    }
}
