package jp.mimamori.planning.posing;

import static jp.mimamori.planning.posing.Hospital.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import org.junit.jupiter.api.Test;

class ProblemBuilderTest {

    private final Hospital hospital = new Hospital();

    private static List<String> codes(Plan plan) {
        return plan.assumptions().stream().map(Issue::code).toList();
    }

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
}
