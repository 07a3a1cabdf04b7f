package jp.mimamori.planning.placing;

import java.util.Arrays;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/** Changes tried out on an occupancy, which can all be taken back. One serves a whole search, so that trying costs no memory. */
public final class Draft {

    public final Occupancy occupancy;
    private Job[] jobs = new Job[8];
    private int[] starts = new int[8];
    private @Nullable Crew[] crews = new Crew[8];
    private int count;
    private long softBefore;
    private long mediumBefore;

    public Draft(Occupancy occupancy) {
        this.occupancy = occupancy;
    }

    /** Forgets what was changed; it stands. */
    public void begin() {
        count = 0;
        softBefore = occupancy.soft();
        mediumBefore = occupancy.medium();
    }

    void remove(Job job) {
        remember(job);
        occupancy.remove(job);
    }

    void place(Job job, int start, Crew crew) {
        remember(job);
        occupancy.place(job, start, crew);
    }

    /** The start {@code job} had before this draft; {@link Occupancy#NONE} where it had none. */
    int oldStart(Job job) {
        for (int i = 0; i < count; i++) {
            if (jobs[i] == job) {
                return starts[i];
            }
        }
        return occupancy.start(job);
    }

    /** How much dearer the plan is than before this draft. */
    public long worse() {
        return occupancy.soft() - softBefore;
    }

    /** How much more risk stands without a window than before this draft. */
    public long leftOut() {
        return occupancy.medium() - mediumBefore;
    }

    public void rollBack() {
        for (int i = 0; i < count; i++) {
            if (occupancy.placed(jobs[i])) {
                occupancy.remove(jobs[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            if (starts[i] != Occupancy.NONE) {
                occupancy.place(jobs[i], starts[i], crews[i]);
            }
        }
        count = 0;
    }

    /** How many tasks were changed. */
    public int changed() {
        return count;
    }

    /** The {@code i}-th task that was changed. */
    public Job changed(int i) {
        return jobs[i];
    }

    private void remember(Job job) {
        for (int i = 0; i < count; i++) {
            if (jobs[i] == job) {
                return;
            }
        }
        if (count == jobs.length) {
            jobs = Arrays.copyOf(jobs, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            crews = Arrays.copyOf(crews, count * 2);
        }
        jobs[count] = job;
        starts[count] = occupancy.start(job);
        crews[count++] = occupancy.crew(job);
    }
}
