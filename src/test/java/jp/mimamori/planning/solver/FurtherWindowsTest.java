package jp.mimamori.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Group;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Staff;
import jp.mimamori.planning.Problem.Vendor;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;
import org.junit.jupiter.api.Test;

/** The windows found keep to every further term, at grains of every length, over half a year, and where clocks change. */
class FurtherWindowsTest {

    private final SmallProblem small = new SmallProblem();

    private static Schedule plan(Problem problem, int steps) throws Exception {
        Schedule schedule = new WindowPlanner().plan(problem, new Effort(600, 1, steps), progress -> { });
        assertThat(ExactScore.of(problem, schedule).broken()).isEmpty();
        assertThat(ExactScore.of(problem, schedule).score()).isEqualTo(schedule.score());
        return schedule;
    }

    private Map<String, Integer> starts() throws Exception {
        return plan(small.build(), 300).assignments().stream()
                .collect(Collectors.toMap(Schedule.Assignment::task, Schedule.Assignment::start));
    }

    @Test
    void the_first_start_that_a_static_term_leaves_is_taken() throws Exception {
        small.groups.add(new Group("G", 1, 0, List.of(new Interval(0, 30))));
        small.vendors.add(new Vendor("V", 1, 9, List.of(new Interval(0, 72)), 40));
        small.vendors.add(new Vendor("W", 1, 9, List.of(new Interval(0, 72)), 40));
        small.device("A", "G").device("B", null).device("C", null).task("duty", "A", 2)
                .task("lead", "B", 2, 0, 72, 3, List.of(), "V", List.of(), null, false)
                .task("agreed", "C", 2, 0, 72, 3, List.of(), "W", List.of(), 12, false);
        assertThat(starts()).isEqualTo(Map.of("duty", 30, "lead", 40, "agreed", 12));
    }

    @Test
    void nodes_keep_their_gap_and_the_fleet_waits_for_the_pilot_to_soak() throws Exception {
        small.groups.add(new Group("G", 1, 6, List.of()));
        small.device("A", "G").device("B", "G").device("C", null).device("D", null);
        small.task("node A", "A", 2, 0, 72, 9, List.of(), null, List.of(), null, false).task("node B", "B", 2)
                .task("pilot", "C", 2);
        small.tasks.add(new PatchTask("fleet", "D", 2, 0, 72, 3, List.of(), null, List.of("pilot"), 24, null, false));
        assertThat(starts()).isEqualTo(Map.of("node A", 0, "node B", 8, "pilot", 0, "fleet", 26));
    }

    @Test
    void one_person_works_only_so_many_nights_and_rests_after_each() throws Exception {
        small.grains = 10 * 24;
        List<Interval> shifts = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            small.nights.add(new Interval(day * 24 + 22, day * 24 + 29));
            shifts.add(new Interval(day * 24 + 22, day * 24 + 26));
        }
        small.staff.add(new Staff("P", "S", List.of("R"), shifts, 2, 11));
        for (int i = 0; i < 6; i++) {
            small.device("D" + i, null).task("T" + i, "D" + i, 2, 0, 240, 3, List.of("R"), null, List.of(), null, false);
        }
        Schedule schedule = plan(small.build(), 300);
        assertThat(schedule.assignments()).as("two windows a night, two nights in the first seven running, one after them").hasSize(6);
        assertThat(schedule.assignments().stream().map(a -> (a.start() - 12) / 24).distinct().count()).isEqualTo(3);
    }

    @Test
    void inspection_days_and_hours_to_avoid_decide_between_starts_and_weeks_are_shared() throws Exception {
        small.weights = new Problem.Weights(1, 0, 0, 0, 0, 0, 0, 0).further(500, 500, 1000, 2);
        small.devices.add(new PlannedDevice("A", "S", null, 0, new int[168], List.of(), List.of(new Interval(48, 60)), List.of()));
        small.devices.add(new PlannedDevice("B", "S", null, 0, new int[168], List.of(), List.of(), List.of(new Interval(0, 24))));
        small.task("inspected", "A", 3).task("avoiding", "B", 3);
        for (String id : List.of("C", "D")) {
            small.device(id, null).task("at " + id, id, 2, 0, 72, 3, List.of("R"), null, List.of(), null, false);
            small.person("of " + id, List.of("R"), new Interval(0, 72));
        }
        Schedule schedule = plan(small.build(), 300);
        assertThat(schedule.score().parts().inspection() + schedule.score().parts().avoid() + schedule.score().parts().spread()).isZero();
        assertThat(starts()).containsEntry("inspected", 48).containsEntry("avoiding", 24);
        assertThat(schedule.assignments().stream().flatMap(a -> a.staff().stream()).distinct()).hasSize(2);
    }

    @Test
    void random_problems_with_all_further_terms_get_sound_plans() throws Exception {
        for (long seed = 0; seed < 6; seed++) {
            plan(RandomProblem.further(seed, 40), 400);
        }
    }

    @Test
    void half_a_year_of_quarter_half_and_whole_hours_is_planned() throws Exception {
        for (int minutes : new int[] {15, 30, 60}) {
            Problem problem = halfAYear(minutes, 26);
            Schedule schedule = plan(problem, 200);
            assertThat(schedule.unassigned()).isEmpty();
            assertThat(schedule.assignments()).allSatisfy(a -> assertThat(a.startTime()).isEqualTo(problem.time(a.start())));
            assertThat(schedule.assignments()).anySatisfy(a -> assertThat(a.start()).isGreaterThan(25 * 7 * 24 * 60 / minutes));
        }
    }

    /** Every week, the last one too, has a device with its inspection day in it, which weighs more than the wait. */
    private static Problem halfAYear(int minutes, int weeks) {
        int hour = 60 / minutes;
        int week = 7 * 24 * hour;
        List<PlannedDevice> devices = new ArrayList<>();
        List<PatchTask> tasks = new ArrayList<>();
        for (int i = 0; i < weeks; i++) {
            Interval inspection = new Interval(i * week + 9 * hour, i * week + 17 * hour);
            devices.add(new PlannedDevice("D" + i, "S", "G", 1, new int[week], List.of(), List.of(inspection), List.of()));
            tasks.add(Plain.task("T" + i, "D" + i, 3 * hour, 0, weeks * week, 1, List.of("R"), null, List.of(), null, false));
        }
        List<Interval> shifts = IntStream.range(0, weeks * 7).mapToObj(day -> new Interval((day * 24 + 8) * hour, (day * 24 + 20) * hour)).toList();
        List<Interval> nights = IntStream.range(0, weeks * 7).mapToObj(day -> new Interval((day * 24 + 22) * hour, (day * 24 + 29) * hour)).toList();
        return new Problem("half a year", LocalDateTime.of(2026, 1, 5, 0, 0), ZoneId.of("Europe/Berlin"), minutes, weeks * week,
                new Problem.Weights(1, 4, 1, 60, 1500, 300, 5, 100).further(100_000, 0, 1, 0), List.of(), nights,
                List.of(new Problem.Site("S", List.of())), List.of(new Group("G", 1, 24 * hour, List.of())), devices,
                List.of(new Staff("P", "S", List.of("R"), shifts, 0, 0)), List.of(), tasks, jp.mimamori.planning.Labels.NONE);
    }
}
