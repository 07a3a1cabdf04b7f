package jp.mimamori.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which way a changed decision goes: in doubt it is milder, for that is what has to be looked at. */
class DifferenceTest {

    private static final Decision FIX = decision(Urgency.OUT_OF_CYCLE, Treatment.FIX, 30, 14, List.of(), Approver.DEVICE_SAFETY, null);

    @Test
    void the_same_decision_under_another_version_is_no_difference() {
        assertThat(Difference.between(FIX, FIX)).isEmpty();
    }

    @Test
    void a_lower_urgency_is_milder_whatever_else_becomes_stricter() {
        List<Difference> found = Difference.between(FIX,
                decision(Urgency.SCHEDULED, Treatment.FIX, 10, null, List.of("C1"), Approver.COMMITTEE, null));
        assertThat(found).extracting(Difference::aspect).containsExactly(Aspect.URGENCY, Aspect.DUE_DAYS, Aspect.INTERIM_DAYS,
                Aspect.CONTROLS, Aspect.APPROVER);
        assertThat(Difference.of(found)).isEqualTo(Direction.MILDER);
    }

    @Test
    void a_higher_urgency_is_stricter_though_its_deadline_is_later() {
        assertThat(direction(decision(Urgency.IMMEDIATE, Treatment.FIX, 60, 14, List.of(), Approver.DEVICE_SAFETY, null)))
                .isEqualTo(Direction.STRICTER);
    }

    @Test
    void at_the_same_urgency_the_treatment_tells() {
        assertThat(direction(decision(Urgency.OUT_OF_CYCLE, Treatment.MITIGATE, 14, null, List.of("C1"), Approver.BOTH, null)))
                .isEqualTo(Direction.MILDER);
        assertThat(Difference.of(Difference.between(decision(Urgency.DEFER, Treatment.ACCEPT, null, null, List.of(),
                Approver.COMMITTEE, 180), decision(Urgency.DEFER, Treatment.MITIGATE, 180, null, List.of("C1"), Approver.BOTH, null))))
                .isEqualTo(Direction.STRICTER);
    }

    @Test
    void one_milder_part_is_enough_where_urgency_and_treatment_stay() {
        assertThat(direction(decision(Urgency.OUT_OF_CYCLE, Treatment.FIX, 31, 14, List.of(), Approver.COMMITTEE, null)))
                .isEqualTo(Direction.MILDER);
        assertThat(direction(decision(Urgency.OUT_OF_CYCLE, Treatment.FIX, 29, 14, List.of(), Approver.DEVICE_SAFETY, null)))
                .isEqualTo(Direction.STRICTER);
        assertThat(direction(decision(Urgency.OUT_OF_CYCLE, Treatment.FIX, 30, null, List.of(), Approver.DEVICE_SAFETY, null)))
                .as("no interim mitigation any more").isEqualTo(Direction.MILDER);
    }

    @Test
    void a_control_in_place_of_another_is_milder_and_another_order_is_nothing() {
        Decision two = decision(Urgency.SCHEDULED, Treatment.MITIGATE, 60, null, List.of("C1", "C7"), Approver.BOTH, null);
        Decision swapped = decision(Urgency.SCHEDULED, Treatment.MITIGATE, 60, null, List.of("C7", "C1"), Approver.BOTH, null);
        Decision other = decision(Urgency.SCHEDULED, Treatment.MITIGATE, 60, null, List.of("C1", "C6"), Approver.BOTH, null);
        Decision more = decision(Urgency.SCHEDULED, Treatment.MITIGATE, 60, null, List.of("C1", "C7", "C6"), Approver.BOTH, null);
        assertThat(Difference.between(two, swapped)).isEmpty();
        assertThat(Difference.of(Difference.between(two, other))).isEqualTo(Direction.MILDER);
        assertThat(Difference.of(Difference.between(two, more))).isEqualTo(Direction.STRICTER);
    }

    @Test
    void an_acceptance_that_holds_longer_is_milder() {
        Decision half = decision(Urgency.DEFER, Treatment.ACCEPT, null, null, List.of(), Approver.COMMITTEE, 180);
        Decision year = decision(Urgency.DEFER, Treatment.ACCEPT, null, null, List.of(), Approver.COMMITTEE, 365);
        assertThat(Difference.of(Difference.between(half, year))).isEqualTo(Direction.MILDER);
    }

    @Test
    void a_range_that_no_longer_reaches_as_high_is_milder_though_the_urgency_stays() {
        Decision open = range(Urgency.OUT_OF_CYCLE, Urgency.IMMEDIATE);
        assertThat(Difference.of(Difference.between(open, FIX))).isEqualTo(Direction.MILDER);
        assertThat(Difference.of(Difference.between(FIX, open))).isEqualTo(Direction.STRICTER);
        assertThat(Difference.of(Difference.between(range(Urgency.DEFER, Urgency.OUT_OF_CYCLE), range(Urgency.SCHEDULED, Urgency.OUT_OF_CYCLE))))
                .isEqualTo(Direction.STRICTER);
    }

    private static Decision range(Urgency lowest, Urgency highest) {
        return new Decision("a", Treatment.FIX, Urgency.OUT_OF_CYCLE, true, lowest, highest, List.of("exposure"), 30, 14, null, List.of(),
                List.of(), Approver.DEVICE_SAFETY, null, List.of(), List.of(), 14, "sha256:1");
    }

    private static Direction direction(Decision to) {
        return Difference.of(Difference.between(FIX, to));
    }

    private static Decision decision(Urgency urgency, Treatment treatment, @Nullable Integer due, @Nullable Integer interim,
            List<String> controls, Approver approver, @Nullable Integer acceptance) {
        return new Decision("a", treatment, urgency, false, urgency, urgency, List.of(), due, interim, null, controls, List.of(),
                approver, acceptance, List.of(), List.of(), treatment == Treatment.ACCEPT ? null : 14, "sha256:" + acceptance);
    }
}
