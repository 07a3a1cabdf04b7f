package jp.mimamori.planning.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/**
 * Scores a calendar from an {@link Occupancy} that follows every change. A task is put back only when somebody looks, so
 * that a change of start and crew together is counted once.
 */
public final class OccupancyScore implements IncrementalScoreCalculator<PatchCalendar, HardMediumSoftLongScore> {

    private @Nullable Occupancy occupancy;
    private @Nullable Proposals proposals;
    private @Nullable Climate climate;
    private TaskWindow[] windows = {};
    private int[] touched = {};
    private boolean[] isTouched = {};
    private int touchedCount;

    @Override
    public void resetWorkingSolution(PatchCalendar calendar) {
        var standing = new Occupancy(calendar.layout(), calendar.part());
        occupancy = standing;
        proposals = null;
        climate = calendar.climate();
        List<TaskWindow> all = calendar.getWindows();
        windows = all.toArray(TaskWindow[]::new);
        Arrays.sort(windows, java.util.Comparator.comparingInt(TaskWindow::getIndex));
        touched = new int[windows.length];
        isTouched = new boolean[windows.length];
        touchedCount = 0;
        for (TaskWindow window : windows) {
            put(window);
        }
        standing.keepForOthers();
    }

    /** The occupancy with every change so far. */
    Occupancy occupancy() {
        Occupancy current = occupancy;
        if (current == null) {
            throw new IllegalStateException("no calendar yet");
        }
        while (touchedCount > 0) {
            int index = touched[--touchedCount];
            isTouched[index] = false;
            put(windows[index]);
        }
        return current;
    }

    /** Who thinks up moves on the occupancy with every change so far. */
    Proposals proposals(Random random) {
        Occupancy current = occupancy();
        Proposals known = proposals;
        Climate now = climate;
        if (now == null) {
            throw new IllegalStateException("no calendar yet");
        }
        if (known == null) {
            known = new Proposals(current, random, now);
            proposals = known;
        }
        return known;
    }

    TaskWindow window(Job job) {
        return windows[job.index];
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        TaskWindow window = (TaskWindow) entity;
        int index = window.getIndex();
        if (!isTouched[index] && occupancy != null) {
            if (occupancy.placed(window.job())) {
                occupancy.remove(window.job());
            }
            isTouched[index] = true;
            touched[touchedCount++] = index;
        }
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        // the window is put back when the score is asked for
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        Occupancy current = occupancy();
        return HardMediumSoftLongScore.of(-current.hard(), -current.medium(), -current.soft());
    }

    private void put(TaskWindow window) {
        if (window.placed() && occupancy != null) {
            occupancy.place(window.job(), window.from(), window.getCrew());
        }
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        throw new UnsupportedOperationException("tasks do not come while the search runs");
    }

    @Override
    public void afterEntityAdded(Object entity) {
        throw new UnsupportedOperationException("tasks do not come while the search runs");
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        throw new UnsupportedOperationException("tasks do not go while the search runs");
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        throw new UnsupportedOperationException("tasks do not go while the search runs");
    }
}
