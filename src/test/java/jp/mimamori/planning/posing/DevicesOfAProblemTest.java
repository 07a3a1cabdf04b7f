package jp.mimamori.planning.posing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Source;
import org.junit.jupiter.api.Test;

/** Devices as a problem knows them: how critical, how busy, booked, and which stand in for each other. */
class DevicesOfAProblemTest {

    private final Hospital hospital = new Hospital();

    private static LocalDateTime at(int month, int day, int hour, int minute) {
        return LocalDateTime.of(2025, month, day, hour, minute);
    }

    private static List<String> codes(Plan plan) {
        return plan.assumptions().stream().map(Issue::code).toList();
    }

    @Test
    void criticality_is_the_worse_of_safety_and_operation_and_unknown_counts_4() {
        hospital.fix(hospital.device("A", "x", null, d -> d.safety = Safety.CATASTROPHIC), null, Urgency.DEFER);
        hospital.fix(hospital.device("B", "x", null, d -> d.operation = Operation.HOSPITAL_WIDE), null, Urgency.DEFER);
        hospital.fix(hospital.device("C", "x", null, d -> d.safety = Safety.UNKNOWN), null, Urgency.DEFER);
        hospital.fix(hospital.device("D", "x", null, d -> {
            d.safety = Safety.NEGLIGIBLE;
            d.operation = Operation.LOW;
        }), null, Urgency.DEFER);
        assertThat(hospital.plan().problem().devices()).extracting(Problem.PlannedDevice::criticality).containsExactly(5, 5, 4, 1);
    }

    @Test
    void utilisation_by_number_beats_the_category_and_its_gaps_are_filled_with_the_usual_week() {
        int[] byNumber = new int[Utilisation.HOURS];
        Arrays.fill(byNumber, 7);
        byNumber[24] = -1;
        int[] byCategory = new int[Utilisation.HOURS];
        Arrays.fill(byCategory, 50);
        hospital.utilisation.add(new Utilisation("ct", byCategory, new Source("u.xlsx", "u", 1)));
        hospital.utilisation.add(new Utilisation("RD-01", byNumber, new Source("u.xlsx", "u", 2)));
        hospital.fix(hospital.device("RD-01", "CT装置A", "ct"), null, Urgency.DEFER);
        hospital.fix(hospital.device("RD-02", "CT装置B", "ct"), null, Urgency.DEFER);
        hospital.fix(hospital.device("RD-03", "MRI装置", "mri"), null, Urgency.DEFER);
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 9), 2));
        // the problem begins on a Tuesday
        assertThat(plan.problem().devices().get(0).utilisation()).startsWith(50, 7, 7).endsWith(7).hasSize(168);
        assertThat(plan.problem().devices().get(1).utilisation()).containsOnly(50);
        assertThat(plan.problem().devices().get(2).utilisation()[10]).isEqualTo(95);
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-008")).singleElement()
                .satisfies(issue -> assertThat(issue.message().in(Language.JA)).contains("1台").contains("MRI 1"));
    }

    @Test
    void a_booking_blocks_every_grain_it_touches_and_is_found_by_number_or_room() {
        hospital.booking("RD-01", at(9, 15, 9, 30), at(9, 15, 10, 0));
        hospital.booking("ＣＴ１", at(9, 16, 9, 0), at(9, 16, 10, 30));
        hospital.booking("知らない室", at(9, 16, 9, 0), at(9, 16, 10, 30));
        hospital.fix(hospital.device("RD-01", "CT装置A", "ct", d -> d.location = "CT1"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().devices().get(0).bookings())
                .containsExactly(new Interval(7 * 24 + 9, 7 * 24 + 10), new Interval(8 * 24 + 9, 8 * 24 + 11));
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-009")).singleElement()
                .satisfies(issue -> assertThat(issue.message().in(Language.EN)).contains("知らない室"));
    }

    @Test
    void a_booking_that_fits_several_devices_keeps_all_of_them_busy() {
        hospital.booking("CT装置", at(9, 15, 9, 0), at(9, 15, 10, 0));
        hospital.fix(hospital.device("A", "CT装置", "ct"), null, Urgency.DEFER);
        hospital.fix(hospital.device("B", "CT装置", "ct"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().devices()).allSatisfy(device -> assertThat(device.bookings()).hasSize(1));
        assertThat(codes(plan)).contains("PLAN-010");
    }

    @Test
    void of_a_redundancy_group_at_most_a_third_may_be_out_and_never_all() {
        for (int n = 0; n < 7; n++) {
            boolean disposed = n == 6;
            hospital.fix(hospital.device("V" + n, "人工呼吸器", "ventilator", d -> {
                d.group = "ICU-VENT";
                d.status = disposed ? DeviceStatus.DISPOSED : DeviceStatus.IN_USE;
            }), null, Urgency.DEFER);
        }
        hospital.fix(hospital.device("P1", "除細動器", "defibrillator", d -> d.group = "PAIR"), null, Urgency.DEFER);
        hospital.device("P2", "除細動器", "defibrillator", d -> d.group = "PAIR");
        hospital.fix(hospital.device("X", "MRI装置", "mri", d -> d.group = "MRI"), null, Urgency.DEFER);
        assertThat(hospital.plan().problem().groups())
                .containsExactly(Plain.group("ICU-VENT", 2), Plain.group("PAIR", 1));
    }

    @Test
    void where_no_column_names_groups_the_same_kind_in_the_same_department_is_one() {
        for (int n = 0; n < 3; n++) {
            hospital.fix(hospital.device("V" + n, "人工呼吸器", "ventilator", d -> d.department = "ICU"), null, Urgency.DEFER);
        }
        hospital.fix(hospital.device("V9", "人工呼吸器", "ventilator", d -> d.department = "HCU"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().groups()).containsExactly(Plain.group("人工呼吸器 / ICU", 1));
        assertThat(plan.problem().devices()).extracting(Problem.PlannedDevice::group)
                .containsExactly("人工呼吸器 / ICU", "人工呼吸器 / ICU", "人工呼吸器 / ICU", null);
        assertThat(codes(plan)).contains("PLAN-028").doesNotContain("PLAN-015");
    }

    @Test
    void units_of_a_kind_are_one_group_and_different_things_of_one_category_are_not() {
        for (String name : List.of("CT装置A", "CT装置B", "CT装置 3号機")) {
            hospital.fix(hospital.device(name, name, "ct"), null, Urgency.DEFER);
        }
        for (String name : List.of("フロアスイッチ", "フロアスイッチ", "フロアスイッチ", "VPN装置", "VPN装置")) {
            hospital.fix(hospital.device(null, name, "network", d -> d.asset = Asset.IT), null, Urgency.DEFER);
        }
        assertThat(hospital.plan().problem().labels().group("CT装置").in(Language.JA)).isEqualTo("CT装置（3台）");
        assertThat(hospital.plan().problem().labels().group("CT装置").in(Language.EN)).isEqualTo("CT装置 (3 devices)");
        assertThat(hospital.plan().problem().groups()).containsExactly(Plain.group("CT装置", 1),
                new Problem.Group("フロアスイッチ", 1, 12, List.of()), new Problem.Group("VPN装置", 1, 12, List.of()));
    }

    @Test
    void every_category_the_estimator_knows_has_its_own_row_and_week() {
        Shelf shelf = Shelf.shipped();
        assumeTrue(shelf.list("spreadsheets/vocabulary", "categories.csv").size() == 1, "categories.csv is not on the shelf");
        Assumptions assumptions = new Assumptions();
        MaintenanceCatalogue catalogue = MaintenanceCatalogue.of(shelf, assumptions);
        List<String> known = EditedTable.read(shelf, "categories.csv", assumptions, row -> row.text("category"));
        assertThat(known).isNotEmpty().filteredOn(category -> !category.equals("-")).allSatisfy(category ->
                assertThat(catalogue.work(hospital.device("X", "x", category), catalogue.route(null)).fallback()).as(category).isFalse());
        assertThat(EditedTable.read(shelf, "utilisation-defaults.csv", assumptions, row -> row.text("category")))
                .containsAll(known.stream().filter(category -> !category.equals("-")).toList());
        assertThat(assumptions.issues()).isEmpty();
    }
}
