package jp.mimamori.planning.posing;

import static jp.mimamori.planning.posing.Hospital.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Source;
import org.junit.jupiter.api.Test;

class ProblemBuilderTest {

    private final Hospital hospital = new Hospital();

    private static LocalDateTime at(int month, int day, int hour, int minute) {
        return LocalDateTime.of(2025, month, day, hour, minute);
    }

    private static List<String> codes(Plan plan) {
        return plan.assumptions().stream().map(Issue::code).toList();
    }

    // horizon

    @Test
    void by_default_the_plan_begins_with_the_monday_of_the_week_of_tomorrow_and_covers_13_weeks() {
        assertThat(Horizon.of(LocalDate.of(2025, 9, 11), null, null)).isEqualTo(new Horizon(LocalDate.of(2025, 9, 8), 13));
        assertThat(Horizon.of(LocalDate.of(2025, 9, 14), null, 4)).isEqualTo(new Horizon(LocalDate.of(2025, 9, 15), 4));
        assertThat(Horizon.of(LocalDate.of(2025, 9, 15), null, null).from()).isEqualTo(LocalDate.of(2025, 9, 15));
    }

    @Test
    void urgent_tasks_may_start_tomorrow_and_others_from_monday() {
        hospital.fix(hospital.device("A", "CT装置", "ct"), "Windows 10", Urgency.OUT_OF_CYCLE);
        hospital.fix(hospital.device("B", "CT装置", "ct"), "Windows 10", Urgency.SCHEDULED);
        Problem problem = hospital.plan().problem();
        assertThat(problem.time(problem.tasks().get(0).earliest())).isEqualTo(AS_OF.plusDays(1).atStartOfDay());
        assertThat(problem.time(problem.tasks().get(1).earliest())).isEqualTo(LocalDate.of(2025, 9, 15).atStartOfDay());
    }

    @Test
    void a_horizon_that_is_over_on_the_as_of_date_is_told() {
        hospital.fix(hospital.device("A", "CT装置", "ct"), "Windows 10", Urgency.SCHEDULED);
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 1, 6), 4));
        assertThat(codes(plan)).contains("PLAN-023");
        assertThat(Feasibility.starts(plan.problem(), plan.problem().tasks().get(0))).isEmpty();
    }

    // bundling

    @Test
    void findings_of_one_route_of_one_device_become_one_task_with_the_worst_risk_plus_one_for_each_further_finding() {
        Device ct = hospital.device("A", "CT装置", "ct");
        hospital.fix(ct, "Windows 10（バージョン 22H2）", Urgency.SCHEDULED);
        hospital.fix(ct, "Windows 10 21H2", Urgency.OUT_OF_CYCLE);
        hospital.fix(ct, "Windows 10", Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).hasSize(1);
        assertThat(plan.maintenance().get(0).findings()).hasSize(3);
        assertThat(plan.problem().tasks().get(0).risk()).isEqualTo(10 * 3 + 2);
    }

    @Test
    void another_product_another_device_and_an_estimated_patch_are_tasks_of_their_own() {
        Device ct = hospital.device("A", "CT装置", "ct");
        hospital.fix(ct, "Windows 10", Urgency.SCHEDULED);
        hospital.fix(ct, "Alpha Viewer 3.2", Urgency.SCHEDULED);
        hospital.fix(ct, "Alpha Viewer v3.1（保守版）", Urgency.SCHEDULED);
        hospital.fix(ct, "Oracle Database 19c", Urgency.SCHEDULED);
        hospital.decide(ct, false, "Windows 10", Treatment.FIX, Urgency.SCHEDULED, "CVE-2024-1", Origin.ESTIMATE, AS_OF);
        hospital.fix(hospital.device("B", "CT装置", "ct"), "Windows 10", Urgency.SCHEDULED);
        Plan plan = hospital.plan();
        assertThat(plan.maintenance()).extracting(m -> m.findings().size()).containsExactly(1, 2, 1, 1, 1);
        assertThat(plan.maintenance()).extracting(Maintenance::tentative).containsExactly(false, false, false, true, false);
        assertThat(codes(plan)).contains("PLAN-016");
    }

    @Test
    void a_product_loses_its_version_and_nothing_else() {
        assertThat(List.of("SQL Server 2019", "SQL Server Ver. 2017（保守）", "Alpha Viewer v3.1", "AlphaViewer3.2", "PIC iX C.03", "2024"))
                .extracting(PatchTasks::product).containsExactly("sqlserver", "sqlserver", "alphaviewer", "alphaviewer", "picixc", "2024");
    }

    @Test
    void an_estimated_patch_of_an_it_asset_is_not_tentative() {
        Device server = hospital.device("S", "部門サーバ", "server", d -> d.asset = Asset.IT);
        hospital.decide(server, false, "Windows Server 2019", Treatment.FIX, Urgency.SCHEDULED, null, Origin.ESTIMATE, AS_OF);
        assertThat(hospital.plan().maintenance()).extracting(Maintenance::tentative).containsExactly(false);
    }

    @Test
    void mitigate_accept_and_devices_disposed_of_get_no_task() {
        Device ct = hospital.device("A", "CT装置", "ct");
        hospital.decide(ct, false, null, Treatment.MITIGATE, Urgency.IMMEDIATE, "CVE-2024-1", Origin.LEDGER, AS_OF);
        hospital.decide(ct, false, null, Treatment.ACCEPT, Urgency.DEFER, "CVE-2024-2", Origin.LEDGER, AS_OF);
        hospital.fix(hospital.device("B", "CT装置", "ct", d -> d.status = DeviceStatus.DISPOSED), null, Urgency.IMMEDIATE);
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).isEmpty();
        assertThat(plan.problem().staff()).isEmpty();
        assertThat(plan.problem().vendors()).isEmpty();
    }

    @Test
    void ledger_rows_that_name_the_same_device_without_an_inventory_share_it() {
        hospital.decide(hospital.unlisted("MC-0012", "CT装置", "ct"), true, "Windows 10", Treatment.FIX, Urgency.DEFER, "CVE-2024-1", Origin.LEDGER, AS_OF);
        hospital.decide(hospital.unlisted("ＭＣ-0012", "CT", "ct"), true, "Windows 10", Treatment.FIX, Urgency.DEFER, "CVE-2024-2", Origin.LEDGER, AS_OF);
        hospital.decide(hospital.unlisted(null, "MRI装置", "mri"), true, "Windows 10", Treatment.FIX, Urgency.DEFER, "CVE-2024-2", Origin.LEDGER, AS_OF);
        assertThat(hospital.plan().maintenance()).extracting(m -> m.findings().size()).containsExactly(2, 1);
    }

    @Test
    void two_inventory_rows_with_the_same_number_stay_two_devices() {
        hospital.fix(hospital.device("A", "CT装置", "ct"), null, Urgency.DEFER);
        hospital.fix(hospital.device("A", "MRI装置", "mri"), null, Urgency.DEFER);
        assertThat(hospital.plan().problem().devices()).extracting(Problem.PlannedDevice::id).containsExactly("A", "A#2");
    }

    // due dates

    @Test
    void a_deadline_is_met_on_its_day_and_one_that_has_passed_is_grain_0() {
        Device ct = hospital.device("A", "CT装置", "ct");
        hospital.decide(ct, false, "a", Treatment.FIX, Urgency.SCHEDULED, null, Origin.LEDGER, LocalDate.of(2025, 9, 20));
        hospital.decide(ct, false, "b", Treatment.FIX, Urgency.SCHEDULED, null, Origin.LEDGER, LocalDate.of(2024, 1, 1));
        hospital.decide(ct, false, "c", Treatment.FIX, Urgency.SCHEDULED, null, Origin.LEDGER, LocalDate.of(2030, 1, 1));
        Problem problem = hospital.plan().problem();
        assertThat(problem.tasks()).extracting(PatchTask::due).containsExactly(13 * 24, 0, problem.grains());
    }

    @Test
    void a_finding_without_discovery_date_is_due_as_if_it_were_found_today_and_that_is_told() {
        hospital.decide(hospital.device("A", "CT装置", "ct"), false, null, Treatment.FIX, Urgency.SCHEDULED, null, Origin.LEDGER, null);
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 8), 26));
        assertThat(plan.problem().time(plan.problem().tasks().get(0).due())).isEqualTo(AS_OF.plusDays(91).atStartOfDay());
        assertThat(codes(plan)).contains("PLAN-014");
    }

    // what a task takes

    @Test
    void a_medical_device_needs_its_vendor_whatever_its_category_says_and_a_pc_does_not() {
        hospital.fix(hospital.device("A", "計測用PC", "pc"), "Windows 10", Urgency.DEFER);
        hospital.fix(hospital.device("B", "業務端末", "pc", d -> d.asset = Asset.IT), "Windows 10", Urgency.DEFER);
        assertThat(hospital.plan().problem().tasks()).extracting(PatchTask::vendor).containsExactly("北陵電子", null);
    }

    @Test
    void a_device_of_unknown_category_takes_the_cautious_row_and_is_told() {
        hospital.fix(hospital.device("A", "謎の装置", null), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks().get(0).duration()).isEqualTo(3);
        assertThat(plan.problem().tasks().get(0).vendor()).isNotNull();
        assertThat(codes(plan)).contains("PLAN-013", "PLAN-012");
    }

    @Test
    void a_lot_is_worked_on_unit_by_unit_in_as_many_windows_as_it_takes_the_first_being_the_pilot() {
        hospital.fix(hospital.device("A", "輸液ポンプ", "pump", d -> d.quantity = 35), null, Urgency.DEFER);
        hospital.fix(hospital.device("B", "輸液ポンプ", "pump", d -> d.quantity = 2), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        // 60 minutes for the first, 30 for each further one, 360 at most: 11 in a window
        assertThat(plan.maintenance()).extracting(Maintenance::units).containsExactly(9, 9, 9, 8, 2);
        assertThat(plan.maintenance()).extracting(Maintenance::part).containsExactly(1, 2, 3, 4, 1);
        assertThat(plan.problem().tasks()).extracting(PatchTask::duration).containsExactly(5, 5, 5, 5, 2);
        assertThat(plan.problem().tasks()).extracting(PatchTask::after)
                .containsExactly(List.of(), List.of("A-device"), List.of("A-device"), List.of("A-device"), List.of());
        assertThat(codes(plan)).contains("PLAN-025").doesNotContain("PLAN-027");
    }

    @Test
    void an_id_of_a_task_says_device_and_action_and_another_finding_moves_no_other() {
        Device ct = hospital.device("ME-0105", "CT装置A", "ct");
        hospital.fix(ct, "Windows 10", Urgency.SCHEDULED);
        hospital.fix(ct, "Alpha Viewer 3.2", Urgency.SCHEDULED);
        hospital.decide(ct, false, "Windows 10", Treatment.FIX, Urgency.SCHEDULED, "CVE-2024-1", Origin.ESTIMATE, AS_OF);
        hospital.fix(hospital.unlisted(null, "MRI装置", "mri", d -> d.location = "B1"), null, Urgency.DEFER);
        hospital.fix(hospital.device("IT-9", "端末", "pc", d -> d.quantity = 60), null, Urgency.DEFER);
        List<String> before = ids(hospital.plan());
        assertThat(before).startsWith("ME-0105-os", "ME-0105-alphaviewer", "ME-0105-os-tentative", "MRI装置 (B1)-device", "IT-9-device",
                "IT-9-device#2");
        assertThat(ids(hospital.plan())).isEqualTo(before);
        hospital.decisions.add(0, hospital.fix(hospital.device("ME-0001", "人工呼吸器", "ventilator"), null, Urgency.IMMEDIATE));
        hospital.decisions.remove(hospital.decisions.size() - 1);
        assertThat(ids(hospital.plan())).startsWith("ME-0001-device").containsAll(before).hasSize(before.size() + 1);
        assertThat(hospital.plan().problem().labels().task("ME-0105-os").in(Language.JA)).isEqualTo("ME-0105 CT装置A OS更新");
    }

    private static List<String> ids(Plan plan) {
        return plan.problem().tasks().stream().map(PatchTask::id).toList();
    }

    @Test
    void next_week_a_published_window_is_found_by_its_date_and_an_approved_patch_keeps_the_tentative_one() {
        Device ct = hospital.device("A", "CT装置", "ct");
        hospital.decide(ct, false, "Windows 10", Treatment.FIX, Urgency.SCHEDULED, "CVE-2024-1", Origin.ESTIMATE, AS_OF);
        Problem published = hospital.plan().problem();
        var window = new Schedule.Assignment("A-os-tentative", 400, 404, published.time(400), published.time(404), List.of(), List.of());
        var nothing = new Schedule.Score(0, 0, 0, new Schedule.Parts(0, 0, 0, 0, 0, 0));
        var schedule = new Schedule(published.id(), true, nothing, null, List.of(window), List.of(), List.of(), new Schedule.Run(0, 0, "read"));
        assertThat(published.published(schedule).tasks().get(0).previous()).isEqualTo(400);
        hospital.decisions.clear();
        hospital.fix(ct, "Windows 10", Urgency.SCHEDULED);
        Problem later = hospital.plan(new Horizon(published.start().toLocalDate().plusWeeks(1), 13)).problem();
        assertThat(later.published(schedule).tasks()).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo("A-os");
            assertThat(task.previous()).isEqualTo(400 - 7 * 24);
        });
    }

    @Test
    void a_lot_beyond_all_windows_is_told_at_its_row() {
        hospital.fix(hospital.device("A", "業務端末", "pc", d -> {
            d.asset = Asset.IT;
            d.quantity = 100_000;
        }), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).hasSize(Lot.MOST_WINDOWS);
        assertThat(plan.maintenance().stream().mapToInt(Maintenance::units).sum()).isEqualTo(100_000);
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-027"))
                .singleElement().satisfies(issue -> assertThat(issue.place().row()).isNotNull());
    }

    // devices

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
                .containsExactly(new Problem.Group("ICU-VENT", 2), new Problem.Group("PAIR", 1));
    }

    @Test
    void where_no_column_names_groups_the_same_kind_in_the_same_department_is_one() {
        for (int n = 0; n < 3; n++) {
            hospital.fix(hospital.device("V" + n, "人工呼吸器", "ventilator", d -> d.department = "ICU"), null, Urgency.DEFER);
        }
        hospital.fix(hospital.device("V9", "人工呼吸器", "ventilator", d -> d.department = "HCU"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().groups()).containsExactly(new Problem.Group("人工呼吸器 / ICU", 1));
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
        assertThat(hospital.plan().problem().groups()).containsExactly(new Problem.Group("CT装置", 1),
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

    // calendars

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

    // properties

    @Test
    void a_ledger_alone_gives_every_task_a_start_on_stated_assumptions() {
        List<String> categories = Stream.of("ventilator", "anaesthesia", "heart_lung", "defibrillator", "dialysis", "incubator", "pump",
                "linac", "patient_monitor", "surgical_robot", "angiography", "blood_gas", "pharmacy", "rt_planning", "ct", "mri",
                "endoscopy", "xray", "lab", "ecg", "pacs", "ultrasound", "emr", "network", "server", "pc", "printer", "camera",
                "web", "something-else").toList();
        for (String category : categories) {
            Asset asset = List.of("emr", "network", "server", "pc", "printer", "camera", "web").contains(category) ? Asset.IT : Asset.MEDICAL;
            Device device = hospital.unlisted(null, category + "装置", category, d -> {
                d.asset = asset;
                d.maker = null;
            });
            hospital.decide(device, true, "Windows 10", Treatment.FIX, Urgency.SCHEDULED, "CVE-2024-7", Origin.ESTIMATE, AS_OF);
        }
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).hasSize(categories.size()).allSatisfy(task ->
                assertThat(Feasibility.starts(plan.problem(), task)).as(task.device()).isNotEmpty());
        assertThat(codes(plan)).contains("PLAN-001", "PLAN-005", "PLAN-006", "PLAN-008", "PLAN-012", "PLAN-020").doesNotHaveDuplicates();
    }

    @Test
    void no_fix_is_lost_and_every_id_is_known_whatever_the_input() {
        for (int seed = 0; seed < 40; seed++) {
            Hospital random = random(new Random(seed));
            Plan plan = random.plan();
            Problem problem = plan.problem();
            Set<FindingDecision> planned = new HashSet<>();
            Map<String, Integer> units = new HashMap<>();
            for (int n = 0; n < plan.maintenance().size(); n++) {
                Maintenance maintenance = plan.maintenance().get(n);
                assertThat(maintenance.task()).isEqualTo(problem.tasks().get(n).id());
                if (maintenance.part() == 1) {
                    maintenance.findings().forEach(finding -> assertThat(planned.add(finding)).as("twice").isTrue());
                }
                units.merge(maintenance.findings().get(0).decision().id(), maintenance.units(), Integer::sum);
            }
            assertThat(planned).as("seed %s", seed).isEqualTo(new HashSet<>(random.decisions.stream()
                    .filter(d -> d.decision().treatment() == Treatment.FIX && d.tracked().device().status() != DeviceStatus.DISPOSED).toList()));
            plan.maintenance().forEach(m -> assertThat(units.get(m.findings().get(0).decision().id())).isEqualTo(m.device().quantity()));
            checkReferences(problem);
            assertThat(random.plan().problem().tasks()).isEqualTo(problem.tasks());
            plan.assumptions().forEach(issue -> Stream.of(Language.values())
                    .forEach(language -> assertThat(issue.message().in(language)).isNotBlank().doesNotContain("{")));
        }
    }

    private static void checkReferences(Problem problem) {
        Set<String> devices = new HashSet<>(problem.devices().stream().map(Problem.PlannedDevice::id).toList());
        Set<String> vendors = new HashSet<>(problem.vendors().stream().map(Problem.Vendor::id).toList());
        Set<String> groups = new HashSet<>(problem.groups().stream().map(Problem.Group::id).toList());
        Set<String> sites = new HashSet<>(problem.sites().stream().map(Problem.Site::id).toList());
        assertThat(devices).hasSameSizeAs(problem.devices());
        assertThat(vendors).hasSameSizeAs(problem.vendors());
        assertThat(new HashSet<>(problem.staff().stream().map(Problem.Staff::id).toList())).hasSameSizeAs(problem.staff());
        assertThat(problem.devices()).allSatisfy(device -> {
            assertThat(sites).contains(device.site());
            assertThat(device.group() == null || groups.contains(device.group())).isTrue();
            assertThat(device.utilisation().length).isIn(168, problem.grains());
            assertThat(Arrays.stream(device.utilisation()).boxed()).allMatch(percent -> percent >= 0 && percent <= 100);
        });
        Map<String, PatchTask> tasks = new HashMap<>();
        problem.tasks().forEach(task -> tasks.put(task.id(), task));
        assertThat(tasks).hasSameSizeAs(problem.tasks());
        Map<String, Integer> depth = new HashMap<>();
        for (PatchTask task : problem.tasks()) {
            assertThat(devices).contains(task.device());
            assertThat(task.vendor() == null || vendors.contains(task.vendor())).isTrue();
            assertThat(task.due()).isBetween(0, problem.grains());
            assertThat(task.risk()).isPositive();
            assertThat(tasks.keySet()).containsAll(task.after());
            depth(task.id(), tasks, depth);
        }
        Stream.of(problem.premium().stream(), problem.vendors().stream().flatMap(v -> v.available().stream()),
                problem.staff().stream().flatMap(s -> s.available().stream()), problem.devices().stream().flatMap(d -> d.bookings().stream()))
                .flatMap(s -> s).forEach(i -> assertThat(0 <= i.from() && i.from() < i.to() && i.to() <= problem.grains()).isTrue());
    }

    /** Fails with a stack of its own where {@code after} has a cycle. */
    private static int depth(String id, Map<String, PatchTask> tasks, Map<String, Integer> depth) {
        Integer known = depth.get(id);
        if (known != null) {
            assertThat(known).as("cycle through %s", id).isNotNegative();
            return known;
        }
        depth.put(id, -1);
        int deepest = 0;
        for (String before : tasks.get(id).after()) {
            deepest = Math.max(deepest, 1 + depth(before, tasks, depth));
        }
        depth.put(id, deepest);
        return deepest;
    }

    private static Hospital random(Random random) {
        Hospital hospital = new Hospital();
        String[] names = {"CT装置", "輸液ポンプ", "PACSサーバ", "PACS端末", "業務端末", "人工呼吸器"};
        String[] categories = {"ct", "pump", "server", "pc", "pc", "ventilator", null};
        String[] software = {"Windows 10", "Alpha Suite 3.1", "Alpha Suite 2", "IOS XE 16.9", null, "ファームウェア V2.1"};
        for (int n = 0; n < 30; n++) {
            int kind = random.nextInt(names.length);
            Hospital.Edit edit = d -> {
                d.asset = random.nextInt(4) == 0 ? Asset.IT : Asset.MEDICAL;
                d.quantity = random.nextInt(5) == 0 ? 1 + random.nextInt(40) : 1;
                d.status = DeviceStatus.values()[random.nextInt(DeviceStatus.values().length)];
                d.safety = Safety.values()[random.nextInt(Safety.values().length)];
                d.group = random.nextInt(3) == 0 ? "G" + random.nextInt(4) : null;
                d.model = random.nextInt(2) == 0 ? "M1" : null;
                d.maker = random.nextInt(4) == 0 ? null : random.nextBoolean() ? "㈱北陵電子" : "みやび医科工業";
                d.facility = random.nextInt(6) == 0 ? "分院" : null;
                d.location = "室" + n(random);
            };
            String id = random.nextInt(5) == 0 ? null : "D" + random.nextInt(25);
            boolean listed = random.nextBoolean();
            Device device = listed ? hospital.device(id, names[kind], categories[kind], edit) : hospital.unlisted(id, names[kind], categories[kind], edit.quantityOne());
            for (int f = random.nextInt(4); f >= 0; f--) {
                hospital.decide(device, !listed, software[random.nextInt(software.length)],
                        random.nextInt(4) == 0 ? Treatment.MITIGATE : Treatment.FIX, Urgency.values()[random.nextInt(4)],
                        random.nextInt(5) == 0 ? null : "CVE-2024-" + (1000 + random.nextInt(3)), random.nextBoolean() ? Origin.LEDGER : Origin.ESTIMATE,
                        random.nextInt(6) == 0 ? null : AS_OF.plusDays(random.nextInt(400) - 200));
            }
        }
        for (int n = random.nextInt(3) * 20; n > 0; n--) {
            LocalDateTime from = AS_OF.plusDays(random.nextInt(60)).atTime(random.nextInt(20), random.nextInt(60));
            hospital.shift("臨工" + random.nextInt(4), random.nextBoolean() ? "院内" : "臨床工学技士", from, from.plusHours(8));
            hospital.visit(random.nextBoolean() ? "北陵電子株式会社" : "みやび", random.nextBoolean() ? "CT" : null, from, from.plusHours(6));
            hospital.booking("室" + n(random), from, from.plusMinutes(45));
            hospital.day(SiteDay.Kind.values()[random.nextInt(4)], random.nextBoolean() ? "CT" : null, from, from.plusHours(5));
        }
        return hospital;
    }

    private static int n(Random random) {
        return random.nextInt(8);
    }
}
