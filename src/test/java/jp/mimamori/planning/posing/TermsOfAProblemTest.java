package jp.mimamori.planning.posing;

import static jp.mimamori.planning.posing.Hospital.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.ProblemCheck;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the hospital's calendars and settings make of the further terms. Grain 0 is Monday 8 September 2025. */
class TermsOfAProblemTest {

    @TempDir
    Path home;
    private final Hospital hospital = new Hospital();

    private static LocalDateTime at(int day, int hour) {
        return LocalDateTime.of(2025, 9, day, hour, 0);
    }

    private static int grain(int day, int hour) {
        return (day - 8) * 24 + hour;
    }

    private static List<String> codes(Plan plan) {
        return plan.assumptions().stream().map(Issue::code).toList();
    }

    private void fix(String id, String name, String category, Hospital.Edit... edits) {
        hospital.fix(hospital.device(id, name, category, edits), null, Urgency.DEFER);
    }

    private static PlannedDevice device(Plan plan, String id) {
        return plan.problem().devices().stream().filter(device -> device.id().equals(id)).findFirst().orElseThrow();
    }

    private Plan plan(Choices choices, Shelf shelf, int weeks) {
        return new ProblemBuilder(shelf, choices).build(hospital.decisions, hospital.devices, new Calendars(hospital.utilisation,
                hospital.bookings, hospital.shifts, hospital.vendorDays, hospital.siteDays), AS_OF, Horizon.of(AS_OF, null, weeks));
    }

    /** A home with the shipped vocabulary, one file of it edited. */
    private Shelf home(String file, String from, String to) throws Exception {
        Path folder = Files.createDirectories(home.resolve("spreadsheets/vocabulary"));
        for (String path : Shelf.shipped().list("spreadsheets/vocabulary", ".csv")) {
            Files.write(folder.resolve(Path.of(path).getFileName()), Shelf.shipped().read(path));
        }
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(from);
        Files.writeString(folder.resolve(file), before.replace(from, to));
        return Shelf.at(home);
    }

    @Test
    void emergency_duty_of_all_devices_of_a_group_is_the_groups_and_of_some_their_own() {
        fix("C1", "CT装置A", "ct");
        fix("C2", "CT装置B", "ct");
        fix("M1", "MRI装置A", "mri");
        fix("M2", "MRI装置B", "mri", d -> d.status = DeviceStatus.SPARE);
        hospital.day(SiteDay.Kind.EMERGENCY_DUTY, null, at(16, 17), at(17, 9));
        Plan plan = hospital.plan();
        Interval duty = new Interval(grain(16, 17), grain(17, 9));
        assertThat(plan.problem().groups()).extracting(Problem.Group::closed).containsExactly(List.of(duty), List.of());
        assertThat(device(plan, "C1").bookings()).isEmpty();
        assertThat(device(plan, "M1").bookings()).containsExactly(duty);
        assertThat(device(plan, "M2").bookings()).isEmpty();
    }

    @Test
    void a_freeze_of_a_department_is_no_emergency_duty() {
        fix("C1", "CT装置A", "ct", d -> d.department = "放射線科");
        fix("C2", "CT装置B", "ct", d -> d.department = "放射線科");
        hospital.day(SiteDay.Kind.FREEZE, "放射線科", at(16, 0), at(17, 0));
        Plan plan = hospital.plan();
        assertThat(plan.problem().groups()).extracting(Problem.Group::closed).containsExactly(List.of());
        assertThat(device(plan, "C1").bookings()).containsExactly(new Interval(grain(16, 0), grain(17, 0)));
    }

    @Test
    void inspection_days_draw_the_windows_of_their_devices_only() {
        fix("C1", "CT装置A", "ct", d -> d.department = "放射線科");
        fix("P1", "輸液ポンプ", "pump");
        hospital.day(SiteDay.Kind.INSPECTION, "C1", at(18, 13), at(18, 17));
        hospital.day(SiteDay.Kind.INSPECTION, "結石破砕装置", at(19, 0), at(20, 0));
        Plan plan = hospital.plan();
        assertThat(device(plan, "C1").inspections()).containsExactly(new Interval(grain(18, 13), grain(18, 17)));
        assertThat(device(plan, "P1").inspections()).isEmpty();
        assertThat(plan.problem().weights().inspection()).isPositive();
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-040")).singleElement().satisfies(issue -> {
            assertThat(issue.value()).isEqualTo("結石破砕装置");
            assertThat(issue.place().file()).isEqualTo("暦.xlsx");
        });
    }

    @Test
    void outpatient_imaging_avoids_the_daytime_of_mondays_and_of_the_day_after_a_long_rest() {
        fix("C1", "CT装置A", "ct");
        fix("V1", "人工呼吸器", "ventilator");
        Plan plan = plan(Choices.NONE, Shelf.shipped(), 3);
        // Monday 15 is 敬老の日: it is rested, and Tuesday 16 follows three days of rest; Tuesday 23 is a single holiday
        assertThat(device(plan, "C1").avoid()).containsExactly(new Interval(grain(8, 8), grain(8, 17)),
                new Interval(grain(16, 8), grain(16, 17)), new Interval(grain(22, 8), grain(22, 17)));
        assertThat(device(plan, "V1").avoid()).isEmpty();
        assertThat(codes(plan)).contains("PLAN-045");
    }

    @Test
    void the_rest_of_a_model_waits_until_its_pilot_has_proved_itself() {
        for (int n = 1; n <= 5; n++) {
            hospital.decide(hospital.device("P" + n, "輸液ポンプ" + n, "pump", d -> d.model = "TE-1"), false, null, Treatment.FIX,
                    Urgency.DEFER, "CVE-2024-1", Origin.LEDGER, AS_OF.plusDays(60));
        }
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).filteredOn(task -> task.after().isEmpty()).singleElement().extracting(Problem.PatchTask::soak).isEqualTo(0);
        assertThat(plan.problem().tasks()).filteredOn(task -> !task.after().isEmpty()).hasSize(4)
                .allSatisfy(task -> assertThat(task.soak()).isEqualTo(72));
        assertThat(plan(new Choices(15, null), Shelf.shipped(), 4).problem().tasks()).extracting(Problem.PatchTask::soak).contains(72 * 4);
        assertThat(codes(plan)).contains("PLAN-043");
    }

    @Test
    void nights_and_rest_are_counted_of_people_on_a_staff_sheet_only() {
        fix("C1", "CT装置A", "ct");
        Plan assumed = hospital.plan();
        assertThat(assumed.problem().nights()).isEmpty();
        assertThat(assumed.problem().staff()).allSatisfy(person -> assertThat(person.maxNights()).isNull());
        hospital.shift("放技A", "診療放射線技師", at(15, 9), at(15, 17));
        hospital.shifts.add(new StaffShift("放技B", "診療放射線技師", Set.of(), null, at(15, 9), at(15, 17), 1, new Source("勤務表.xlsx", "勤務", 9)));
        Plan told = hospital.plan();
        assertThat(told.problem().nights()).contains(new Interval(0, 6), new Interval(grain(8, 20), grain(9, 6)));
        assertThat(told.problem().staff()).extracting(Problem.Staff::maxNights).containsExactly(2, 1);
        assertThat(told.problem().staff()).extracting(Problem.Staff::rest).containsOnly(11);
        assertThat(codes(told)).contains("PLAN-044");
    }

    @Test
    void a_visit_sheet_may_tell_capacity_visits_and_lead_time() {
        fix("C1", "CT装置A", "ct");
        for (int day = 15; day <= 19; day++) {
            hospital.vendorDays.add(new VendorDay("北陵電子", null, at(day, 9), at(day, 17), new VendorDay.Terms(3, 2, 6),
                    new Source("来院.xlsx", "来院", day)));
        }
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 8), 2));
        assertThat(plan.problem().vendors()).singleElement().satisfies(vendor -> {
            assertThat(vendor.capacity()).isEqualTo(3);
            assertThat(vendor.lead()).isEqualTo(grain(17, 0));
            assertThat(vendor.maxVisits()).isEqualTo(2 + 2); // two of the five days, and two in the week that begins on the 20th
        });
    }

    @ParameterizedTest
    @CsvSource({"15, 672", "30, 336", "60, 168"})
    void a_plan_may_count_in_quarters_halves_or_whole_hours(int minutes, int week) {
        fix("C1", "CT装置A", "ct");
        hospital.booking("C1", at(16, 9).plusMinutes(20), at(16, 9).plusMinutes(40));
        Problem problem = plan(new Choices(minutes, null), Shelf.shipped(), 26).problem();
        int perHour = 60 / minutes;
        assertThat(problem.grains()).isEqualTo(26 * week);
        assertThat(device(new Plan(problem, List.of(), List.of()), "C1").utilisation()).hasSize(26 * week);
        assertThat(plan(new Choices(minutes, null), Shelf.shipped(), 1).problem().devices().get(0).utilisation()).hasSize(week);
        assertThat(problem.devices().get(0).bookings()).containsExactly(switch (minutes) {
            case 15 -> new Interval(grain(16, 9) * 4 + 1, grain(16, 9) * 4 + 3);
            case 30 -> new Interval(grain(16, 9) * 2, grain(16, 9) * 2 + 2);
            default -> new Interval(grain(16, 9), grain(16, 10));
        });
        assertThat(problem.weights().visit()).isEqualTo(1500L * perHour);
        assertThat(problem.weights().premium()).isEqualTo(60);
        assertThat(problem.weights().spreadFrom()).isEqualTo(20 * perHour);
        assertThat(ProblemCheck.of(problem)).isEmpty();
        assertThatThrownBy(() -> new Choices(20, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_zone_with_daylight_saving_has_its_skipped_hour_closed_and_told() {
        fix("C1", "CT装置A", "ct");
        Plan plan = plan(new Choices(null, ZoneId.of("Europe/Berlin")), Shelf.shipped(), 26);
        // 30 March 2026 is beyond; 26 October 2025 only doubles an hour; so no blackout, but it is told
        assertThat(plan.problem().sites().get(0).blackouts()).isEmpty();
        assertThat(codes(plan)).contains("PLAN-041");
        Plan sydney = plan(new Choices(30, ZoneId.of("Australia/Lord_Howe")), Shelf.shipped(), 13);
        assertThat(sydney.problem().sites().get(0).blackouts()).singleElement().satisfies(gap ->
                assertThat(sydney.problem().time(gap.from())).isEqualTo("2025-10-05T02:00"));
        assertThat(codes(plan(Choices.NONE, Shelf.shipped(), 26))).doesNotContain("PLAN-041");
    }

    @Test
    void the_hospitals_own_sheet_of_days_may_name_a_department_a_duty_or_an_inspection() throws Exception {
        fix("C1", "CT装置A", "ct", d -> d.department = "放射線科");
        fix("S1", "フロアスイッチ", "network", d -> d.asset = Asset.IT);
        Shelf shelf = home("holidays.csv", "お盆,Obon,08-13", """
                放射線科休診,closed,2025-09-18,2025-09-18,site,放射線科,
                輪番,duty,2025-09-19,2025-09-19,duty,,
                CT点検,inspection,2025-09-24,2025-09-24,inspection,CT装置A,
                CT凍結,freeze,2025-09-25,2025-09-25,freeze,C1,
                点検,inspection,2025-09-26,2025-09-26,inspection,,
                お盆,Obon,08-13""");
        Plan plan = plan(Choices.NONE, shelf, 4);
        assertThat(device(plan, "C1").inspections()).containsExactly(new Interval(grain(24, 0), grain(25, 0)));
        assertThat(device(plan, "C1").utilisation()[grain(18, 10)]).as("its department rests, as on a Sunday").isEqualTo(20);
        assertThat(device(plan, "C1").bookings()).containsExactly(new Interval(grain(19, 0), grain(20, 0)), new Interval(grain(25, 0), grain(26, 0)));
        assertThat(device(plan, "S1").inspections()).isEmpty();
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-030")).singleElement()
                .satisfies(issue -> assertThat(issue.place().text()).isEqualTo("holidays.csv, 7"));
    }

    @Test
    void weights_and_terms_are_the_hospitals_to_change_and_what_cannot_be_read_is_told() throws Exception {
        fix("C1", "CT装置A", "ct");
        Shelf shelf = home("planning-settings.csv", "weight.visit,1500", "weight.visit,200");
        assertThat(plan(Choices.NONE, shelf, 2).problem().weights().visit()).isEqualTo(200);
        Path file = home.resolve("spreadsheets/vocabulary/planning-settings.csv");
        Files.writeString(file, Files.readString(file).replace("avoid.weekdays,月", "avoid.weekdays,月曜と金").replace("grain.minutes,60", "grain.minutes,20")
                .replace("weight.late,4", "weight.late,-1"));
        Plan plan = plan(Choices.NONE, shelf, 2);
        assertThat(plan.problem().grainMinutes()).isEqualTo(60);
        assertThat(plan.problem().weights().late()).isEqualTo(4);
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-031")).extracting(Issue::value)
                .containsExactlyInAnyOrder("月曜と金", "20", "-1");
    }
}
