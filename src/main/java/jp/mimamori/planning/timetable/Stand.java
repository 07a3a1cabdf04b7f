package jp.mimamori.planning.timetable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where all tasks stand: start and crew of each, by its index. Copied for each new best plan, so it is two flat arrays. */
public final class Stand {

    /** {@link Occupancy#NONE} where a task has no window. */
    public final int[] starts;
    public final @Nullable Crew[] crews;

    private Stand(int[] starts, @Nullable Crew[] crews) {
        this.starts = starts;
        this.crews = crews;
    }

    public static Stand of(Occupancy occupancy) {
        Job[] jobs = occupancy.layout.jobs;
        return new Stand(Arrays.stream(jobs).mapToInt(occupancy::start).toArray(),
                Arrays.stream(jobs).map(occupancy::crew).toArray(Crew[]::new));
    }

    public Stand copy() {
        return new Stand(starts.clone(), crews.clone());
    }

    /** Takes over the tasks of {@code part} from {@code other}. */
    public void take(Stand other, Part part) {
        for (Job job : part.movable) {
            starts[job.index] = other.starts[job.index];
            crews[job.index] = other.crews[job.index];
        }
    }

    public Occupancy occupy(Layout layout, Part part) {
        var occupancy = new Occupancy(layout, part);
        for (Job job : layout.jobs) {
            if (starts[job.index] != Occupancy.NONE) {
                occupancy.place(job, starts[job.index], crews[job.index]);
            }
        }
        occupancy.keepForOthers();
        return occupancy;
    }
}
