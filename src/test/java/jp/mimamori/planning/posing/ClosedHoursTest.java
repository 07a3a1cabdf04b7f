package jp.mimamori.planning.posing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.trace.Issue;
import org.junit.jupiter.api.Test;

/** Hours in which nothing may be done, or only at a premium: freezes, emergency duty, nights, days of rest. */
class ClosedHoursTest {

    private final Hospital hospital = new Hospital();

    private static LocalDateTime at(int month, int day, int hour, int minute) {
        return LocalDateTime.of(2025, month, day, hour, minute);
    }

    private static List<String> codes(Plan plan) {
        return plan.assumptions().stream().map(Issue::code).toList();
    }

    @Test
    void a_site_freeze_is_a_blackout_and_a_scoped_one_keeps_its_devices_busy() {
        hospital.day(SiteDay.Kind.FREEZE, null, at(9, 20, 0, 0), at(9, 21, 0, 0));
        hospital.day(SiteDay.Kind.FREEZE, "放射線科", at(9, 22, 8, 30), at(9, 22, 10, 0));
        hospital.fix(hospital.device("A", "CT装置", "ct", d -> d.department = "放射線科"), null, Urgency.DEFER);
        hospital.fix(hospital.device("B", "人工呼吸器", "ventilator"), null, Urgency.DEFER);
        Problem problem = hospital.plan().problem();
        assertThat(problem.sites()).singleElement().satisfies(site ->
                assertThat(site.blackouts()).containsExactly(new Interval(12 * 24, 13 * 24)));
        assertThat(problem.devices().get(0).bookings()).containsExactly(new Interval(14 * 24 + 8, 14 * 24 + 10));
        assertThat(problem.devices().get(1).bookings()).isEmpty();
    }

    @Test
    void a_freeze_whose_scope_nobody_knows_holds_everywhere() {
        hospital.day(SiteDay.Kind.FREEZE, "第九病棟", at(9, 20, 0, 0), at(9, 21, 0, 0));
        hospital.fix(hospital.device("A", "CT装置", "ct"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().sites().get(0).blackouts()).containsExactly(new Interval(12 * 24, 13 * 24));
        assertThat(codes(plan)).contains("PLAN-009");
    }

    @Test
    void on_emergency_duty_days_critical_devices_stay_in_service() {
        hospital.day(SiteDay.Kind.EMERGENCY_DUTY, null, at(9, 20, 8, 0), at(9, 21, 8, 0));
        hospital.fix(hospital.device("A", "CT装置", "ct"), null, Urgency.DEFER);
        hospital.fix(hospital.device("B", "超音波", "ultrasound", d -> {
            d.safety = Safety.MINOR;
            d.operation = Operation.LOW;
        }), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().devices().get(0).bookings()).containsExactly(new Interval(12 * 24 + 8, 13 * 24 + 8));
        assertThat(plan.problem().devices().get(1).bookings()).isEmpty();
        assertThat(codes(plan)).contains("PLAN-021");
    }

    @Test
    void nights_weekends_and_public_holidays_cost_a_premium() {
        hospital.fix(hospital.device("A", "CT装置", "ct"), null, Urgency.DEFER);
        var premium = Feasibility.bits(hospital.plan().problem().premium());
        assertThat(premium.get(5)).as("Monday 05:00").isTrue();
        assertThat(premium.get(6)).as("Monday 06:00").isFalse();
        assertThat(premium.get(20)).as("Monday 20:00").isTrue();
        assertThat(premium.get(5 * 24 + 12)).as("Saturday noon").isTrue();
        assertThat(premium.get(7 * 24 + 12)).as("敬老の日, 15 September, noon").isTrue();
        assertThat(premium.get(8 * 24 + 12)).as("16 September, noon").isFalse();
    }
}
