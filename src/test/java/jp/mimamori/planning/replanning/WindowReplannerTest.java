package jp.mimamori.planning.replanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Happening.Kind;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Published;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;
import jp.mimamori.planning.solver.WindowPlanner;
import org.junit.jupiter.api.Test;

/** What people already agreed to moves only where it must, and the reason names what happened. */
class WindowReplannerTest extends PublishedPlan {

    @Test
    void where_nothing_happened_the_first_answer_is_the_published_plan_with_its_people() throws Exception {
        task("a", "A");
        task("b", "B");
        Replanned again = window("a", 100, "P").window("b", 500, "Q").replan(0);
        assertThat(starts(again.first())).containsExactlyInAnyOrderEntriesOf(Map.of("a", 100, "b", 500));
        assertThat(again.first().assignments()).extracting(Schedule.Assignment::staff).containsExactly(List.of("P"), List.of("Q"));
        assertThat(again.first().changes()).isEmpty();
        assertThat(again.second()).isNull();
        assertThat(kept(again, "a")).startsWith("FROZEN Published windows of the next two weeks");
        assertThat(kept(again, "b")).startsWith("FIRM Windows of weeks 3 and 4");
    }

    @Test
    void a_vendor_who_cancels_a_day_moves_the_work_of_that_day_only() throws Exception {
        small.vendor("V", 1, 9, new Interval(5 * DAY, 5 * DAY + 12), new Interval(9 * DAY, 9 * DAY + 12));
        small.task("a", "A", 2, 0, 6 * WEEK, 3, List.of("R"), "V", List.of(), null, false);
        small.task("b", "B", 2, 0, 6 * WEEK, 3, List.of("R"), "V", List.of(), null, false);
        task("c", "C");
        Replanned again = window("a", 5 * DAY + 2, "P").window("b", 9 * DAY, "P").window("c", 5 * DAY + 2, "Q")
                .replan(0, new Happening(Kind.VENDOR_CANCELS, "V", 5 * DAY, 6 * DAY, null));
        assertThat(starts(again.first())).containsEntry("b", 9 * DAY).containsEntry("c", 5 * DAY + 2);
        assertThat(starts(again.first()).get("a")).isBetween(9 * DAY + 2, 9 * DAY + 10);
        assertThat(why(again.first(), "a")).contains("Vendor V cannot come from 2026-01-10 00:00 to 2026-01-11 00:00");
        assertThat(again.first().changes()).hasSize(1);
    }

    @Test
    void an_emergency_booking_moves_the_work_it_overlaps_and_a_booking_beside_it_moves_nothing() throws Exception {
        task("a", "A");
        task("b", "B");
        Replanned again = window("a", 100, "P").window("b", 100, "Q").replan(0,
                new Happening(Kind.DEVICE_BOOKED, "A", 101, 104, null), new Happening(Kind.DEVICE_BOOKED, "B", 102, 104, null));
        assertThat(starts(again.first())).containsEntry("b", 100);
        assertThat(starts(again.first()).get("a")).isNotEqualTo(100);
        assertThat(why(again.first(), "a")).contains("Device A has been booked from 2026-01-09 05:00");
        assertThat(why(again.first(), "b")).isEmpty();
    }

    @Test
    void a_device_out_of_order_keeps_the_only_other_one_of_its_group_in_service() throws Exception {
        small.group("G", 1).device("X", "G").device("Y", "G");
        task("x", "X");
        task("y", "Y");
        task("a", "A");
        Replanned again = window("x", 50, "P").window("y", 60, "P").window("a", 60, "Q")
                .replan(0, new Happening(Kind.DEVICE_DOWN, "X", 48, 5 * DAY, null));
        assertThat(starts(again.first()).get("x")).isNotEqualTo(50);
        assertThat(starts(again.first()).get("y")).matches(start -> start + 2 <= 48 || start >= 5 * DAY);
        assertThat(starts(again.first())).containsEntry("a", 60);
        assertThat(why(again.first(), "y")).contains("Device X is out of order");
    }

    @Test
    void where_two_of_a_group_may_be_out_a_broken_one_takes_one_of_the_two_places() throws Exception {
        small.group("G", 2).device("X", "G").device("Y", "G").device("Z", "G");
        task("y", "Y");
        task("z", "Z");
        Replanned again = window("y", 60, "P").window("z", 60, "Q").replan(0, new Happening(Kind.DEVICE_DOWN, "X", 48, 200, null));
        assertThat(again.first().changes()).hasSize(1);
        assertThat(again.first().unassigned()).isEmpty();
    }

    @Test
    void a_new_immediate_finding_takes_free_hours_of_the_frozen_weeks_and_moves_nothing() throws Exception {
        task("a", "A");
        PatchTask found = Plain.task("n", "B", 2, 30, 60, 200, List.of("R"), null, List.of(), null, false);
        Replanned again = window("a", 40, "P").replan(0, found(found));
        assertThat(starts(again.first())).containsEntry("a", 40).containsEntry("n", 30);
        assertThat(why(again.first(), "n")).contains("came up after the plan was published");
    }

    @Test
    void a_delayed_patch_moves_its_task_and_what_waits_for_it_but_nothing_else() throws Exception {
        task("a", "A");
        small.task("b", "B", 2, 0, 6 * WEEK, 3, List.of("R"), null, List.of("a"), null, false);
        task("c", "C");
        Replanned again = window("a", 100, "P").window("b", 110, "P").window("c", 100, "Q")
                .replan(0, new Happening(Kind.PATCH_DELAYED, "a", 0, 200, null));
        assertThat(starts(again.first()).get("a")).isGreaterThanOrEqualTo(200);
        assertThat(starts(again.first()).get("b")).isGreaterThanOrEqualTo(starts(again.first()).get("a") + 2);
        assertThat(starts(again.first())).containsEntry("c", 100);
        assertThat(why(again.first(), "a")).contains("The patch for a is delayed");
        assertThat(why(again.first(), "b")).contains("must come first (a)");
    }

    @Test
    void a_predecessor_that_moves_but_still_ends_in_time_leaves_what_waits_for_it_alone() throws Exception {
        task("a", "A");
        small.task("b", "B", 2, 0, 6 * WEEK, 3, List.of("R"), null, List.of("a"), null, false);
        Replanned again = window("a", 100, "P").window("b", 300, "P")
                .replan(0, new Happening(Kind.DEVICE_BOOKED, "A", 100, 101, null));
        assertThat(starts(again.first())).containsEntry("b", 300);
        assertThat(starts(again.first()).get("a")).isLessThanOrEqualTo(298);
    }

    @Test
    void somebody_who_falls_ill_is_replaced_at_the_same_hour() throws Exception {
        task("a", "A");
        Replanned again = window("a", 100, "P").replan(0, new Happening(Kind.STAFF_AWAY, "P", 96, 120, null));
        assertThat(starts(again.first())).containsEntry("a", 100);
        assertThat(again.first().assignments().get(0).staff()).containsExactly("Q");
        assertThat(kept(again, "a")).contains("Q instead of P");
    }

    @Test
    void where_the_only_free_person_is_elsewhere_people_change_places_before_an_hour_moves() throws Exception {
        small.person("S", List.of("R", "T"), ALWAYS);
        task("a", "A");
        small.task("b", "B", 2, 0, 6 * WEEK, 3, List.of("T"), null, List.of(), null, false);
        // P falls ill; Q and S are there: S is wanted for the skill T, so Q takes over
        Replanned again = window("a", 100, "S").window("b", 100, "P").replan(0, new Happening(Kind.STAFF_AWAY, "P", 96, 120, null));
        assertThat(again.first().changes()).isEmpty();
        assertThat(again.first().assignments()).extracting(window -> window.task() + window.staff())
                .contains("b[S]").anyMatch(text -> text.equals("a[Q]"));
    }

    @Test
    void of_two_windows_that_exclude_each_other_the_nearer_one_stays() throws Exception {
        small.task("far", "A", 20 * DAY, 0, 6 * WEEK, 9, List.of(), null, List.of(), null, false);
        small.task("near", "A", 2, 0, 6 * WEEK, 1, List.of(), null, List.of(), null, false);
        Replanned again = window("near", 14 * DAY - 1).window("far", 14 * DAY).replan(0);
        assertThat(starts(again.first())).containsEntry("near", 14 * DAY - 1);
        assertThat(starts(again.first()).get("far")).isNotEqualTo(14 * DAY);
    }

    @Test
    void a_week_later_what_has_passed_undone_is_planned_again_and_what_wards_were_told_stays() throws Exception {
        for (String id : List.of("passed", "today", "tomorrow", "later")) {
            small.task(id, id.substring(0, 1).toUpperCase(java.util.Locale.ROOT).replaceAll("[TPL]", "A"), 2, 14 * DAY, 6 * WEEK, 3,
                    List.of("R"), null, List.of(), null, false);
        }
        window("passed", 3 * DAY, "P").window("today", 7 * DAY + 9, "P").window("tomorrow", 8 * DAY + 9, "P").window("later", 20 * DAY, "P");
        Problem problem = small.build();
        Revision revision = Revision.of(problem, new Published(plan(problem), Set.of(), null), MONDAY.plusDays(7), List.of())
                .hurrying(Set.of());
        Replanned again = checked(new WindowReplanner().replan(revision, null, now -> { }));
        assertThat(starts(again.first())).containsEntry("tomorrow", 8 * DAY + 9).containsEntry("later", 20 * DAY);
        assertThat(starts(again.first()).get("passed")).isGreaterThanOrEqualTo(21 * DAY);
        assertThat(starts(again.first()).get("today")).isGreaterThanOrEqualTo(21 * DAY);
        assertThat(why(again.first(), "passed")).contains("has passed by the as-of date");
    }

    @Test
    void work_that_is_gone_is_cancelled_and_the_plan_of_another_problem_is_refused() throws Exception {
        task("a", "A");
        Problem before = small.build();
        window("a", 40, "P").window("b", 50, "Q");
        task("b", "B");
        Schedule plan = plan(small.build());
        Replanned again = new WindowReplanner().replan(Revision.of(before, new Published(plan, Set.of(), null), MONDAY, List.of()),
                null, now -> { });
        assertThat(again.first().changes()).singleElement().satisfies(one -> {
            assertThat(one.task()).isEqualTo("b");
            assertThat(one.from()).isEqualTo(50);
            assertThat(one.to()).isNull();
        });
        Problem other = new SmallProblem().device("Z", null).task("z", "Z", 2).build();
        assertThatThrownBy(() -> Revision.of(other, new Published(plan, Set.of(), null), MONDAY, List.of()))
                .isInstanceOfSatisfying(InvalidProblemException.class, e -> assertThat(e.issues()).singleElement()
                        .satisfies(issue -> assertThat(issue.code()).isEqualTo("PLAN-080")));
    }

    @Test
    void what_happened_is_found_by_comparing_the_problem_the_plan_was_made_for() throws Exception {
        small.vendor("V", 1, 9, new Interval(5 * DAY, 5 * DAY + 12), new Interval(9 * DAY, 9 * DAY + 12));
        small.task("a", "A", 2, 0, 6 * WEEK, 3, List.of("R"), "V", List.of(), null, false);
        task("b", "B");
        task("c", "C");
        Problem before = small.build();
        Schedule plan = window("a", 5 * DAY, "P").window("b", 100, "P").window("c", 100, "Q").plan(before);
        small.vendors.clear();
        small.vendor("V", 1, 9, new Interval(9 * DAY, 9 * DAY + 12));
        small.devices.replaceAll(device -> device.id().equals("B")
                ? Plain.device("B", "S", null, 2, device.utilisation(), List.of(new Interval(99, 101))) : device);
        small.tasks.replaceAll(task -> task.id().equals("c") ? task.earliest(150) : task);
        task("n", "D");
        Revision revision = Revision.of(small.build(), new Published(plan, Set.of(), before), MONDAY, List.of());
        assertThat(revision.happenings()).extracting(Happening::kind).containsExactlyInAnyOrder(Kind.VENDOR_CANCELS,
                Kind.DEVICE_BOOKED, Kind.PATCH_DELAYED, Kind.NEW_FINDING);
        Schedule first = checked(new WindowReplanner().replan(revision, null, now -> { })).first();
        assertThat(why(first, "a")).contains("Vendor V cannot come from 2026-01-10 00:00 to 2026-01-10 12:00");
        assertThat(why(first, "b")).contains("Device B has been booked");
        assertThat(why(first, "c")).contains("patch for c is delayed");
        assertThat(why(first, "n")).contains("came up after");
    }

    @Test
    void at_random_a_window_moves_in_the_first_answer_only_where_it_cannot_stay() throws Exception {
        int moved = 0;
        for (long seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            Problem problem = RandomProblem.of(seed, 30);
            Schedule plan = new WindowPlanner().plan(problem, new Effort(600, seed, 50), now -> { });
            List<Happening> happened = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int from = random.nextInt(problem.grains() - 30);
                happened.add(new Happening(Kind.DEVICE_BOOKED, "D" + random.nextInt(20), from, from + 40, null));
            }
            happened.add(new Happening(Kind.VENDOR_CANCELS, "V0", 96, 168, null));
            Revision revision = Revision.of(problem, new Published(plan, Set.of(), null), MONDAY, happened);
            Schedule first = checked(new WindowReplanner().replan(revision, null, now -> { })).first();
            Map<String, Integer> starts = starts(first);
            for (Schedule.Assignment window : plan.assignments()) {
                if (!Integer.valueOf(window.start()).equals(starts.get(window.task()))) {
                    moved++;
                    List<ExactScore.Placement> kept = new ArrayList<>();
                    for (Schedule.Assignment other : first.assignments()) {
                        if (plan.assignments().stream().anyMatch(o -> o.task().equals(other.task()) && o.start() == other.start())) {
                            kept.add(new ExactScore.Placement(other.task(), other.start(), other.staff()));
                        }
                    }
                    kept.add(new ExactScore.Placement(window.task(), window.start(), window.staff()));
                    assertThat(ExactScore.of(revision.problem(), kept).broken()).as(seed + " " + window.task()).isNotEmpty();
                }
            }
        }
        assertThat(moved).isPositive();
    }
}
