package jp.mimamori.planning.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.Happening.Kind;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Published;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Zone;
import jp.mimamori.planning.solver.WindowPlanner;
import org.junit.jupiter.api.Test;

/** The second answer: better by moving what may move, in its zone, and never worse. */
class ProposalTest extends PublishedPlan {

    @Test
    void the_proposal_moves_free_windows_where_that_pays_and_never_frozen_or_firm_ones() throws Exception {
        small.weights = new Problem.Weights(10, 4, 1, 60, 1500, 300, 5, 100);
        task("frozen", "A");
        task("firm", "B");
        task("free", "C");
        Replanned again = window("frozen", 13 * DAY, "P").window("firm", 27 * DAY, "P").window("free", 35 * DAY, "P").replan(400);
        assertThat(starts(again.first())).containsEntry("free", 35 * DAY);
        assertThat(starts(again.proposal())).containsEntry("frozen", 13 * DAY).containsEntry("firm", 27 * DAY);
        assertThat(starts(again.proposal()).get("free")).isLessThan(35 * DAY);
        assertThat(again.proposal().score().soft()).isLessThan(again.first().score().soft());
        assertThat(why(again.proposal(), "free")).contains("less than the published one");
    }

    @Test
    void a_visit_agreed_with_the_vendor_stands_one_step_firmer() throws Exception {
        small.weights = new Problem.Weights(10, 4, 1, 60, 1500, 300, 5, 100);
        task("free", "C");
        agreed.add("free");
        Replanned again = window("free", 35 * DAY, "P").replan(200);
        assertThat(starts(again.proposal())).containsEntry("free", 35 * DAY);
        assertThat(kept(again, "free")).startsWith("FIRM The visit has been agreed");
    }

    @Test
    void what_is_pinned_stays_even_where_the_horizon_is_free_and_is_told_when_it_became_impossible() throws Exception {
        task("a", "A");
        task("b", "B");
        Problem problem = small.build();
        window("a", 35 * DAY, "P").window("b", 36 * DAY, "Q");
        Revision revision = Revision.of(problem, new Published(plan(problem), Set.of(), null), MONDAY,
                List.of(new Happening(Kind.DEVICE_BOOKED, "B", 36 * DAY, 37 * DAY, null))).pinning(Set.of("a", "b"));
        Replanned again = checked(new WindowReplanner().replan(revision, new Effort(600, 1, 200), now -> { }));
        assertThat(starts(again.proposal())).containsEntry("a", 35 * DAY).doesNotContainKey("b");
        assertThat(why(again.proposal(), "b")).contains("Device B has been booked");
    }

    @Test
    void work_without_a_window_may_move_a_free_or_firm_one_but_never_a_frozen_one() throws Exception {
        for (int at : new int[] {10 * DAY, 20 * DAY, 35 * DAY}) {
            ProposalTest test = new ProposalTest();
            test.small.staff.clear();
            test.small.person("P", List.of("R"), new Interval(at, at + 2), new Interval(41 * DAY, 41 * DAY + 2));
            test.task("a", "A");
            PatchTask found = Plain.task("n", "B", 2, 0, at + 2, 200, List.of("R"), null, List.of(), null, false);
            // the one other hour is no use to the new work
            test.small.devices.removeIf(device -> device.id().equals("B"));
            test.small.device("B", null, new Interval(41 * DAY, 42 * DAY));
            Replanned again = test.window("a", at, "P").replan(200, found(found));
            assertThat(starts(again.first())).containsEntry("a", at).doesNotContainKey("n");
            if (Zone.FROZEN == again.revision().zones().of(at)) {
                assertThat(starts(again.proposal())).containsEntry("a", at).doesNotContainKey("n");
            } else {
                assertThat(starts(again.proposal())).containsEntry("n", at).containsEntry("a", 41 * DAY);
                assertThat(why(again.proposal(), "a")).contains("to make room for n");
            }
        }
    }

    @Test
    void unhurried_work_takes_no_hour_of_the_frozen_weeks_that_it_has_not_already() throws Exception {
        task("new", "A");
        task("urgent", "B");
        task("old", "C");
        Problem problem = small.build();
        window("old", 30, "P");
        Revision revision = Revision.of(problem, new Published(plan(problem), Set.of(), null), MONDAY, List.of())
                .hurrying(Set.of("urgent"));
        Replanned again = checked(new WindowReplanner().replan(revision, new Effort(600, 1, 200), now -> { }));
        assertThat(starts(again.proposal()).get("new")).isGreaterThanOrEqualTo(14 * DAY);
        assertThat(starts(again.proposal()).get("urgent")).isLessThan(14 * DAY);
        assertThat(starts(again.proposal())).containsEntry("old", 30);
    }

    @Test
    void at_random_the_proposal_is_never_worse_and_the_same_seed_and_steps_give_it_again() throws Exception {
        for (long seed = 40; seed < 46; seed++) {
            Problem problem = RandomProblem.of(seed, 25);
            Schedule plan = new WindowPlanner().plan(problem, new Effort(600, seed, 30), now -> { });
            Revision revision = Revision.of(problem, new Published(plan, Set.of(), null), MONDAY,
                    List.of(new Happening(Kind.VENDOR_CANCELS, "V1", 0, 168, null)));
            Replanned once = checked(new WindowReplanner().replan(revision, new Effort(600, 3, 200), now -> { }));
            Replanned again = new WindowReplanner().replan(revision, new Effort(600, 3, 200), now -> { });
            assertThat(again.proposal().assignments()).isEqualTo(once.proposal().assignments());
            assertThat(once.proposal().score().medium()).isLessThanOrEqualTo(once.first().score().medium());
            if (once.proposal().score().medium() == once.first().score().medium() && once.first().unassigned().isEmpty()) {
                assertThat(once.proposal().score().soft()).isLessThanOrEqualTo(once.first().score().soft());
            }
        }
    }
}
