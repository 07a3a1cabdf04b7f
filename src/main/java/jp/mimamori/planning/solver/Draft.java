package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes tried out on an occupancy, which can all be taken back. */
final class Draft {

    private record Was(Job job, int start, @Nullable Crew crew) {
    }

    final Occupancy occupancy;
    private final List<Was> before = new ArrayList<>(8);

    Draft(Occupancy occupancy) {
        this.occupancy = occupancy;
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
        for (Was was : before) {
            if (was.job == job) {
                return was.start;
            }
        }
        return occupancy.start(job);
    }

    void rollBack() {
        for (Was was : before) {
            if (occupancy.placed(was.job)) {
                occupancy.remove(was.job);
            }
        }
        for (Was was : before) {
            if (was.start != Occupancy.NONE) {
                occupancy.place(was.job, was.start, was.crew);
            }
        }
        before.clear();
    }

    /** Takes the changes back and returns the move that makes them. */
    Relocation relocation(OccupancyScore score) {
        int count = before.size();
        TaskWindow[] windows = new TaskWindow[count];
        Integer[] starts = new Integer[count];
        Crew[] crews = new Crew[count];
        for (int i = 0; i < count; i++) {
            Job job = before.get(i).job;
            windows[i] = score.window(job);
            starts[i] = occupancy.placed(job) ? (Integer) occupancy.start(job) : null;
            crews[i] = occupancy.crew(job);
        }
        rollBack();
        return new Relocation(windows, starts, crews);
    }

    private void remember(Job job) {
        for (Was was : before) {
            if (was.job == job) {
                return;
            }
        }
        before.add(new Was(job, occupancy.start(job), occupancy.crew(job)));
    }
}
