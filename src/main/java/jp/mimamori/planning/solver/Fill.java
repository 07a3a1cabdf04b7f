package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks once more through every start of each task without a window, so that what is left out really has no free place. */
final class Fill {

    private Fill() {
    }

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
}
