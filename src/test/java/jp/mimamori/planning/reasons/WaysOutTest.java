package jp.mimamori.planning.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.ProblemCheck;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Relaxation;
import jp.mimamori.planning.SmallProblem;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.junit.jupiter.api.Test;

/** Each kind of way to a window: found where it helps, not claimed where it does not. */
class WaysOutTest {

    private static final Interval ALWAYS = new Interval(0, 72);
    private final SmallProblem small = new SmallProblem().device("D", null).device("E", null);

    private static Schedule plan(Problem problem) throws Exception {
        return new WindowPlanner().plan(problem, new Effort(600, 1, 300), progress -> { });
    }

    /** What is claimed for the only task without a window, as kinds; every claim is counted again on the way. */
    private Set<String> claimed() throws Exception {
        Problem problem = small.build();
        Schedule schedule = plan(problem);
        recount(problem, schedule);
        assertThat(schedule.unassigned()).hasSize(1);
        return kinds(schedule.unassigned().get(0));
    }

    private static Set<String> kinds(Schedule.Unassigned task) {
        return task.relaxations().stream().map(way -> way.asks().stream().map(Schedule.Ask::kind).collect(Collectors.joining(" + ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Grants each claim anew and counts: nothing broken, the task placed, all others too, at the cost that was told. */
    private static int recount(Problem problem, Schedule schedule) {
        int claims = 0;
        for (Schedule.Unassigned task : schedule.unassigned()) {
            long risk = problem.tasks().stream().filter(t -> t.id().equals(task.task())).mapToLong(PatchTask::risk).sum();
            for (Relaxation way : task.relaxations()) {
                List<Placement> placements = new ArrayList<>();
                for (Schedule.Assignment a : schedule.assignments()) {
                    placements.add(way.moved().stream().filter(m -> m.task().equals(a.task())).findFirst()
                            .orElse(new Placement(a.task(), a.start(), a.staff())));
                }
                placements.add(new Placement(task.task(), way.start(), way.staff()));
                Problem granted = Granted.of(problem, way.asks());
                assertThat(ProblemCheck.of(granted)).isEmpty();
                ExactScore.Result exact = ExactScore.of(granted, placements);
                String what = way.text().in(Language.EN);
                assertThat(exact.broken()).as(what).isEmpty();
                assertThat(exact.score().medium()).as(what).isEqualTo(schedule.score().medium() - risk);
                assertThat(exact.score().soft() - schedule.score().soft()).as(what).isEqualTo(way.soft());
                // without what is asked it would break something: nothing is asked in vain
                if (way.moved().isEmpty()) {
                    assertThat(ExactScore.of(problem, placements).score().hard()).as(what).isPositive();
                }
                claims++;
            }
        }
        return claims;
    }

    private SmallProblem task(List<String> roles, String vendor) {
        return small.task("T", "D", 2, 0, 72, 3, roles, vendor, List.of(), null, false);
    }

    @Test
    void every_claim_about_random_problems_holds_when_counted_again() throws Exception {
        int claims = 0;
        Set<String> kinds = new TreeSet<>();
        for (long seed = 400; seed < 420; seed++) {
            Problem problem = RandomProblem.of(seed, 40);
            Schedule schedule = plan(problem);
            claims += recount(problem, schedule);
            schedule.unassigned().forEach(task -> kinds.addAll(kinds(task)));
            assertThat(schedule.unassigned()).allSatisfy(task -> assertThat(task.wouldHelp()).isNotEmpty());
        }
        assertThat(claims).isGreaterThan(100);
        // "task moved" is seldom left to ask for: the planner makes that room itself
        assertThat(kinds).contains("longer shift", "extra shift", "staff borrowed", "vendor visit", "vendor day", "booking moved");
    }

    @Test
    void so_do_those_under_the_further_terms() throws Exception {
        int claims = 0;
        Set<String> kinds = new TreeSet<>();
        for (long seed = 500; seed < 512; seed++) {
            Problem problem = further(RandomProblem.of(seed, 40));
            Schedule schedule = plan(problem);
            claims += recount(problem, schedule);
            schedule.unassigned().forEach(task -> kinds.addAll(kinds(task)));
        }
        assertThat(claims).isGreaterThan(60);
    }

    private static Problem further(Problem p) {
        List<Interval> nights = new ArrayList<>();
        for (int day = 0; day < p.grains() / 24; day++) {
            nights.add(new Interval(day * 24, day * 24 + 6));
            nights.add(new Interval(day * 24 + 20, day * 24 + 24));
        }
        return new Problem(p.id(), p.start(), p.zone(), 60, p.grains(), p.weights().further(20, 20, 2, 5), p.premium(), nights, p.sites(),
                p.groups().stream().map(g -> new Problem.Group(g.id(), g.maxOut(), 3, List.of(new Interval(24, 48)))).toList(),
                p.devices(),
                p.staff().stream().map(s -> new Problem.Staff(s.id(), s.site(), s.skills(), s.available(), 1, 12)).toList(),
                p.vendors().stream().map(v -> new Problem.Vendor(v.id(), v.capacity(), v.maxVisits(), v.available(), 30)).toList(),
                p.tasks().stream().map(t -> new PatchTask(t.id(), t.device(), t.duration(), t.earliest(), t.due(), t.risk(), t.roles(),
                        t.vendor(), t.after(), 12, t.previous(), t.pinned())).toList(), p.labels());
    }

    @Test
    void the_same_plan_gets_the_same_claims_in_the_same_order() throws Exception {
        Problem problem = RandomProblem.of(404, 40);
        assertThat(plan(problem).unassigned()).isEqualTo(plan(problem).unassigned());
    }

    @Test
    void one_more_visit_of_a_vendor() throws Exception {
        small.vendor("V", 1, 0, ALWAYS);
        task(List.of(), "V");
        assertThat(claimed()).contains("vendor visit");
    }

    @Test
    void one_more_visit_is_not_claimed_where_the_vendor_never_comes() throws Exception {
        small.vendor("V", 1, 5);
        task(List.of(), "V");
        assertThat(claimed()).contains("vendor day").doesNotContain("vendor visit");
    }

    @Test
    void a_day_of_a_vendor_is_asked_for_in_the_hours_it_works_elsewhere() throws Exception {
        small.vendor("V", 1, 5, new Interval(8, 12));
        small.device("B", null, new Interval(0, 26)).task("T", "B", 3, 0, 72, 3, List.of(), "V", List.of(), null, false);
        Problem problem = small.build();
        Schedule schedule = plan(problem);
        recount(problem, schedule);
        assertThat(schedule.unassigned().get(0).relaxations().stream().filter(way -> way.asks().get(0).kind().equals("vendor day"))
                .findFirst().orElseThrow().startTime().getHour()).isBetween(8, 9);
    }

    @Test
    void one_more_engineer_of_a_vendor() throws Exception {
        small.vendor("V", 0, 5, new Interval(8, 17));
        task(List.of(), "V");
        assertThat(claimed()).contains("vendor engineer").doesNotContain("vendor visit");
    }

    @Test
    void a_longer_shift_of_somebody_by_name() throws Exception {
        small.person("P", List.of("R"), new Interval(10, 11));
        task(List.of("R"), null);
        assertThat(claimed()).contains("longer shift");
    }

    @Test
    void a_shift_longer_by_half_a_day_is_another_shift() throws Exception {
        small.person("P", List.of("R"), new Interval(10, 11));
        small.task("T", "D", 9, 0, 72, 3, List.of("R"), null, List.of(), null, false);
        assertThat(claimed()).contains("extra shift").doesNotContain("longer shift");
    }

    @Test
    void nobody_who_is_taken_is_asked_to_work_longer() throws Exception {
        small.person("P", List.of("R"), ALWAYS);
        task(List.of("R"), null).task("U", "E", 72, 0, 72, 9, List.of("R"), null, List.of(), null, false);
        assertThat(claimed()).contains("staff borrowed").doesNotContain("longer shift", "extra shift");
    }

    @Test
    void a_role_nobody_has_is_borrowed_and_nothing_else_would_do() throws Exception {
        small.person("P", List.of("R"), ALWAYS);
        task(List.of("R", "Z"), null);
        assertThat(claimed()).containsExactly("staff borrowed");
    }

    @Test
    void a_booking_goes_to_another_day() throws Exception {
        small.device("B", null, new Interval(0, 20), new Interval(22, 24), new Interval(27, 46), new Interval(50, 72)).task("T", "B", 6);
        Problem problem = small.build();
        Schedule schedule = plan(problem);
        recount(problem, schedule);
        Schedule.Ask moved = schedule.unassigned().get(0).relaxations().get(0).asks().get(0);
        assertThat(moved.kind()).isEqualTo("booking moved");
        assertThat(List.of(moved.from(), moved.to(), moved.at())).containsExactly(22, 24, 46);
        assertThat(Granted.of(problem, List.of(moved)).devices().get(2).bookings())
                .containsExactlyInAnyOrder(new Interval(0, 20), new Interval(27, 46), new Interval(50, 72), new Interval(46, 48));
    }

    @Test
    void a_booking_that_has_nowhere_to_go_is_not_moved() throws Exception {
        small.device("B", null, new Interval(0, 70)).task("T", "B", 3);
        assertThat(claimed()).doesNotContain("booking moved");
    }

    @Test
    void a_freeze_is_lifted_for_the_window_only() throws Exception {
        small.blackouts.add(ALWAYS);
        task(List.of(), null);
        Problem problem = small.build();
        Schedule schedule = plan(problem);
        recount(problem, schedule);
        Schedule.Ask ask = schedule.unassigned().get(0).relaxations().stream().flatMap(way -> way.asks().stream())
                .filter(a -> a.kind().equals("freeze lifted")).findFirst().orElseThrow();
        assertThat(ask.to() - ask.from()).isEqualTo(2);
        assertThat(Granted.of(problem, List.of(ask)).sites().get(0).blackouts()).containsExactly(new Interval(2, 72));
    }

    @Test
    void redundancy_gives_way_by_one_where_it_is_what_stands_against_it() throws Exception {
        small.group("G", 0).device("B", "G").task("T", "B", 2);
        assertThat(claimed()).contains("redundancy");
    }

    @Test
    void redundancy_is_left_alone_where_something_else_stands_against_it() throws Exception {
        small.group("G", 1).device("B", "G", ALWAYS).task("T", "B", 2);
        assertThat(claimed()).doesNotContain("redundancy");
    }

    @Test
    void a_pin_that_became_impossible_is_released() throws Exception {
        small.device("B", null, new Interval(40, 41)).task("T", "B", 2, 0, 72, 3, List.of(), null, List.of(), 40, true);
        assertThat(claimed()).contains("pin released");
    }

    @Test
    void a_task_longer_than_what_is_left_gets_a_later_horizon() throws Exception {
        small.task("T", "D", 80, 0, 72, 3, List.of(), null, List.of(), null, false);
        assertThat(claimed()).containsExactly("later horizon");
    }

    @Test
    void a_later_horizon_does_not_help_where_nobody_has_the_role() throws Exception {
        task(List.of("Z"), null);
        assertThat(claimed()).doesNotContain("later horizon");
    }

    @Test
    void a_later_horizon_gives_people_the_shifts_of_the_last_week_again() {
        small.grains = 168;
        Problem problem = small.person("P", List.of("R"), new Interval(10, 20), new Interval(160, 175)).build();
        assertThat(LaterHorizon.of(problem, 400).staff().get(0).available()).containsExactly(new Interval(10, 20), new Interval(160, 168),
                new Interval(178, 188), new Interval(328, 336), new Interval(346, 356));
    }

    @Test
    void the_order_gives_way_where_what_comes_first_has_no_window() throws Exception {
        small.task("T", "D", 2, 0, 72, 1, List.of("Z"), null, List.of(), null, false)
                .task("U", "E", 2, 0, 72, 9, List.of(), null, List.of("T"), null, false);
        Problem problem = small.build();
        Schedule schedule = plan(problem);
        recount(problem, schedule);
        assertThat(kinds(schedule.unassigned().get(0))).containsExactly("order");
        assertThat(kinds(schedule.unassigned().get(1))).containsExactly("staff borrowed");
    }

    @Test
    void a_patch_that_comes_too_late_would_have_to_come_sooner() throws Exception {
        small.blackouts.add(new Interval(40, 72));
        small.task("T", "D", 2, 39, 72, 3, List.of(), null, List.of(), null, false);
        assertThat(claimed()).contains("earlier patch", "freeze lifted");
    }

    @Test
    void a_pinned_window_in_the_way_is_released_and_goes_elsewhere() throws Exception {
        small.person("P", List.of("R"), new Interval(10, 12), new Interval(30, 32));
        small.task("T", "D", 2, 0, 20, 3, List.of("R"), null, List.of(), null, false)
                .task("U", "E", 2, 0, 72, 9, List.of("R"), null, List.of(), 10, true);
        small.tasks.set(0, Plain.task("T", "D", 2, 0, 20, 3, List.of("R"), null, List.of(), null, false));
        small.devices.set(0, Plain.device("D", "S", null, 2, small.devices.get(1).utilisation(), List.of(new Interval(20, 72))));
        assertThat(claimed()).contains("pin released + task moved");
    }

    @Test
    void another_task_that_finds_another_place_makes_room() {
        small.person("P", List.of("R"), new Interval(10, 12), new Interval(30, 32));
        small.devices.set(0, Plain.device("D", "S", null, 2, small.devices.get(1).utilisation(), List.of(new Interval(20, 72))));
        small.task("T", "D", 2, 0, 20, 3, List.of("R"), null, List.of(), null, false)
                .task("U", "E", 2, 0, 72, 9, List.of("R"), null, List.of(), null, false);
        Problem problem = small.build();
        Layout layout = new Layout(problem);
        var plan = new Occupancy(layout);
        plan.place(layout.jobs[1], 10, plan.freeCrew(layout.jobs[1], 10, 0));
        Relaxation way = new WhyNot(plan).unassigned(layout.jobs[0]).relaxations().get(0);
        assertThat(way.asks()).singleElement().satisfies(ask -> assertThat(ask.kind()).isEqualTo("task moved"));
        assertThat(way.moved()).containsExactly(new Placement("U", 30, List.of("P")));
        assertThat(ExactScore.of(problem, List.of(way.moved().get(0), new Placement("T", way.start(), way.staff()))).broken()).isEmpty();
    }

    @Test
    void a_lead_time_a_soak_a_gap_and_a_duty_are_shortened_by_no_more_than_needed() throws Exception {
        small.vendors.add(new Problem.Vendor("V", 1, 5, List.of(new Interval(8, 12)), 60));
        task(List.of(), "V");
        assertThat(claimed()).contains("vendor lead time");
        small.tasks.clear();
        small.task("A", "E", 2, 40, 72, 9, List.of(), null, List.of(), null, false);
        small.tasks.add(new PatchTask("T", "D", 2, 0, 72, 3, List.of(), null, List.of("A"), 100, null, false));
        assertThat(claimed()).contains("soak");
        small.tasks.clear();
        small.groups.add(new Problem.Group("G", 2, 72, List.of()));
        small.device("F", "G").device("H", "G").task("F", "F", 2, 0, 72, 9, List.of(), null, List.of(), null, false).task("T", "H", 2);
        assertThat(claimed()).contains("gap");
        small.tasks.clear();
        small.groups.add(new Problem.Group("K", 2, 0, List.of(ALWAYS)));
        small.device("J", "K").task("T", "J", 2);
        assertThat(claimed()).contains("emergency duty");
    }

    @Test
    void one_more_night_and_less_rest_are_asked_of_whoever_is_on_shift() throws Exception {
        Problem day = nights(new Problem.Staff("P", "S", List.of("R"), List.of(new Interval(20, 24)), 0, 0));
        Schedule schedule = plan(day);
        recount(day, schedule);
        assertThat(kinds(schedule.unassigned().get(0))).contains("nights");
        assertThat(schedule.unassigned().get(0).reasons()).anySatisfy(reason -> {
            assertThat(reason.constraint()).isEqualTo("nights");
            assertThat(reason.blockedBy()).containsExactly("P");
        });
    }

    @Test
    void a_rest_is_shortened_by_no_more_than_needed() {
        // a window at night ends at 30; from there 12 hours of rest would reach beyond the only shift in which the other can be
        small.task("U", "E", 2, 0, 72, 9, List.of("R"), null, List.of(), null, false);
        Problem problem = nights(new Problem.Staff("P", "S", List.of("R"), List.of(new Interval(20, 24), new Interval(30, 34)), null, 12));
        Layout layout = new Layout(problem);
        var plan = new Occupancy(layout);
        plan.place(layout.jobs[0], 22, plan.freeCrew(layout.jobs[0], 22, 0));
        List<Relaxation> ways = new WhyNot(plan).unassigned(layout.jobs[1]).relaxations();
        Relaxation way = ways.stream().filter(each -> each.asks().get(0).kind().equals("rest")).findFirst().orElseThrow();
        Schedule.Ask ask = way.asks().get(0);
        int between = way.start() - 24;
        assertThat(ask.at()).isEqualTo(between).isPositive();
        assertThat(ask.text().in(Language.EN)).contains("of " + between + " instead of 12 hours");
        List<Placement> both = List.of(new Placement(problem.tasks().get(0).id(), 22, List.of("P")), new Placement(problem.tasks().get(1).id(), way.start(), way.staff()));
        assertThat(ExactScore.of(Granted.of(problem, way.asks()), both).broken()).isEmpty();
        Schedule.Ask less = new Schedule.Ask(ask.kind(), ask.subjects(), ask.from(), ask.to(), between + 1, ask.text());
        assertThat(ExactScore.of(Granted.of(problem, List.of(less)), both).broken()).as("an hour more would not do").containsKey("rest");
    }

    private Problem nights(Problem.Staff person) {
        task(List.of("R"), null);
        Problem p = small.build();
        return new Problem(p.id(), p.start(), p.zone(), 60, p.grains(), p.weights(), p.premium(), List.of(new Interval(20, 30)), p.sites(),
                p.groups(), p.devices(), List.of(person), p.vendors(), p.tasks(), p.labels());
    }

    @Test
    void beyond_some_tens_of_tasks_it_is_said_that_nothing_was_tried() throws Exception {
        for (int i = 0; i < WhyNot.MOST_HELPED + 5; i++) {
            small.task("T" + i, "D", 2, 0, 72, 3, List.of("Z"), null, List.of(), null, false);
        }
        List<Schedule.Unassigned> unassigned = plan(small.build()).unassigned();
        assertThat(unassigned.get(WhyNot.MOST_HELPED - 1).relaxations()).isNotEmpty();
        assertThat(unassigned.get(WhyNot.MOST_HELPED).relaxations()).isEmpty();
        assertThat(unassigned.get(WhyNot.MOST_HELPED).wouldHelp().get(0).in(Language.EN))
                .isEqualTo("What would make a window was not tried for this task (the 30 of the highest risk came first).");
    }
}
