package jp.mimamori.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.placing.Greedy;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Part;
import jp.mimamori.planning.timetable.Stand;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;

/** Three ways to count the score, which must never differ: exact, incremental, and as constraint streams. */
class ScoresAgreeTest {

    private static final Supplier<Climate> CLIMATE = () -> new Climate(Pace.steps(60, 0, 1), () -> false, 500, 10, 1);

    private static final SolutionManager<PatchCalendar, HardMediumSoftLongScore> STREAMS =
            SolutionManager.create(SolverFactory.<PatchCalendar>create(new SolverConfig()
                    .withSolutionClass(PatchCalendar.class).withEntityClasses(TaskWindow.class)
                    .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                            .withConstraintProviderClass(WindowConstraints.class))
                    .withPhases(new org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig())
                    .withTerminationSpentLimit(java.time.Duration.ofSeconds(1))));

    private final java.util.Set<String> broken = new java.util.TreeSet<>();

    @Test
    void after_any_change_of_any_window_all_three_agree() {
        for (long seed = 0; seed < 25; seed++) {
            agree(seed, RandomProblem.of(seed, 20));
        }
    }

    @Test
    void so_they_do_with_all_further_terms() {
        for (long seed = 0; seed < 60; seed++) {
            agree(seed, RandomProblem.further(seed, 20));
        }
        assertThat(broken).as("each of them was broken at some time")
                .contains("duty", "gap", "soak", "lead", "nights", "rest", "inspection", "avoid", "spread");
    }

    private void agree(long seed, Problem problem) {
        Random random = new Random(seed);
        PatchCalendar calendar = calendar(new Occupancy(new Layout(problem)), CLIMATE.get());
        var incremental = new OccupancyScore();
        incremental.resetWorkingSolution(calendar);
        for (int i = 0; i < 60; i++) {
            change(incremental, calendar.getWindows().get(random.nextInt(20)), random, problem.grains());
            HardMediumSoftLongScore counted = incremental.calculateScore();
            assertThat(counted).isEqualTo(exact(problem, calendar));
            if (i % 20 == 19) {
                assertThat(STREAMS.update(calendar)).isEqualTo(counted);
            }
        }
    }

    @Test
    void optaplanner_finds_no_corruption_while_it_searches_and_checks_every_step_against_the_streams() {
        for (long seed = 0; seed < 4; seed++) {
            search(seed, RandomProblem.of(seed, 15));
            search(seed, RandomProblem.further(seed, 15));
        }
    }

    private void search(long seed, Problem problem) {
        Layout layout = new Layout(problem);
        Occupancy first = Greedy.plan(layout, seed);
        Climate climate = CLIMATE.get();
        SolverConfig config = Annealing.config(climate, seed).withEnvironmentMode(EnvironmentMode.FULL_ASSERT);
        config.getScoreDirectorFactoryConfig().setAssertionScoreDirectorFactory(
                new ScoreDirectorFactoryConfig().withConstraintProviderClass(WindowConstraints.class));
        PatchCalendar best = SolverFactory.<PatchCalendar>create(config).buildSolver().solve(calendar(first, climate));
        assertThat(best.getScore()).isNotNull();
        assertThat(best.getScore().hardScore()).isZero();
        assertThat(best.getScore()).isGreaterThanOrEqualTo(
                HardMediumSoftLongScore.of(-first.hard(), -first.medium(), -first.soft()));
        assertThat(exact(problem, best)).isEqualTo(best.getScore());
    }

    private static PatchCalendar calendar(Occupancy occupancy, Climate climate) {
        return PatchCalendar.of(occupancy.layout, Part.whole(occupancy.layout), climate, Stand.of(occupancy));
    }

    /** Any start inside the horizon and any people of the right skill, sensible or not. */
    private static void change(OccupancyScore score, TaskWindow window, Random random, int grains) {
        boolean gone = random.nextInt(6) == 0;
        Crew[] crews = window.job().crews;
        score.beforeVariableChanged(window, "start");
        window.setStart(gone ? null : (Integer) random.nextInt(grains - window.job().duration + 1));
        score.afterVariableChanged(window, "start");
        score.beforeVariableChanged(window, "crew");
        window.setCrew(gone || crews.length == 0 || random.nextInt(10) == 0 ? null : crews[random.nextInt(crews.length)]);
        score.afterVariableChanged(window, "crew");
    }

    private HardMediumSoftLongScore exact(Problem problem, PatchCalendar calendar) {
        List<ExactScore.Placement> placements = new ArrayList<>();
        for (TaskWindow window : calendar.getWindows()) {
            if (window.placed()) {
                List<String> staff = new ArrayList<>();
                Crew crew = window.getCrew();
                for (int role = 0; crew != null && role < crew.size(); role++) {
                    staff.add(problem.staff().get(crew.person(role)).id());
                }
                placements.add(new ExactScore.Placement(window.job().task.id(), window.from(), staff));
            }
        }
        ExactScore.Result result = ExactScore.of(problem, placements);
        var score = result.score();
        broken.addAll(result.broken().keySet());
        java.util.Map.of("inspection", score.parts().inspection(), "avoid", score.parts().avoid(), "spread",
                score.parts().spread()).forEach((part, cost) -> broken.addAll(cost > 0 ? List.of(part) : List.of()));
        return HardMediumSoftLongScore.of(-score.hard(), -score.medium(), -score.soft());
    }
}
