package jp.mimamori.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Planner.Progress;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;
import jp.mimamori.planning.bound.LowerBound;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.json.ScheduleJson;
import jp.mimamori.planning.reasons.WhyHere;
import jp.mimamori.planning.replanning.WindowReplanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPlannerTest {

    private static final Interval ALWAYS = new Interval(0, 72);
    private static final Path INSTANCES = Path.of("../shared/data/planning");
    private final SmallProblem small = new SmallProblem().device("D", null).device("E", null);

    private static Schedule plan(Problem problem, int steps) throws InvalidProblemException {
        return new WindowPlanner().plan(problem, new Effort(600, 1, steps), progress -> { });
    }

    private Schedule plan() throws InvalidProblemException {
        return plan(small.build(), 300);
    }

    private static String reasons(Schedule schedule) {
        StringBuilder text = new StringBuilder();
        schedule.unassigned().forEach(u -> u.reasons().forEach(r -> text.append(r.constraint()).append(r.blockedBy())));
        return text.toString();
    }

    @Test
    void without_tasks_there_is_nothing_to_plan() throws Exception {
        Schedule schedule = plan();
        assertThat(schedule.feasible()).isTrue();
        assertThat(schedule.assignments()).isEmpty();
        assertThat(schedule.solver().stoppedBecause()).isEqualTo("nothing to plan");
    }

    @Test
    void a_lone_task_goes_to_its_cheapest_hour_and_the_search_knows_that_it_is_done() throws Exception {
        small.blackouts.add(new Interval(0, 5));
        small.task("T", "D", 2);
        Schedule schedule = plan();
        assertThat(schedule.assignments()).singleElement().satisfies(a -> assertThat(a.start()).isEqualTo(5));
        assertThat(schedule.solver().stoppedBecause()).isEqualTo("optimal");
    }

    @Test
    void random_problems_are_planned_without_breaking_anything_and_the_costs_told_add_up() throws Exception {
        for (long seed = 100; seed < 112; seed++) {
            Problem problem = RandomProblem.of(seed, 25);
            Schedule schedule = plan(problem, 200);
            ExactScore.Result exact = ExactScore.of(problem, schedule);
            assertThat(exact.broken()).isEmpty();
            assertThat(exact.score()).isEqualTo(schedule.score());
            assertThat(schedule.assignments().size() + schedule.unassigned().size()).isEqualTo(problem.tasks().size());
            long told = schedule.assignments().stream().flatMap(a -> a.why().stream()).mapToLong(Schedule.Why::soft).sum();
            assertThat(told).isEqualTo(schedule.score().soft());
            assertThat(schedule.unassigned()).allSatisfy(u -> assertThat(u.reasons()).isNotEmpty());
            if (schedule.bound() != null) {
                assertThat(schedule.bound().soft()).isLessThanOrEqualTo(schedule.score().soft());
            }
        }
    }

    @Test
    void same_seed_and_same_steps_give_the_same_plan() throws Exception {
        Problem problem = RandomProblem.of(7, 30);
        Schedule once = plan(problem, 400);
        Schedule again = plan(problem, 400);
        assertThat(again.assignments()).isEqualTo(once.assignments());
        assertThat(again.score()).isEqualTo(once.score());
    }

    @Test
    void without_any_time_the_first_plan_comes_back_valid_and_explained() throws Exception {
        Schedule schedule = new WindowPlanner().plan(RandomProblem.of(3, 40), new Effort(0.0001, 0, null), now -> { });
        assertThat(schedule.score().hard()).isZero();
        assertThat(schedule.assignments().size() + schedule.unassigned().size()).isEqualTo(RandomProblem.of(3, 40).tasks().size());
        assertThat(schedule.bound()).isNull();
    }

    @Test
    void two_tasks_of_one_visit_come_on_the_same_day() throws Exception {
        small.vendor("V", 2, 1, new Interval(8, 17), new Interval(32, 41));
        small.task("T", "D", 2, 0, 72, 3, List.of(), "V", List.of(), null, false)
                .task("U", "E", 2, 30, 72, 3, List.of(), "V", List.of(), null, false);
        Schedule schedule = plan();
        assertThat(schedule.assignments()).hasSize(2).allSatisfy(a -> assertThat(a.start()).isBetween(32, 39));
        assertThat(schedule.score().parts().visit()).isEqualTo(1500);
    }

    @Test
    void a_role_nobody_has_is_named_and_so_is_what_would_help() throws Exception {
        small.person("P", List.of("R"), ALWAYS).task("T", "D", 2, 0, 72, 3, List.of("R", "Z"), null, List.of(), null, false);
        Schedule schedule = plan();
        assertThat(schedule.score().medium()).isEqualTo(3);
        assertThat(reasons(schedule)).isEqualTo("skill[Z]");
        assertThat(schedule.unassigned().get(0).wouldHelp().get(0).in(Language.EN)).startsWith("With one Z borrowed for Mon 5 Jan 00:00–02:00: a window on");
    }

    @Test
    void a_task_longer_than_the_horizon_or_any_free_interval_says_so() throws Exception {
        small.device("B", null, new Interval(10, 12), new Interval(20, 71)).task("T", "B", 11).task("U", "D", 73);
        Schedule schedule = plan();
        assertThat(schedule.assignments()).isEmpty();
        assertThat(reasons(schedule)).contains("booking[B booking 20–71, B booking 10–12]").contains("horizon[]");
    }

    @Test
    void a_vendor_who_is_never_there_is_the_reason() throws Exception {
        small.vendor("V", 1, 5).task("T", "D", 2, 0, 72, 3, List.of(), "V", List.of(), null, false);
        Schedule schedule = plan();
        assertThat(reasons(schedule)).contains("vendor absent[V]");
        assertThat(said(schedule)).containsExactly("Vendor V never comes from the earliest start on.");
    }

    @Test
    void a_vendor_who_comes_too_short_is_told_from_one_who_never_comes_and_the_visit_to_ask_for_is_named() throws Exception {
        small.vendor("V", 1, 5, new Interval(30, 33)).task("T", "D", 4, 0, 72, 3, List.of(), "V", List.of(), null, false);
        Schedule schedule = plan();
        assertThat(said(schedule)).contains("Vendor V comes for at most 3 hours; the task takes 4.");
        assertThat(schedule.unassigned().get(0).wouldHelp().get(0).in(Language.EN)).startsWith("With vendor V coming on Mon 5 Jan ");
    }

    @Test
    void where_one_change_is_not_enough_those_that_together_are_get_named() throws Exception {
        small.vendor("V", 1, 5).task("T", "D", 2, 0, 72, 3, List.of("Z"), "V", List.of(), null, false);
        Schedule schedule = plan();
        assertThat(said(schedule)).contains("Nobody in the staff sheet of the site is Z.");
        assertThat(schedule.unassigned().get(0).wouldHelp()).isNotEmpty().allSatisfy(help -> assertThat(help.in(Language.EN))
                .contains("one Z borrowed", "vendor V coming"));
    }

    private static List<String> said(Schedule schedule) {
        return schedule.unassigned().get(0).reasons().stream().map(reason -> reason.text().in(Language.EN)).toList();
    }

    @Test
    void where_room_is_short_the_riskier_task_gets_it_and_the_other_learns_who_has_it() throws Exception {
        small.person("P", List.of("R"), new Interval(10, 12));
        small.task("T", "D", 2, 0, 72, 3, List.of("R"), null, List.of(), null, false)
                .task("U", "E", 2, 0, 72, 9, List.of("R"), null, List.of(), null, false);
        Schedule schedule = plan();
        assertThat(schedule.assignments()).singleElement().satisfies(a -> assertThat(a.task()).isEqualTo("U"));
        assertThat(reasons(schedule)).isEqualTo("staff busy[U]");
        assertThat(schedule.unassigned().get(0).wouldHelp()).extracting(help -> help.in(Language.EN))
                .contains("With one R borrowed for Mon 5 Jan 10:00–12:00: a window on Mon 5 Jan 10:00–12:00 (borrowed) (+76 points for the whole plan).",
                        "With a shift of P (R) longer by 2 hours (Mon 5 Jan 08:00–10:00): a window on Mon 5 Jan 08:00–10:00 (P) (+70 points for the whole plan).");
    }

    @Test
    void a_task_waiting_for_one_without_a_window_has_none_either() throws Exception {
        small.task("T", "D", 2, 0, 72, 3, List.of("Z"), null, List.of(), null, false)
                .task("U", "E", 2, 0, 72, 3, List.of(), null, List.of("T"), null, false);
        assertThat(reasons(plan())).contains("order[T]");
    }

    @Test
    void pinned_windows_stay_whatever_they_cost_and_whoever_else_wants_them() throws Exception {
        small.person("P", List.of("R"), ALWAYS);
        small.task("T", "D", 2, 0, 1, 1, List.of("R"), null, List.of(), 40, true)
                .task("U", "E", 72, 0, 72, 100, List.of("R"), null, List.of(), null, false);
        Schedule schedule = plan();
        assertThat(schedule.assignments()).singleElement().satisfies(a -> assertThat(a.start()).isEqualTo(40));
        assertThat(reasons(schedule)).contains("staff busy[T]");
    }

    @Test
    void a_pinned_window_that_became_impossible_is_left_out_with_its_reason() throws Exception {
        small.device("B", null, new Interval(40, 41)).task("T", "B", 2, 0, 72, 3, List.of(), null, List.of(), 40, true);
        Schedule schedule = plan();
        assertThat(reasons(schedule)).isEqualTo("booking[B booking 40–41]");
        assertThat(schedule.changes()).singleElement().satisfies(c -> assertThat(c.to()).isNull());
    }

    @Test
    void what_moved_against_the_published_plan_is_told_and_why() throws Exception {
        small.device("B", null, new Interval(30, 32))
                .task("T", "B", 2, 0, 72, 3, List.of(), null, List.of(), 31, false)
                .task("U", "D", 2, 0, 72, 3, List.of(), null, List.of(), 0, false).task("N", "E", 1);
        Schedule schedule = plan();
        assertThat(schedule.changes()).extracting(Schedule.Moved::task).containsExactly("T", "N");
        assertThat(schedule.changes().get(0).why().in(Language.EN)).contains("no longer possible", "B booking 30–32");
        assertThat(schedule.changes().get(1).from()).isNull();
    }

    @Test
    void a_contradictory_problem_is_refused() {
        small.task("T", "nowhere", 1);
        assertThatThrownBy(this::plan).isInstanceOf(InvalidProblemException.class);
    }

    @Test
    void progress_begins_with_the_first_plan_and_never_gets_worse() throws Exception {
        List<Progress> told = new ArrayList<>();
        new WindowPlanner().plan(RandomProblem.of(3, 40), new Effort(600, 1, 500), told::add);
        assertThat(told).isNotEmpty().allSatisfy(p -> assertThat(p.hard()).isZero());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).medium()).isLessThanOrEqualTo(told.get(i - 1).medium());
        }
    }

    @Test
    void ten_thousand_tasks_nobody_can_do_end_at_once() throws Exception {
        IntStream.range(0, 10_000).forEach(
                i -> small.task("T" + i, "D", 2, 0, 72, 1, List.of("Z"), null, List.of(), null, false));
        Schedule schedule = plan();
        assertThat(schedule.unassigned()).hasSize(10_000);
        assertThat(schedule.score().medium()).isEqualTo(10_000);
    }

    @Test
    void every_sentence_is_told_in_both_languages() {
        Stream.of(LowerBound.class, WhyHere.class, WindowReplanner.class).map(Wording::of)
                .forEach(words -> assertThat(words.keys(Language.JA)).isEqualTo(words.keys(Language.EN)));
    }

    @Test
    void every_task_of_the_small_instance_is_placed_and_the_independent_scorer_agrees(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(INSTANCES.resolve("S-1-P.json")), "the planning instances are not here");
        Schedule schedule = plan(ProblemJson.read(INSTANCES.resolve("S-1-P.json")), 3000);
        assertThat(schedule.unassigned()).isEmpty();
        assertThat(schedule.score().soft()).isBetween(54_409L, 58_000L);
        Path file = folder.resolve("schedule.json");
        try (var out = Files.newOutputStream(file)) {
            ScheduleJson.write(schedule, Language.JA, out);
        }
        assumeTrue(Files.exists(Path.of("/usr/bin/python3")), "python3 is not here");
        Process scorer = new ProcessBuilder("/usr/bin/python3", INSTANCES.resolve("score_schedule.py").toString(),
                INSTANCES.resolve("S-1-P.json").toString(), file.toString()).redirectErrorStream(true).start();
        String said = new String(scorer.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(scorer.waitFor()).as(said).isZero();
        assertThat(said).startsWith("hard=0 medium=0 (unassigned 0) soft=" + schedule.score().soft() + " ");
    }
}
