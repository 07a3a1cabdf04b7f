package jp.mimamori.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem.Interval;
import org.junit.jupiter.api.Test;

/** Each constraint of scheduling.md: hit, missed, and just at its border. */
class ExactScoreTest {

    private static final Interval ALWAYS = new Interval(0, 72);
    private final SmallProblem small = new SmallProblem().device("D", null).device("E", null);

    private Map<String, Long> broken(Placement... placements) {
        return ExactScore.of(small.build(), List.of(placements)).broken();
    }

    private static Placement at(String task, int start, String... staff) {
        return new Placement(task, start, Arrays.asList(staff));
    }

    @Test
    void a_start_before_the_earliest_is_one() {
        small.task("T", "D", 2, 10, 72, 3, List.of(), null, List.of(), null, false);
        assertThat(broken(at("T", 9))).isEqualTo(Map.of("earliest", 1L));
        assertThat(broken(at("T", 10))).isEmpty();
    }

    @Test
    void outside_the_horizon_nothing_else_counts() {
        small.task("T", "D", 2);
        small.blackouts.add(ALWAYS);
        assertThat(broken(at("T", 71))).isEqualTo(Map.of("horizon", 1L));
        assertThat(ExactScore.of(small.build(), List.of(at("T", 71))).score().soft()).isZero();
        assertThat(broken(at("T", -1))).isEqualTo(Map.of("horizon", 1L, "earliest", 1L));
        small.blackouts.clear();
        assertThat(broken(at("T", 70))).isEmpty();
    }

    @Test
    void each_grain_over_a_booking_counts_and_overlapping_bookings_once() {
        small.device("B", null, new Interval(10, 12), new Interval(11, 13)).task("T", "B", 2);
        assertThat(broken(at("T", 8))).isEmpty();
        assertThat(broken(at("T", 9))).isEqualTo(Map.of("booking", 1L));
        assertThat(broken(at("T", 11))).isEqualTo(Map.of("booking", 2L));
        assertThat(broken(at("T", 13))).isEmpty();
    }

    @Test
    void each_grain_over_a_blackout_counts() {
        small.blackouts.add(new Interval(20, 24));
        small.task("T", "D", 3);
        assertThat(broken(at("T", 19))).isEqualTo(Map.of("blackout", 2L));
        assertThat(broken(at("T", 17))).isEmpty();
        assertThat(broken(at("T", 24))).isEmpty();
    }

    @Test
    void a_device_serves_one_task_at_a_time() {
        small.task("T", "D", 3).task("U", "D", 3).task("V", "E", 3);
        assertThat(broken(at("T", 0), at("U", 2))).isEqualTo(Map.of("deviceTwice", 1L));
        assertThat(broken(at("T", 0), at("U", 3), at("V", 0))).isEmpty();
    }

    @Test
    void no_more_devices_of_a_group_are_out_than_may_be() {
        small.group("G", 1).device("A", "G").device("B", "G").task("T", "A", 2).task("U", "B", 2);
        assertThat(broken(at("T", 0), at("U", 1))).isEqualTo(Map.of("redundancy", 1L));
        assertThat(broken(at("T", 0), at("U", 2))).isEmpty();
        small.groups.set(0, Plain.group("G", 2));
        assertThat(broken(at("T", 0), at("U", 1))).isEmpty();
    }

    @Test
    void each_role_needs_its_own_person_of_the_site_with_the_skill_on_shift() {
        small.person("P", List.of("R"), new Interval(8, 12)).person("Q", List.of("X"), ALWAYS)
                .task("T", "D", 2, 0, 72, 1, List.of("R"), null, List.of(), null, false);
        assertThat(broken(at("T", 10, "P"))).isEmpty();
        assertThat(broken(at("T", 11, "P"))).isEqualTo(Map.of("shift", 1L));
        assertThat(broken(at("T", 10))).isEqualTo(Map.of("staffMissing", 1L));
        assertThat(broken(at("T", 10, "Q"))).isEqualTo(Map.of("skill", 1L));
        assertThat(broken(at("T", 10, "nobody"))).isEqualTo(Map.of("staffUnknown", 1L));
        assertThat(broken(at("T", 10, "P", "Q"))).isEqualTo(Map.of("staffMissing", 1L));
    }

    @Test
    void nobody_is_in_two_places_or_counts_twice() {
        small.person("P", List.of("R"), ALWAYS)
                .task("T", "D", 2, 0, 72, 1, List.of("R"), null, List.of(), null, false)
                .task("U", "E", 2, 0, 72, 1, List.of("R", "R"), null, List.of(), null, false);
        assertThat(broken(at("U", 0, "P", "P"))).isEqualTo(Map.of("staffRepeated", 1L, "staffTwice", 2L));
        small.tasks.remove(1);
        small.task("V", "E", 2, 0, 72, 1, List.of("R"), null, List.of(), null, false);
        assertThat(broken(at("T", 0, "P"), at("V", 1, "P"))).isEqualTo(Map.of("staffTwice", 1L));
        assertThat(broken(at("T", 0, "P"), at("V", 2, "P"))).isEmpty();
    }

    @Test
    void a_vendor_comes_when_it_works_within_a_day_with_enough_engineers_and_visits() {
        small.vendor("V", 1, 1, new Interval(8, 72))
                .task("T", "D", 2, 0, 72, 1, List.of(), "V", List.of(), null, false)
                .task("U", "E", 2, 0, 72, 1, List.of(), "V", List.of(), null, false);
        assertThat(broken(at("T", 7))).isEqualTo(Map.of("vendorTime", 1L));
        assertThat(broken(at("T", 8))).isEmpty();
        assertThat(broken(at("T", 23))).isEqualTo(Map.of("vendorDay", 1L));
        assertThat(broken(at("T", 22))).isEmpty();
        assertThat(broken(at("T", 8), at("U", 9))).isEqualTo(Map.of("vendorCapacity", 1L));
        assertThat(broken(at("T", 8), at("U", 10))).isEmpty();
        assertThat(broken(at("T", 8), at("U", 24))).isEqualTo(Map.of("maxVisits", 1L));
    }

    @Test
    void what_comes_before_has_ended_and_has_a_window() {
        small.task("T", "D", 3).task("U", "E", 1, 0, 72, 1, List.of(), null, List.of("T"), null, false);
        assertThat(broken(at("T", 0), at("U", 2))).isEqualTo(Map.of("order", 1L));
        assertThat(broken(at("T", 0), at("U", 3))).isEmpty();
        assertThat(broken(at("U", 3))).isEqualTo(Map.of("order", 1L));
        assertThat(broken(at("T", 3))).isEmpty();
    }

    @Test
    void a_pinned_window_does_not_move() {
        small.task("T", "D", 1, 0, 72, 1, List.of(), null, List.of(), 5, true);
        assertThat(broken(at("T", 6))).isEqualTo(Map.of("pinned", 1L));
        assertThat(broken(at("T", 5))).isEmpty();
        assertThat(broken()).isEmpty();
    }

    @Test
    void unknown_and_repeated_tasks_count() {
        small.task("T", "D", 1);
        assertThat(broken(at("T", 0), at("X", 0))).isEqualTo(Map.of("unknownTask", 1L));
        assertThat(broken(at("T", 0), at("T", 3))).isEqualTo(Map.of("taskTwice", 1L));
    }

    @Test
    void the_soft_parts_are_those_of_the_sheet() {
        small.vendor("V", 1, 3, ALWAYS).person("P", List.of("R"), ALWAYS);
        small.premium.add(new Interval(20, 22));
        small.task("T", "D", 3, 10, 22, 7, List.of("R"), "V", List.of(), 15, false);
        Schedule.Parts parts = ExactScore.of(small.build(), List.of(at("T", 21, "P"))).score().parts();
        // end 24: 7 × (24 − 10); late 4 × 7 × 2; criticality 2 × 3 grains of 10 %; 60 × (1 + 1) heads × 1 grain; 300 + 5 × 6
        assertThat(parts).isEqualTo(new Schedule.Parts(98, 56, 60, 120, 1500, 330));
        Schedule.Score onTime = ExactScore.of(small.build(), List.of(at("T", 15, "P"))).score();
        assertThat(onTime.parts()).isEqualTo(new Schedule.Parts(56, 0, 60, 0, 1500, 0));
        assertThat(onTime.soft()).isEqualTo(1616);
        assertThat(ExactScore.of(small.build(), List.of()).score().medium()).isEqualTo(7);
    }

    @Test
    void a_long_way_from_the_published_start_costs_no_more_than_the_cap() {
        small.grains = 144;
        small.task("T", "D", 1, 0, 144, 1, List.of(), null, List.of(), 0, false);
        assertThat(ExactScore.of(small.build(), List.of(at("T", 100))).score().parts().stability()).isEqualTo(800);
        assertThat(ExactScore.of(small.build(), List.of(at("T", 140))).score().parts().stability()).isEqualTo(800);
        assertThat(ExactScore.of(small.build(), List.of(at("T", 99))).score().parts().stability()).isEqualTo(795);
    }
}
