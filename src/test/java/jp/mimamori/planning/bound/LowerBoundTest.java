package jp.mimamori.planning.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.planning.timetable.Crews;
import jp.mimamori.planning.timetable.Layout;
import org.junit.jupiter.api.Test;

/** The bound must never be above what some plan costs, and must not be far below the best. */
class LowerBoundTest {

    private static final Path INSTANCES = Path.of("../shared/data/planning");

    private static LowerBound climbed(Problem problem, int tasks, long target, int rounds) {
        var layout = new Layout(problem);
        var bound = new LowerBound(layout, Arrays.stream(layout.jobs).limit(tasks).toList());
        bound.climb(() -> target, () -> bound.rounds() < rounds);
        return bound;
    }

    @Test
    void no_plan_of_a_small_problem_costs_less_than_its_bound_and_the_bound_is_near() {
        double shares = 0;
        int problems = 0;
        for (long seed = 0; seed < 24; seed++) {
            Problem problem = TinyProblem.of(seed);
            int tasks = problem.tasks().size();
            long cheapest = EveryPlan.cheapest(problem, tasks);
            while (cheapest == EveryPlan.NONE) {
                cheapest = EveryPlan.cheapest(problem, --tasks);
            }
            if (tasks < 2) {
                continue;
            }
            for (int rounds : new int[] {1, 2, 5, 20, 300}) {
                long proven = climbed(problem, tasks, cheapest, rounds).proven().orElseThrow();
                assertThat(proven).as("seed %d, %d tasks, %d rounds", seed, tasks, rounds).isLessThanOrEqualTo(cheapest);
                shares += rounds == 300 ? (double) proven / cheapest : 0;
            }
            problems++;
        }
        assertThat(problems).isGreaterThan(10);
        assertThat(shares / problems).isBetween(0.95, 1.0);
    }

    @Test
    void prices_found_for_more_tasks_prove_something_for_fewer() {
        for (long seed = 0; seed < 20; seed++) {
            Problem problem = TinyProblem.of(seed);
            int tasks = problem.tasks().size() - 1;
            long cheapest = EveryPlan.cheapest(problem, tasks);
            if (cheapest == EveryPlan.NONE || Arrays.stream(new Layout(problem).jobs).anyMatch(job -> job.starts.length == 0)) {
                continue;
            }
            LowerBound bound = climbed(problem, tasks + 1, 2 * cheapest, 100);
            bound.restrict(job -> job.index < tasks);
            assertThat(bound.isFor(job -> job.index < tasks)).isTrue();
            bound.climb(() -> cheapest, () -> bound.rounds() < 101);
            assertThat(bound.proven().orElseThrow()).as("seed %d", seed).isLessThanOrEqualTo(cheapest);
            bound.climb(() -> cheapest, () -> bound.rounds() < 300);
            assertThat(bound.proven().orElseThrow()).as("seed %d", seed).isBetween(cheapest / 2, cheapest);
        }
    }

    @Test
    void a_lone_task_is_bounded_by_its_own_cheapest_start_and_visit() {
        Problem problem = TinyProblem.of(3);
        for (int i = 0; i < problem.tasks().size(); i++) {
            Problem.PatchTask task = problem.tasks().get(i);
            if (task.after().isEmpty()) {
                Problem lone = problem.with(List.of(task));
                long cheapest = EveryPlan.cheapest(lone, 1);
                if (cheapest != EveryPlan.NONE) {
                    assertThat(climbed(lone, 1, cheapest, 50).proven().orElseThrow()).isEqualTo(cheapest);
                }
            }
        }
    }

    @Test
    void plans_found_for_random_problems_cost_no_less_than_the_bound_for_their_tasks() throws Exception {
        for (long seed = 300; seed < 320; seed++) {
            Problem problem = RandomProblem.of(seed, 25);
            Schedule schedule = new WindowPlanner().plan(problem, new Effort(600, seed, 150), now -> { });
            assertThat(schedule.bound()).isNotNull();
            assertThat(schedule.bound().soft()).as("seed %d", seed).isLessThanOrEqualTo(schedule.score().soft());
            var layout = new Layout(problem);
            var placed = schedule.assignments().stream().map(Schedule.Assignment::task).toList();
            var bound = new LowerBound(layout, Arrays.stream(layout.jobs).filter(job -> placed.contains(job.task.id())).toList());
            bound.climb(() -> schedule.score().soft(), () -> bound.rounds() < 400);
            assertThat(bound.proven().orElseThrow()).as("seed %d", seed).isLessThanOrEqualTo(schedule.score().soft());
        }
    }

    @Test
    void where_crews_are_a_sample_the_bound_still_holds_for_everyone() {
        // 80 × 79 pairs are more than the 5,000 that are looked at
        Problem problem = TinyProblem.crowd(80);
        var layout = new Layout(problem);
        assertThat(Crews.sampled(layout.jobs[0])).isTrue();
        long cheapest = ExactScore.of(problem, List.of(new ExactScore.Placement("T0", 0, List.of("P78", "P79")))).score().soft();
        assertThat(climbed(problem, 1, cheapest, 5).proven().orElseThrow()).isEqualTo(cheapest);
    }

    @Test
    void the_given_instances_are_bounded_close_to_the_best_plans_known() throws Exception {
        assumeTrue(Files.isDirectory(INSTANCES), "../shared/data/planning is missing: no given instances");
        assertThat(given("S-1-P", 400, 55_334)).isBetween(53_500L, 55_334L);
        assertThat(given("M-1-P", 300, 480_450)).isBetween(445_000L, 480_450L);
    }

    private static long given(String name, int rounds, long target) throws Exception {
        Problem problem = ProblemJson.read(INSTANCES.resolve(name + ".json"));
        return climbed(problem, problem.tasks().size(), target, rounds).proven().orElseThrow();
    }

    @Test
    void the_same_rounds_prove_the_same() {
        Problem problem = RandomProblem.of(11, 30);
        var layout = new Layout(problem);
        long[] twice = IntStream.range(0, 2).mapToLong(i -> {
            var bound = new LowerBound(layout, List.of(layout.movable));
            bound.climb(() -> 100_000, () -> bound.rounds() < 60);
            return bound.proven().orElseThrow();
        }).toArray();
        assertThat(twice[0]).isEqualTo(twice[1]);
    }
}
