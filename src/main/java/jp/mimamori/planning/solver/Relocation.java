package jp.mimamori.planning.solver;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import jp.mimamori.planning.placing.Draft;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Gives some tasks new windows at once; {@link Occupancy#NONE} as a start takes a task out of the plan. Without tasks it changes nothing. */
final class Relocation extends AbstractMove<PatchCalendar> {

    private static final String START = "start";
    private static final String CREW = "crew";

    private final TaskWindow[] windows;
    private final int[] starts;
    private final @Nullable Crew[] crews;

    Relocation(TaskWindow[] windows, int[] starts, @Nullable Crew[] crews) {
        this.windows = windows;
        this.starts = starts;
        this.crews = crews;
    }

    static Relocation nothing() {
        return new Relocation(new TaskWindow[0], new int[0], new Crew[0]);
    }

    /** Takes the changes of {@code draft} back and returns the move that makes them. */
    static Relocation of(Draft draft, OccupancyScore score) {
        TaskWindow[] windows = new TaskWindow[draft.changed()];
        int[] to = new int[windows.length];
        Crew[] serving = new Crew[windows.length];
        for (int i = 0; i < windows.length; i++) {
            Job job = draft.changed(i);
            windows[i] = score.window(job);
            to[i] = draft.occupancy.start(job);
            serving[i] = draft.occupancy.crew(job);
        }
        draft.rollBack();
        return new Relocation(windows, to, serving);
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<PatchCalendar> director) {
        return true;
    }

    @Override
    protected Relocation createUndoMove(ScoreDirector<PatchCalendar> director) {
        int[] from = new int[windows.length];
        Crew[] served = new Crew[windows.length];
        for (int i = 0; i < windows.length; i++) {
            from[i] = windows[i].start();
            served[i] = windows[i].getCrew();
        }
        return new Relocation(windows, from, served);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<PatchCalendar> director) {
        for (int i = 0; i < windows.length; i++) {
            TaskWindow window = windows[i];
            director.beforeVariableChanged(window, START);
            window.start(starts[i]);
            director.afterVariableChanged(window, START);
            if (window.getCrew() != crews[i]) {
                director.beforeVariableChanged(window, CREW);
                window.setCrew(crews[i]);
                director.afterVariableChanged(window, CREW);
            }
        }
    }

    @Override
    public Relocation rebase(ScoreDirector<PatchCalendar> director) {
        TaskWindow[] there = Arrays.stream(windows).map(director::lookUpWorkingObject).toArray(TaskWindow[]::new);
        return new Relocation(there, starts, crews);
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of(windows);
    }

    @Override
    public Collection<?> getPlanningValues() {
        return Arrays.stream(starts).mapToObj(start -> start == Occupancy.NONE ? null : start).toList();
    }
}
