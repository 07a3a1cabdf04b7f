package jp.mimamori.planning.solver;

import java.util.Arrays;
import java.util.List;
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
    @PlanningVariable(valueRangeProviderRefs = "starts", nullable = true)
    private @Nullable Integer start;
    @PlanningVariable(valueRangeProviderRefs = "crews", nullable = true)
    private @Nullable Crew crew;

    TaskWindow(Layout layout, Job job, @Nullable Integer start, @Nullable Crew crew) {
        this.layout = layout;
        this.index = job.index;
        this.job = job;
        this.start = start;
        this.crew = crew;
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

    public @Nullable Integer getStart() {
        return start;
    }

    public void setStart(@Nullable Integer start) {
        this.start = start;
    }

    public @Nullable Crew getCrew() {
        return crew;
    }

    public void setCrew(@Nullable Crew crew) {
        this.crew = crew;
    }

    Layout layout() {
        return layout;
    }

    Job job() {
        return job;
    }

    boolean placed() {
        return start != null;
    }

    /** The start of a task that has one. */
    int from() {
        Integer from = start;
        if (from == null) {
            throw new IllegalStateException("task " + job.task.id() + " has no window");
        }
        return from;
    }

    int to() {
        return from() + job.duration;
    }
}
