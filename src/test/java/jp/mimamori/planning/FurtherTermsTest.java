package jp.mimamori.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem.Group;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Staff;
import jp.mimamori.planning.Problem.Vendor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each of the terms beyond scheduling.md: hit, missed, and just at its border; and none of them unless given. */
class FurtherTermsTest {

    private static final Interval ALWAYS = new Interval(0, 20 * 24);
    private final SmallProblem small = new SmallProblem();

    private Map<String, Long> broken(Placement... placements) {
        return ExactScore.of(small.build(), List.of(placements)).broken();
    }

    private Schedule.Parts parts(Placement... placements) {
        return ExactScore.of(small.build(), List.of(placements)).score().parts();
    }

    private static Placement at(String task, int start, String... staff) {
        return new Placement(task, start, Arrays.asList(staff));
    }

    private void work(String id, int duration) {
        small.task(id, "D", duration, 0, 480, 1, List.of("R"), null, List.of(), null, false);
    }

    private void person(@Nullable Integer maxNights, int rest) {
        small.grains = 20 * 24;
        small.device("D", null);
        IntStream.range(0, 20).forEach(day -> small.nights.add(new Interval(day * 24 + 22, day * 24 + 29)));
        small.staff.add(new Staff("P", "S", List.of("R"), List.of(ALWAYS), maxNights, rest));
    }

    @Test
    void no_device_of_a_group_is_out_while_the_group_is_on_emergency_duty() {
        small.groups.add(new Group("G", 1, 0, List.of(new Interval(20, 24), new Interval(23, 26))));
        small.device("A", "G").device("B", null).task("T", "A", 3).task("U", "B", 3);
        assertThat(broken(at("T", 18))).isEqualTo(Map.of("duty", 1L));
        assertThat(broken(at("T", 22))).isEqualTo(Map.of("duty", 3L));
        assertThat(broken(at("T", 17), at("U", 22))).isEmpty();
        assertThat(broken(at("T", 26))).isEmpty();
    }

    @Test
    void between_two_devices_of_a_group_lies_its_gap_whichever_comes_first() {
        small.groups.add(new Group("G", 2, 4, List.of()));
        small.device("A", "G").device("B", "G").device("C", "G").task("T", "A", 2).task("U", "B", 2).task("V", "A", 2)
                .task("W", "C", 2);
        assertThat(broken(at("T", 0), at("U", 5))).isEqualTo(Map.of("gap", 1L));
        assertThat(broken(at("T", 5), at("U", 0))).isEqualTo(Map.of("gap", 1L));
        assertThat(broken(at("T", 0), at("U", 6))).isEmpty();
        assertThat(broken(at("T", 0), at("U", 1))).as("together is no gap either").isEqualTo(Map.of("gap", 1L));
        assertThat(broken(at("T", 0), at("U", 4), at("W", 8))).as("each pair counts").isEqualTo(Map.of("gap", 2L));
        assertThat(broken(at("T", 0), at("V", 2))).as("one device follows itself as it likes").isEmpty();
    }

    @Test
    void a_pilot_soaks_before_the_fleet_follows() {
        small.device("D", null).device("E", null).task("T", "D", 3);
        small.tasks.add(new PatchTask("U", "E", 1, 0, 72, 1, List.of(), null, List.of("T"), 24, null, false));
        assertThat(broken(at("T", 0), at("U", 26))).isEqualTo(Map.of("soak", 1L));
        assertThat(broken(at("T", 0), at("U", 27))).isEmpty();
        assertThat(broken(at("T", 0), at("U", 3))).isEqualTo(Map.of("soak", 1L));
        assertThat(broken(at("T", 0), at("U", 2))).as("what is out of order is that once").isEqualTo(Map.of("order", 1L));
        assertThat(broken(at("U", 26))).isEqualTo(Map.of("order", 1L));
    }

    @Test
    void a_vendor_comes_no_sooner_than_its_lead_time_unless_that_was_agreed() {
        small.device("D", null);
        small.vendors.add(new Vendor("V", 1, 9, List.of(ALWAYS), 30));
        small.task("T", "D", 2, 0, 72, 1, List.of(), "V", List.of(), 10, false).task("U", "D", 2);
        assertThat(broken(at("T", 29))).isEqualTo(Map.of("lead", 1L));
        assertThat(broken(at("T", 30))).isEmpty();
        assertThat(broken(at("T", 10))).as("where the published plan has it").isEmpty();
        assertThat(broken(at("T", 11))).isEqualTo(Map.of("lead", 1L));
        assertThat(broken(at("U", 0))).as("needs no vendor").isEmpty();
    }

    @Test
    void hours_outside_the_inspection_days_cost_where_there_are_any() {
        small.weights = small.weights.further(7, 0, 0, 0);
        small.devices.add(new PlannedDevice("A", "S", null, 0, new int[168], List.of(), List.of(new Interval(24, 48)), List.of()));
        small.device("B", null).task("T", "A", 3).task("U", "B", 3);
        assertThat(parts(at("T", 45)).inspection()).isZero();
        assertThat(parts(at("T", 46)).inspection()).isEqualTo(7);
        assertThat(parts(at("T", 48)).inspection()).isEqualTo(21);
        assertThat(parts(at("U", 48)).inspection()).as("no inspection days known").isZero();
        small.weights = Problem.Weights.DEFAULT;
        assertThat(parts(at("T", 48)).inspection()).isZero();
    }

    @Test
    void hours_to_avoid_cost_by_the_grain() {
        small.weights = small.weights.further(0, 11, 0, 0);
        small.devices.add(new PlannedDevice("A", "S", null, 0, new int[168], List.of(), List.of(), List.of(new Interval(0, 24))));
        small.task("T", "A", 3);
        assertThat(parts(at("T", 21)).avoid()).isEqualTo(33);
        assertThat(parts(at("T", 23)).avoid()).isEqualTo(11);
        assertThat(parts(at("T", 24)).avoid()).isZero();
    }

    @Test
    void a_full_week_of_one_person_costs_by_its_square() {
        small.weights = small.weights.further(0, 0, 10, 2);
        person(null, 0);
        small.staff.add(Plain.staff("Q", "S", List.of("R"), List.of(ALWAYS)));
        work("T", 3);
        work("U", 3);
        assertThat(parts(at("T", 0, "P")).spread()).isEqualTo(10);
        assertThat(parts(at("T", 0, "P"), at("U", 100, "P")).spread()).isEqualTo(160);
        assertThat(parts(at("T", 0, "P"), at("U", 100, "Q")).spread()).isEqualTo(20);
        assertThat(parts(at("T", 0, "P"), at("U", 168, "P")).spread()).as("the week after").isEqualTo(20);
        assertThat(parts(at("T", 0, "P"), at("U", 167, "P")).spread()).as("a grain of it in this week").isEqualTo(40);
    }

    @Test
    void nights_are_limited_in_any_seven_running() {
        person(2, 0);
        work("T", 2);
        work("U", 2);
        work("V", 2);
        Placement monday = at("T", 22, "P");
        Placement tuesday = at("U", 46, "P");
        assertThat(broken(monday, tuesday)).isEmpty();
        assertThat(broken(monday, tuesday, at("V", 94, "P"))).as("in the runs from Monday, and from the night before it")
                .isEqualTo(Map.of("nights", 2L));
        assertThat(broken(monday, tuesday, at("V", 24 * 6 + 22, "P"))).as("the seventh night").isEqualTo(Map.of("nights", 1L));
        assertThat(broken(monday, tuesday, at("V", 24 * 7 + 22, "P"))).as("the eighth").isEmpty();
        assertThat(broken(monday, tuesday, at("V", 51, "P"))).as("the same night again").isEmpty();
        assertThat(broken(monday, tuesday, at("V", 90, "P"))).as("by day").isEmpty();
        assertThat(broken(monday, tuesday, at("V", 93, "P"))).as("a grain at night").isEqualTo(Map.of("nights", 2L));
    }

    @Test
    void whoever_may_not_work_at_night_does_not() {
        person(0, 0);
        work("T", 2);
        assertThat(broken(at("T", 20, "P"))).isEmpty();
        assertThat(broken(at("T", 21, "P"))).containsOnlyKeys("nights");
        assertThat(broken(at("T", 28, "P"))).containsOnlyKeys("nights");
        assertThat(broken(at("T", 29, "P"))).isEmpty();
    }

    @Test
    void after_a_night_comes_rest_but_not_within_it() {
        person(null, 11);
        work("T", 2);
        work("U", 2);
        Placement night = at("T", 22, "P");
        assertThat(broken(night, at("U", 34, "P"))).isEqualTo(Map.of("rest", 1L));
        assertThat(broken(night, at("U", 35, "P"))).isEmpty();
        assertThat(broken(night, at("U", 27, "P"))).as("goes on in the same night").isEmpty();
        assertThat(broken(night, at("U", 28, "P"))).as("begins in the same night").isEmpty();
        assertThat(broken(night, at("U", 29, "P"))).as("begins when the night is over").isEqualTo(Map.of("rest", 1L));
        assertThat(broken(at("T", 18, "P"), at("U", 24, "P"))).as("the first was not at night").isEmpty();
        small.staff.add(new Staff("Q", "S", List.of("R"), List.of(ALWAYS), null, 11));
        assertThat(broken(night, at("U", 29, "Q"))).as("somebody else").isEmpty();
    }
}
