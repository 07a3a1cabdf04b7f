package jp.mimamori.planning.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;
import jp.mimamori.planning.solver.WindowPlanner;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    private final SmallProblem small = new SmallProblem().device("D", null).device("E", null);

    private static Schedule plan(Problem problem) throws Exception {
        return new WindowPlanner().plan(problem, new Effort(600, 1, 300), progress -> { });
    }

    /** The plan with {@code other} in place of the window of the same task, counted from the problem alone. */
    private static ExactScore.Result with(Problem problem, Schedule schedule, String task, Schedule.Alternative other) {
        List<Placement> placements = new ArrayList<>();
        for (Schedule.Assignment a : schedule.assignments()) {
            placements.add(a.task().equals(task) ? new Placement(task, other.start(), other.staff())
                    : new Placement(a.task(), a.start(), a.staff()));
        }
        return ExactScore.of(problem, placements);
    }

    private static void isTrue(Problem problem, Schedule schedule) {
        for (Schedule.Assignment window : schedule.assignments()) {
            for (Schedule.Alternative other : window.alternatives()) {
                ExactScore.Result exact = with(problem, schedule, window.task(), other);
                String what = window.task() + " " + other.text().in(Language.EN);
                assertThat(exact.broken()).as(what).isEmpty();
                assertThat(other.soft()).as(what).isEqualTo(exact.score().soft() - schedule.score().soft());
                assertThat(other.parts().stream().mapToLong(Schedule.Why::soft).sum()).as(what).isEqualTo(other.soft());
                Schedule.Parts was = schedule.score().parts();
                Schedule.Parts is = exact.score().parts();
                assertThat(part(other, "time exposed")).as(what).isEqualTo(is.exposure() - was.exposure());
                assertThat(part(other, "late")).as(what).isEqualTo(is.late() - was.late());
                assertThat(part(other, "clinical use displaced")).as(what).isEqualTo(is.displaced() - was.displaced());
                assertThat(part(other, "night, weekend and holiday premium")).as(what).isEqualTo(is.premium() - was.premium());
                assertThat(part(other, "vendor visit")).as(what).isEqualTo(is.visit() - was.visit());
                assertThat(part(other, "moved from the published plan")).as(what).isEqualTo(is.stability() - was.stability());
                assertThat(part(other, "inspection days")).as(what).isEqualTo(is.inspection() - was.inspection());
                assertThat(part(other, "hours to avoid")).as(what).isEqualTo(is.avoid() - was.avoid());
                assertThat(part(other, "load spread")).as(what).isEqualTo(is.spread() - was.spread());
            }
        }
    }

    private static long part(Schedule.Alternative other, String constraint) {
        return other.parts().stream().filter(part -> part.constraint().equals(constraint)).mapToLong(Schedule.Why::soft).sum();
    }

    @Test
    void what_each_alternative_costs_more_is_what_the_exact_score_says_part_by_part() throws Exception {
        int seen = 0;
        for (long seed = 200; seed < 215; seed++) {
            Problem problem = RandomProblem.of(seed, 25);
            Schedule schedule = plan(problem);
            isTrue(problem, schedule);
            seen += schedule.assignments().stream().mapToInt(a -> a.alternatives().size()).sum();
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void so_it_is_with_inspection_days_hours_to_avoid_and_even_weeks() throws Exception {
        int seen = 0;
        for (long seed = 300; seed < 308; seed++) {
            Problem base = RandomProblem.of(seed, 20);
            Problem problem = Plain.problem(base.id(), base.start(), base.zone(), 60, base.grains(), base.weights().further(40, 25, 3, 4),
                    base.premium(), base.sites(), base.groups(),
                    base.devices().stream().map(d -> new Problem.PlannedDevice(d.id(), d.site(), d.group(), d.criticality(),
                            d.utilisation(), d.bookings(), List.of(new Interval(48, 72)), List.of(new Interval(0, 40)))).toList(),
                    base.staff(), base.vendors(), base.tasks());
            Schedule schedule = plan(problem);
            isTrue(problem, schedule);
            assertThat(schedule.assignments().stream().flatMap(a -> a.why().stream()).mapToLong(Schedule.Why::soft).sum())
                    .isEqualTo(schedule.score().soft());
            seen += (int) schedule.assignments().stream().flatMap(a -> a.alternatives().stream())
                    .filter(other -> part(other, "load spread") != 0).count();
        }
        assertThat(seen).isPositive();
    }

    @Test
    void they_are_the_cheapest_of_their_days_and_the_cheapest_days() throws Exception {
        small.task("T", "D", 2);
        Schedule schedule = plan(small.build());
        assertThat(schedule.assignments().get(0).start()).isZero();
        assertThat(schedule.assignments().get(0).alternatives()).extracting(Schedule.Alternative::start).containsExactly(2, 24, 48);
        assertThat(schedule.assignments().get(0).alternatives().get(1).text().in(Language.EN))
                .isEqualTo("Tue 6 Jan 00:00–02:00 would cost 72 points more: risk 3 stays open 24 hours longer (+72).");
    }

    @Test
    void a_window_for_which_there_is_no_other_says_so() throws Exception {
        small.blackouts.add(new Interval(2, 72));
        small.task("T", "D", 2);
        Schedule.Assignment only = plan(small.build()).assignments().get(0);
        assertThat(only.alternatives()).isEmpty();
        assertThat(only.why().get(0).text().in(Language.EN)).isEqualTo("No other time is free.");
    }

    @Test
    void a_pinned_window_has_no_alternatives() throws Exception {
        small.task("T", "D", 2, 0, 72, 3, List.of(), null, List.of(), 40, true);
        Schedule.Assignment pinned = plan(small.build()).assignments().get(0);
        assertThat(pinned.alternatives()).isEmpty();
        assertThat(pinned.why().get(0).text().in(Language.EN)).isEqualTo("Pinned to its published start.");
    }

    @Test
    void a_further_visit_is_told_with_its_vendor_and_day() throws Exception {
        small.vendor("V", 2, 5, new Interval(8, 17), new Interval(32, 41));
        small.task("T", "D", 2, 0, 72, 3, List.of(), "V", List.of(), null, false)
                .task("U", "E", 2, 0, 72, 3, List.of(), "V", List.of(), null, false);
        Problem problem = small.build();
        Schedule schedule = plan(problem);
        isTrue(problem, schedule);
        assertThat(schedule.assignments()).allSatisfy(a -> assertThat(a.alternatives())
                .anySatisfy(other -> assertThat(other.text().in(Language.EN)).contains("one more visit of vendor V, on Tue 6 Jan (+1,500)")));
    }

    @Test
    void hours_in_which_a_device_is_little_used_are_told_as_such() throws Exception {
        int[] use = new int[168];
        java.util.Arrays.fill(use, 80);
        java.util.Arrays.fill(use, 10, 14, 5);
        small.devices.add(Plain.device("CT", "S", null, 50, use, List.of()));
        small.task("T", "CT", 2, 8, 72, 3, List.of(), null, List.of(), null, false);
        Schedule.Assignment window = plan(small.build()).assignments().get(0);
        assertThat(window.start()).isEqualTo(10);
        assertThat(window.why()).extracting(why -> why.text().in(Language.JA))
                .contains("この時間はCTの利用が少なく（平均 5 ％、1週間の平均は 78 ％）、診療への影響を抑えられます。");
    }
}
