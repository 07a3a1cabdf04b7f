package jp.mimamori.planning.posing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.Vendor;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import org.junit.jupiter.api.Test;

/** When vendors come, and what is assumed where no sheet says. */
class VendorsOfAProblemTest {

    private final Hospital hospital = new Hospital();

    private static LocalDateTime at(int day, int hour, int minute) {
        return LocalDateTime.of(2025, 9, day, hour, minute);
    }

    private static List<String> codes(Plan plan) {
        return plan.assumptions().stream().map(Issue::code).toList();
    }

    private void ct(String id, Hospital.Edit... edits) {
        hospital.fix(hospital.device(id, "CT装置" + id, "ct", edits), null, Urgency.DEFER);
    }

    @Test
    void a_vendor_of_the_visit_sheet_comes_on_its_days_however_its_name_is_written() {
        hospital.visit("株式会社　北陵電子", null, at(16, 9, 0), at(16, 15, 0));
        hospital.visit("㈱北陵電子", null, at(17, 9, 30), at(17, 15, 0));
        ct("A", d -> d.maker = "（株）北陵電子");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 15), 1));
        assertThat(plan.problem().vendors()).singleElement().satisfies(vendor -> {
            assertThat(vendor.capacity()).isEqualTo(1);
            // beyond the sheet's last day, but not before the lead time from the as-of date: Thursday and Friday
            assertThat(vendor.available()).containsExactly(new Interval(33, 39), new Interval(58, 63), new Interval(81, 90), new Interval(105, 114));
            assertThat(vendor.maxVisits()).isEqualTo(2 + 2);
        });
        assertThat(codes(plan)).contains("PLAN-007").doesNotContain("PLAN-005");
    }

    @Test
    void a_visit_for_one_device_serves_no_other_and_no_engineer_is_promised_twice() {
        hospital.visit("北陵電子", "CT装置A", at(16, 9, 0), at(16, 17, 0));
        hospital.visit("北陵電子", null, at(17, 9, 0), at(17, 17, 0));
        ct("A");
        ct("B");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 8), 2));
        List<Vendor> vendors = plan.problem().vendors();
        assertThat(vendors).hasSize(2);
        Interval tuesday = new Interval(8 * 24 + 9, 8 * 24 + 17);
        Interval wednesday = new Interval(9 * 24 + 9, 9 * 24 + 17);
        assertThat(vendors.stream().filter(v -> v.available().contains(tuesday))).singleElement()
                .satisfies(v -> assertThat(v.id()).isEqualTo(plan.problem().tasks().get(0).vendor()));
        assertThat(vendors.stream().filter(v -> v.available().contains(wednesday))).hasSize(1);
    }

    @Test
    void a_vendors_engineer_in_the_staff_sheet_is_a_visit_and_no_member_of_staff() {
        hospital.shift("北陵電子SE", "業者", at(16, 8, 30), at(16, 17, 15), "CT・血管撮影");
        ct("A");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 8), 2));
        assertThat(plan.problem().staff()).allSatisfy(person -> assertThat(person.id()).startsWith("RT-"));
        assertThat(plan.problem().vendors().get(0).available()).contains(new Interval(8 * 24 + 9, 8 * 24 + 17));
    }

    @Test
    void an_assumed_vendor_comes_after_the_lead_time_and_rests_at_obon() {
        ct("A");
        Plan plan = new ProblemBuilder(Shelf.shipped()).build(hospital.decisions, hospital.devices, Calendars.NONE,
                LocalDate.of(2025, 8, 1), Horizon.of(LocalDate.of(2025, 8, 1), null, 3));
        assertThat(plan.problem().vendors()).singleElement().satisfies(vendor -> {
            assertThat(vendor.id()).isEqualTo("北陵電子");
            assertThat(vendor.maxVisits()).isEqualTo(6);
            // 28 July 00:00 is grain 0; lead time over on Friday 8; Monday 11 is 山の日, 13–15 お盆
            assertThat(vendor.available()).extracting(i -> plan.problem().time(i.from()).getDayOfMonth()).containsExactly(4, 5, 6, 7, 8, 12);
            assertThat(plan.problem().time(vendor.lead())).isEqualTo("2025-08-08T00:00");
        });
    }

    @Test
    void a_vendor_that_makes_none_of_the_devices_is_told() {
        hospital.visit("無関係商事", null, at(16, 9, 0), at(16, 15, 0));
        ct("A");
        assertThat(codes(hospital.plan())).contains("PLAN-011");
    }

    @Test
    void a_visit_for_a_device_nobody_knows_is_told_and_serves_none() {
        hospital.visit("北陵電子", "ガンマカメラ", at(16, 9, 0), at(16, 15, 0));
        ct("A");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 15), 1));
        assertThat(codes(plan)).contains("PLAN-029", "PLAN-005");
        assertThat(plan.problem().vendors().get(0).available()).doesNotContain(new Interval(33, 39));
    }
}
