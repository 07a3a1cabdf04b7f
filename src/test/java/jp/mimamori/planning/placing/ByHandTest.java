package jp.mimamori.planning.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.planning.timetable.Layout;
import org.junit.jupiter.api.Test;

/** Planning by hand: the weightiest first, each at the cheapest free hour, nothing moved again. */
class ByHandTest {

    private final SmallProblem small = new SmallProblem().device("D", null).device("E", null);

    private Schedule.ByHand byHand() {
        return ByHand.of(new Layout(small.build()));
    }

    @Test
    void the_weightier_task_takes_the_hour_both_want_though_listed_later() {
        small.blackouts.add(new Interval(0, 5));
        small.task("T", "D", 2, 0, 72, 1, List.of(), null, List.of(), null, false)
                .task("U", "D", 3, 0, 72, 9, List.of(), null, List.of(), null, false);
        Schedule.ByHand hand = byHand();
        assertThat(hand.unplaced()).isZero();
        // U ends at 8, T at 10
        assertThat(hand.score().parts().exposure()).isEqualTo(9 * 8 + 10);
    }

    @Test
    void what_is_weighty_blocks_what_has_no_other_hour_and_is_not_moved_for_it() {
        small.person("P", List.of("R"), new Interval(0, 4), new Interval(10, 14));
        small.task("T", "D", 4, 0, 72, 9, List.of("R"), null, List.of(), null, false)
                .task("U", "E", 4, 0, 72, 1, List.of("R"), null, List.of(), null, false)
                .task("V", "E", 4, 0, 72, 2, List.of("R"), null, List.of(), null, false);
        Schedule.ByHand hand = byHand();
        assertThat(hand.unplaced()).isEqualTo(1);
        assertThat(hand.score().medium()).as("U comes last").isEqualTo(1);
        assertThat(hand.score().hard()).isZero();
    }

    @Test
    void a_task_that_waits_comes_after_the_one_it_waits_for_whatever_it_weighs() {
        small.task("T", "D", 2, 0, 72, 1, List.of(), null, List.of(), null, false)
                .task("U", "E", 2, 0, 72, 9, List.of(), null, List.of("T"), null, false);
        Schedule.ByHand hand = byHand();
        assertThat(hand.unplaced()).isZero();
        assertThat(hand.score().parts().exposure()).isEqualTo(2 + 9 * 4);
    }

    @Test
    void on_random_problems_nothing_is_broken_and_the_search_does_at_least_as_well() throws Exception {
        for (long seed = 400; seed < 406; seed++) {
            Problem problem = RandomProblem.of(seed, 25);
            Schedule schedule = new WindowPlanner().plan(problem, new jp.mimamori.planning.Planner.Effort(600, 1, 300), now -> { });
            Schedule.ByHand hand = schedule.byHand();
            assertThat(hand).isNotNull();
            assertThat(hand.score().hard()).isZero();
            assertThat(schedule.score().medium()).as("seed %d", seed).isLessThanOrEqualTo(hand.score().medium());
            if (schedule.score().medium() == hand.score().medium()) {
                assertThat(schedule.score().soft()).as("seed %d", seed).isLessThanOrEqualTo(hand.score().soft());
            }
        }
    }
}
