package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** All windows together: what OptaPlanner calls the solution. */
@PlanningSolution(solutionCloner = PatchCalendar.Cloner.class)
public final class PatchCalendar {

    private final Layout layout;
    private final Climate climate;
    @PlanningEntityCollectionProperty
    private final List<TaskWindow> windows;
    /** What the streams weigh windows by. */
    @ProblemFactCollectionProperty
    private final List<Order> orders;
    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    private PatchCalendar(Layout layout, Climate climate, List<TaskWindow> windows, List<Order> orders) {
        this.layout = layout;
        this.climate = climate;
        this.windows = windows;
        this.orders = orders;
    }

    /** {@code before} must have ended when {@code after} starts; both are indexes of tasks. */
    record Order(int before, int after) {
    }

    /** The windows as they stand in {@code occupancy}. */
    static PatchCalendar of(Occupancy occupancy) {
        Layout layout = occupancy.layout;
        List<TaskWindow> windows = new ArrayList<>(layout.jobs.length);
        List<Order> orders = new ArrayList<>();
        for (Job job : layout.jobs) {
            boolean placed = occupancy.placed(job);
            windows.add(new TaskWindow(layout, job, placed ? (Integer) occupancy.start(job) : null, occupancy.crew(job)));
            for (int before : job.before) {
                orders.add(new Order(before, job.index));
            }
        }
        return new PatchCalendar(layout, new Climate(), windows, orders);
    }

    Layout layout() {
        return layout;
    }

    Climate climate() {
        return climate;
    }

    public List<TaskWindow> getWindows() {
        return windows;
    }

    public List<Order> getOrders() {
        return orders;
    }

    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }

    /** Copies the windows and shares the rest; every new best plan is copied, so this must be quick. */
    public static final class Cloner implements SolutionCloner<PatchCalendar> {

        @Override
        public PatchCalendar cloneSolution(PatchCalendar original) {
            List<TaskWindow> copies = new ArrayList<>(original.windows.size());
            for (TaskWindow window : original.windows) {
                copies.add(new TaskWindow(window.layout(), window.job(), window.getStart(), window.getCrew()));
            }
            var copy = new PatchCalendar(original.layout, original.climate, copies, original.orders);
            copy.score = original.score;
            return copy;
        }
    }
}
