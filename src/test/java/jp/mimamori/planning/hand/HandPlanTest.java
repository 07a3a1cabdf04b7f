package jp.mimamori.planning.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;
import jp.mimamori.planning.solver.WindowPlanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a move by hand is said to mean is what an independent count says, and no rule is ever broken. */
class HandPlanTest {

    private static final Interval ALWAYS = new Interval(0, 72);

    private static HandPlan planned(Problem problem) throws Exception {
        Schedule schedule = new WindowPlanner().plan(problem, new Effort(600, 1, 60), now -> { });
        return new HandPlan(problem, schedule.assignments().stream().map(a -> new Placement(a.task(), a.start(), a.staff())).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_move_costs_what_counting_the_whole_plan_again_says_and_nothing_refused_was_possible(long seed) throws Exception {
        Problem problem = seed % 2 == 0 ? RandomProblem.of(seed, 14) : RandomProblem.further(seed, 14);
        HandPlan hand = planned(problem);
        Random random = new Random(seed);
        Map<String, Placement> windows = new HashMap<>();
        hand.placements().forEach(window -> windows.put(window.task(), window));
        int made = 0;
        for (int i = 0; i < 400; i++) {
            PatchTask task = problem.tasks().get(random.nextInt(problem.tasks().size()));
            int start = random.nextInt(problem.grains() + 4) - 2;
            Look look = hand.look(task.id(), start);
            assertThat(look.before()).isEqualTo(ExactScore.of(problem, List.copyOf(windows.values())).score());
            assertThat(hand.window(task.id())).as("a look changes nothing").isEqualTo(windows.get(task.id()));
            Map<String, Placement> then = new HashMap<>(windows);
            then.put(task.id(), look.to());
            if (look.isRefused()) {
                assertThat(look.against()).isNotEmpty();
                assertThat(possible(problem, task, start, then)).as("%s at %s: %s", task, start, look.against()).isFalse();
                for (Placement near : look.nearest()) {
                    then.put(task.id(), near);
                    assertThat(ExactScore.of(problem, List.copyOf(then.values())).broken()).isEmpty();
                }
                assertThatThrownBy(() -> hand.move(task.id(), start)).isInstanceOf(RefusedMoveException.class);
                assertThat(hand.placements()).containsExactlyInAnyOrderElementsOf(windows.values());
                continue;
            }
            ExactScore.Result exact = ExactScore.of(problem, List.copyOf(then.values()));
            assertThat(exact.broken()).isEmpty();
            assertThat(look.after()).isEqualTo(exact.score());
            assertThat(look.parts().stream().mapToLong(Schedule.Why::soft).sum())
                    .isEqualTo(look.parts().isEmpty() ? 0 : exact.score().soft() - look.before().soft());
            if (random.nextInt(3) == 0) {
                hand.move(task.id(), start);
                windows.put(task.id(), look.to());
                made++;
            }
        }
        assertThat(made).isPositive();
        assertThat(hand.schedule(null).score()).isEqualTo(ExactScore.of(problem, List.copyOf(windows.values())).score());
    }

    /** Whether any people at all could serve {@code task} at {@code start}. */
    private static boolean possible(Problem problem, PatchTask task, int start, Map<String, Placement> others) {
        List<List<String>> crews = List.of(List.of());
        for (int role = 0; role < task.roles().size(); role++) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> crew : crews) {
                problem.staff().forEach(person -> longer.add(Stream.concat(crew.stream(), Stream.of(person.id())).toList()));
            }
            crews = longer;
        }
        for (List<String> crew : crews) {
            others.put(task.id(), new Placement(task.id(), start, crew));
            if (new HashSet<>(crew).size() == crew.size() && ExactScore.of(problem, List.copyOf(others.values())).broken().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whoever_is_busy_is_replaced_and_where_nobody_is_left_the_work_that_holds_them_is_named() throws Exception {
        Problem problem = new SmallProblem().device("A", null).device("B", null).device("C", null)
                .person("P", List.of("R"), ALWAYS).person("Q", List.of("R"), ALWAYS)
                .task("a", "A", 2, 0, 72, 3, List.of("R"), null, List.of(), null, false)
                .task("b", "B", 2, 0, 72, 3, List.of("R"), null, List.of(), null, false)
                .task("c", "C", 2, 0, 72, 3, List.of("R"), null, List.of(), null, false).build();
        HandPlan hand = new HandPlan(problem, List.of(new Placement("a", 0, List.of("P")), new Placement("b", 10, List.of("P")),
                new Placement("c", 20, List.of("Q"))));
        assertThat(hand.move("a", 10).to().staff()).containsExactly("Q");
        Look look = hand.look("c", 10);
        assertThat(look.isRefused()).isTrue();
        assertThat(look.against()).singleElement().satisfies(one -> {
            assertThat(one.constraint()).isEqualTo("staff busy");
            assertThat(one.blockedBy()).containsExactly("a", "b");
            assertThat(one.text().in(Language.EN)).contains("Everybody who could do it (R)").contains("a (Mon 5 Jan 10:00–12:00)");
        });
        assertThat(look.nearest()).extracting(Placement::start).containsExactly(8, 12);
    }

    @Test
    void a_booking_is_told_with_its_hours_and_the_place_beside_it_is_offered() throws Exception {
        Problem problem = new SmallProblem().device("A", null, new Interval(8, 12)).task("a", "A", 2).build();
        HandPlan hand = new HandPlan(problem, List.of());
        assertThat(hand.homeless()).containsExactly("a");
        Look look = hand.look("a", 9);
        assertThat(look.against().get(0).text().in(Language.JA)).isEqualTo("Aに予約・輪番などがあります：1月5日(月) 08:00–12:00。");
        assertThat(look.nearest()).extracting(Placement::start).containsExactly(6, 12);
        assertThat(hand.move("a", 12).after().medium()).isZero();
        assertThat(hand.explained("a").alternatives()).isNotEmpty();
    }

    @Test
    void work_that_others_wait_for_cannot_lose_its_window() throws Exception {
        Problem problem = new SmallProblem().device("A", null).device("B", null).task("a", "A", 2)
                .task("b", "B", 2, 0, 72, 3, List.of(), null, List.of("a"), null, false).build();
        HandPlan hand = new HandPlan(problem, List.of(new Placement("a", 0, List.of()), new Placement("b", 4, List.of())));
        assertThatThrownBy(() -> hand.put("a", null)).isInstanceOfSatisfying(RefusedMoveException.class,
                e -> assertThat(e.against().get(0).blockedBy()).containsExactly("b"));
        assertThatThrownBy(() -> hand.move("a", 3)).isInstanceOfSatisfying(RefusedMoveException.class,
                e -> assertThat(e.against().get(0).text().in(Language.EN)).contains("order").contains("b"));
        hand.put("b", null);
        hand.put("a", null);
        assertThat(hand.placements()).isEmpty();
    }

    @Test
    void windows_that_are_no_plan_are_not_taken() {
        Problem problem = new SmallProblem().device("A", null).task("a", "A", 2).task("b", "A", 2).build();
        assertThatThrownBy(() -> new HandPlan(problem, List.of(new Placement("a", 0, List.of()), new Placement("b", 1, List.of()))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("deviceTwice");
    }
}
