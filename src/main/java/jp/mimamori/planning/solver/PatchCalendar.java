package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Part;
import jp.mimamori.planning.timetable.Stand;
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
    private final Part part;
    private final Climate climate;
    private final Stand stand;
    /** What the streams weigh windows by. */
    @ProblemFactCollectionProperty
    private final List<Order> orders;
    /** Made when somebody asks: of the many plans that are copied because they are the best so far, nobody does. */
    private @Nullable List<TaskWindow> windows;
    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    private PatchCalendar(Layout layout, Part part, Climate climate, Stand stand, List<Order> orders) {
        this.layout = layout;
        this.part = part;
        this.climate = climate;
        this.stand = stand;
        this.orders = orders;
    }

    /** {@code before} must have ended when {@code after} starts; both are indexes of tasks. */
    record Order(int before, int after) {
    }

    /** Where {@code stand} has the tasks, for a search with {@code part} of them. */
    static PatchCalendar of(Layout layout, Part part, Climate climate, Stand stand) {
        List<Order> orders = new ArrayList<>();
        for (Job job : layout.jobs) {
            for (int before : job.before) {
                orders.add(new Order(before, job.index));
            }
        }
        return new PatchCalendar(layout, part, climate, stand.copy(), orders);
    }

    Layout layout() {
        return layout;
    }

    Part part() {
        return part;
    }

    Climate climate() {
        return climate;
    }

    Stand stand() {
        return stand;
    }

    @PlanningEntityCollectionProperty
    public List<TaskWindow> getWindows() {
        if (windows == null) {
            windows = Arrays.stream(layout.jobs).map(job -> new TaskWindow(layout, job, stand)).toList();
        }
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

    /** Copies where the tasks stand and shares the rest; every new best plan is copied, so this must be quick. */
    public static final class Cloner implements SolutionCloner<PatchCalendar> {

        @Override
        public PatchCalendar cloneSolution(PatchCalendar original) {
            var copy = new PatchCalendar(original.layout, original.part, original.climate, original.stand.copy(),
                    original.orders);
            copy.score = original.score;
            return copy;
        }
    }
}
