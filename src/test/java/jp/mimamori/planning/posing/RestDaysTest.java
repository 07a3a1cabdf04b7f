package jp.mimamori.planning.posing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.ProblemCheck;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Source;
import org.junit.jupiter.api.Test;

/** What counts as the clinical use of a device on days of rest. The plan begins on Monday 8 September 2025; the 15th is 敬老の日. */
class RestDaysTest {

    private static final int MONDAY_10 = 10;
    private static final int SUNDAY_10 = 6 * 24 + 10;
    private static final int HOLIDAY_10 = 7 * 24 + 10;

    private final Hospital hospital = new Hospital();

    private void fix(String id, String name, String category, Hospital.Edit... edits) {
        hospital.fix(hospital.device(id, name, category, edits), null, Urgency.DEFER);
    }

    private Plan plan() {
        return hospital.plan(new Horizon(LocalDate.of(2025, 9, 8), 3));
    }

    private static int use(Plan plan, String id, int grain) {
        int[] use = plan.problem().devices().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow().utilisation();
        return use[grain % use.length];
    }

    /** A sheet that says one number on weekdays, another on Sundays and another on holidays. */
    private void sheet(String device, int weekday, int sunday, int holiday) {
        int[] percent = new int[Utilisation.HOURS];
        Arrays.fill(percent, 0, 6 * 24, weekday);
        Arrays.fill(percent, 6 * 24, 7 * 24, sunday);
        Arrays.fill(percent, 7 * 24, 8 * 24, holiday);
        hospital.utilisation.add(new Utilisation(device, percent, new Source("稼働率.xlsx", "稼働", 2)));
    }

    private static Issue told(Plan plan, String code) {
        return plan.assumptions().stream().filter(issue -> issue.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void an_outpatient_device_is_used_on_a_holiday_as_on_a_sunday_and_dialysis_as_on_any_monday() {
        fix("M1", "MRI装置", "mri", d -> d.department = "放射線科");
        fix("H1", "透析装置", "dialysis", d -> d.department = "透析センター");
        fix("V1", "人工呼吸器", "ventilator");
        fix("U1", "正体不明の装置", null);
        Plan plan = plan();
        assertThat(use(plan, "M1", MONDAY_10)).isEqualTo(95);
        assertThat(use(plan, "M1", HOLIDAY_10)).isEqualTo(use(plan, "M1", SUNDAY_10)).isEqualTo(4);
        assertThat(use(plan, "M1", HOLIDAY_10 + 7 * 24)).as("the Monday after").isEqualTo(95);
        assertThat(List.of("H1", "V1", "U1")).allSatisfy(id -> assertThat(use(plan, id, HOLIDAY_10)).isEqualTo(use(plan, id, MONDAY_10)));
        assertThat(use(plan, "H1", HOLIDAY_10)).isEqualTo(90);
        assertThat(told(plan, "PLAN-046").message().in(Language.JA)).contains("0台はその値").contains("1台は日曜と同じ").contains("3台は曜日どおり");
        assertThat(ProblemCheck.of(plan.problem())).isEmpty();
    }

    @Test
    void a_device_for_emergencies_or_wards_keeps_its_weekday_whatever_its_category() {
        fix("C1", "CT装置", "ct", d -> d.department = "救急科");
        fix("X1", "回診用X線", "xray", d -> d.location = "3階東病棟");
        fix("E1", "超音波診断装置", "ultrasound", d -> d.location = "ICU");
        fix("C2", "CT装置", "ct", d -> d.department = "放射線科");
        Plan plan = plan();
        assertThat(List.of("C1", "X1", "E1")).allSatisfy(id -> assertThat(use(plan, id, HOLIDAY_10)).isEqualTo(use(plan, id, MONDAY_10)));
        assertThat(use(plan, "C2", HOLIDAY_10)).isEqualTo(20);
    }

    @Test
    void what_the_sheet_says_of_holidays_goes_before_any_rule() {
        fix("M1", "MRI装置", "mri");
        fix("H1", "透析装置", "dialysis");
        sheet("M1", 80, 5, 60);
        sheet("H1", 80, 0, 10);
        Plan plan = plan();
        assertThat(use(plan, "M1", HOLIDAY_10)).isEqualTo(60);
        assertThat(use(plan, "H1", HOLIDAY_10)).isEqualTo(10);
        assertThat(plan.assumptions()).extracting(Issue::code).doesNotContain("PLAN-046");
    }

    @Test
    void on_the_closed_day_of_a_department_its_devices_rest_in_whole_hours_of_it_and_nobody_elses() {
        fix("L1", "検体検査装置", "lab", d -> d.department = "検査科");
        fix("H1", "透析装置", "dialysis", d -> d.department = "透析センター");
        fix("H2", "透析装置", "dialysis", d -> d.department = "第二透析室");
        hospital.day(SiteDay.Kind.HOLIDAY, "透析センター", LocalDateTime.of(2025, 9, 18, 12, 30), LocalDateTime.of(2025, 9, 19, 0, 0));
        Plan plan = plan();
        int thursday = 10 * 24;
        assertThat(use(plan, "H1", thursday + 12)).as("half of the hour is open").isEqualTo(90);
        assertThat(use(plan, "H1", thursday + 13)).isEqualTo(3);
        assertThat(use(plan, "H2", thursday + 13)).isEqualTo(90);
        assertThat(use(plan, "L1", thursday + 13)).isEqualTo(75);
        assertThat(plan.problem().devices()).allSatisfy(device -> assertThat(device.inspections()).isEmpty());
        assertThat(told(plan, "PLAN-022").message().in(Language.EN)).contains("as on a holiday");
    }

    @Test
    void a_closure_of_one_facility_leaves_the_other_at_work() {
        fix("M1", "MRI装置", "mri", d -> d.facility = "本院");
        fix("M2", "MRI装置", "mri", d -> d.facility = "分院");
        hospital.siteDays.add(new SiteDay(SiteDay.Kind.HOLIDAY, "創立記念日", null, "分院", LocalDateTime.of(2025, 9, 18, 0, 0),
                LocalDateTime.of(2025, 9, 19, 0, 0), new Source("暦.xlsx", "暦", 2)));
        Plan plan = plan();
        assertThat(use(plan, "M1", 10 * 24 + 10)).isEqualTo(95);
        assertThat(use(plan, "M2", 10 * 24 + 10)).isEqualTo(4);
    }

    @Test
    void a_week_without_a_day_of_rest_stays_a_week() {
        fix("M1", "MRI装置", "mri");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 29), 2));
        assertThat(plan.problem().devices().get(0).utilisation()).hasSize(7 * 24);
    }
}
