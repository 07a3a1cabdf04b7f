package jp.mimamori.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.solver.WindowPlanner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A window moves only where the draft forces it to. */
class ReplanTest {

    private static final Planner.Effort EFFORT = new Planner.Effort(30, 0, 400);
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 9, 14, 0, 0);

    private final List<Problem> asked = new ArrayList<>();

    @Test
    void the_same_work_keeps_the_published_plan_without_another_search() throws Exception {
        Problem today = problem(task("a", 48), task("b", 72));
        Schedule plan = new WindowPlanner().plan(today, EFFORT, now -> { });
        assertThat(replan(today, plan, problem(task("a", 48), task("b", 72)))).isSameAs(plan);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_later_deadline_or_another_weight_moves_nothing_not_even_people() throws Exception {
        Problem today = problem(task("a", 48), task("b", 72), task("c", 96));
        Schedule plan = new WindowPlanner().plan(today, EFFORT, now -> { });
        Schedule again = replan(today, plan, problem(task("a", 96), heavy("b", 72), task("c", 96)));
        assertThat(windows(again)).isEqualTo(windows(plan));
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_window_that_would_miss_a_nearer_deadline_is_free_to_move_and_the_others_stay() throws Exception {
        Problem today = problem(task("a", 100), task("b", 100));
        Schedule plan = published(today, "a", 60, "b", 33);
        Schedule again = replan(today, plan, problem(task("a", 48), task("b", 100)));
        assertThat(asked.get(0).tasks()).extracting(task -> task.id() + " " + task.pinned()).containsExactly("a false", "b true");
        assertThat(start(again, "b")).isEqualTo(33);
        assertThat(start(again, "a")).isNotNull().isLessThanOrEqualTo(46);
    }

    @Test
    void a_window_that_ends_exactly_at_the_nearer_deadline_stays() throws Exception {
        Problem today = problem(task("a", 100));
        Schedule again = replan(today, published(today, "a", 60, null, 0), problem(task("a", 62)));
        assertThat(start(again, "a")).isEqualTo(60);
        assertThat(asked.get(0).tasks().get(0).pinned()).isTrue();
    }

    @Test
    void work_that_is_gone_leaves_its_window_and_new_work_is_placed_around_the_rest() throws Exception {
        Problem today = problem(task("a", 100), task("b", 100));
        Schedule again = replan(today, published(today, "a", 9, "b", 33), problem(task("b", 100), task("n", 100)));
        assertThat(again.assignments()).extracting(Schedule.Assignment::task).containsExactlyInAnyOrder("b", "n");
        assertThat(start(again, "b")).isEqualTo(33);
    }

    @Test
    void what_stays_moves_only_where_work_would_have_no_window_otherwise() throws Exception {
        // one person, one short day: the old window in the middle leaves no room for the new task beside it
        Problem today = shortDay(task("a", 30));
        Schedule plan = published(today, "a", 10, null, 0);
        Schedule again = replan(today, plan, shortDay(task("a", 30), task("n", 30)));
        assertThat(again.unassigned()).isEmpty();
        assertThat(start(again, "a")).isNotEqualTo(10);
        assertThat(asked).hasSize(2);
    }

    private Schedule replan(Problem today, Schedule plan, Problem draft) {
        Planner watched = new Planner() {
            @Override
            public Schedule plan(Problem problem, Effort effort, Consumer<Progress> progress) throws InvalidProblemException {
                asked.add(problem);
                return new WindowPlanner().plan(problem, effort, progress);
            }
        };
        return new Replan(today, plan).of(draft, watched, EFFORT, now -> { });
    }

    private static List<String> windows(Schedule schedule) {
        return schedule.assignments().stream().map(a -> a.task() + " " + a.start() + " " + a.staff()).sorted().toList();
    }

    private static @Nullable Integer start(Schedule schedule, String task) {
        return schedule.assignments().stream().filter(a -> a.task().equals(task)).map(Schedule.Assignment::start).findFirst()
                .orElse(null);
    }

    private static Schedule published(Problem problem, String first, int start, @Nullable String second, int other) {
        List<Schedule.Assignment> windows = new ArrayList<>();
        windows.add(window(problem, first, start));
        if (second != null) {
            windows.add(window(problem, second, other));
        }
        var parts = new Schedule.Parts(0, 0, 0, 0, 0, 0);
        return new Schedule(problem.id(), true, new Schedule.Score(0, 0, 0, parts), null, windows, List.of(), List.of(),
                new Schedule.Run(0, 0, "optimal"));
    }

    private static Schedule.Assignment window(Problem problem, String task, int start) {
        return new Schedule.Assignment(task, start, start + 2, problem.time(start), problem.time(start + 2), List.of("山田"), List.of());
    }

    private static PatchTask task(String id, int due) {
        return Plain.task(id, "d-" + id, 2, 0, due, 10, List.of("ME"), null, List.of(), null, false);
    }

    private static PatchTask heavy(String id, int due) {
        return Plain.task(id, "d-" + id, 2, 0, due, 400, List.of("ME"), null, List.of(), null, false);
    }

    private static Problem problem(PatchTask... tasks) {
        return problem(List.of(Plain.staff("山田", "本院", List.of("ME"), List.of(new Interval(0, 168))),
                Plain.staff("鈴木", "本院", List.of("ME"), List.of(new Interval(0, 168)))), tasks);
    }

    private static Problem shortDay(PatchTask... tasks) {
        return problem(List.of(Plain.staff("山田", "本院", List.of("ME"), List.of(new Interval(9, 13)))), tasks);
    }

    private static Problem problem(List<Problem.Staff> staff, PatchTask... tasks) {
        List<Problem.PlannedDevice> devices = new ArrayList<>();
        for (PatchTask task : tasks) {
            devices.add(Plain.device(task.device(), "本院", null, 1, new int[168], List.of()));
        }
        return Plain.problem("p", MONDAY, ZoneId.of("Asia/Tokyo"), 60, 168, Problem.Weights.DEFAULT, List.of(),
                List.of(new Problem.Site("本院", List.of())), List.of(), devices, staff, List.of(), List.of(tasks));
    }
}
