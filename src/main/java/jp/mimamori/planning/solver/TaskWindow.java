package jp.mimamori.planning.solver;

import java.util.Arrays;
import java.util.List;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Stand;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** The window of one task, as OptaPlanner moves it: a start and a crew, or neither. */
@PlanningEntity
public final class TaskWindow {

    @PlanningId
    private final int index;
    private final Layout layout;
    private final Job job;
    /** Holds the start and the crew, which OptaPlanner reads and writes through this window. */
    private final Stand stand;

    TaskWindow(Layout layout, Job job, Stand stand) {
        this.layout = layout;
        this.index = job.index;
        this.job = job;
        this.stand = stand;
    }

    /** The starts the task may take as far as no other task is in the way. */
    @ValueRangeProvider(id = "starts")
    public List<Integer> getStarts() {
        return job.startList();
    }

    /** The people who may serve the task together. */
    @ValueRangeProvider(id = "crews")
    public List<Crew> getCrews() {
        return Arrays.asList(job.crews);
    }

    public int getIndex() {
        return index;
    }

    @PlanningVariable(valueRangeProviderRefs = "starts", nullable = true)
    public @Nullable Integer getStart() {
        return placed() ? (Integer) stand.starts[index] : null;
    }

    public void setStart(@Nullable Integer start) {
        stand.starts[index] = start == null ? Occupancy.NONE : start;
    }

    /** The same without boxes: {@link Occupancy#NONE} where it has none. */
    int start() {
        return stand.starts[index];
    }

    void start(int start) {
        stand.starts[index] = start;
    }

    @PlanningVariable(valueRangeProviderRefs = "crews", nullable = true)
    public @Nullable Crew getCrew() {
        return stand.crews[index];
    }

    public void setCrew(@Nullable Crew crew) {
        stand.crews[index] = crew;
    }

    Layout layout() {
        return layout;
    }

    Job job() {
        return job;
    }

    boolean placed() {
        return stand.starts[index] != Occupancy.NONE;
    }

    /** The start of a task that has one. */
    int from() {
        if (!placed()) {
            throw new IllegalStateException("task " + job.task.id() + " has no window");
        }
        return stand.starts[index];
    }

    int to() {
        return from() + job.duration;
    }
}
