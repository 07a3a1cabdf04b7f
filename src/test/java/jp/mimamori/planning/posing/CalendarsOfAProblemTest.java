package jp.mimamori.planning.posing;

import static jp.mimamori.planning.posing.Hospital.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarsOfAProblemTest {

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
    void a_word_for_a_category_means_all_devices_of_it() {
        hospital.fix(hospital.device("X1", "一般撮影装置1", "xray"), null, Urgency.DEFER);
        hospital.fix(hospital.device("C1", "CT装置1", "ct"), null, Urgency.DEFER);
        hospital.booking("X線", at(16, 9, 0), at(16, 10, 0));
        Plan plan = hospital.plan();
        int booked = (16 - 8) * 24 + 9;
        assertThat(plan.problem().devices()).extracting(Problem.PlannedDevice::bookings)
                .containsExactly(List.of(new Interval(booked, booked + 1)), List.of());
    }

    @Test
    void a_calendar_file_that_repeats_for_ever_does_not_stretch_the_sheet_beside_it() {
        for (int day = 15; day <= 19; day++) {
            hospital.shift("放技A", "診療放射線技師", at(day, 9, 0), at(day, 17, 0));
        }
        hospital.shifts.add(new StaffShift("放技B", "診療放射線技師", Set.of(), null, at(15, 9, 0).minusDays(60), at(15, 17, 0).minusDays(60), new Source("勤務.ics", null, 5)));
        hospital.shifts.add(new StaffShift("放技B", "診療放射線技師", Set.of(), null, at(15, 9, 0).plusYears(1), at(15, 17, 0).plusYears(1), new Source("勤務.ics", null, 5)));
        ct("A");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 15), 2));
        assertThat(plan.problem().staff()).filteredOn(person -> person.id().equals("放技A")).singleElement()
                .satisfies(person -> assertThat(person.available()).extracting(Interval::from).contains(7 * 24 + 9 + 24 * 2)); // Wednesday after
        assertThat(plan.problem().staff()).filteredOn(person -> person.id().equals("放技B")).singleElement()
                .satisfies(person -> assertThat(person.available()).isEmpty());
    }

    @Test
    void what_is_available_is_rounded_inwards_and_shifts_that_touch_are_one() {
        hospital.shift("放技A", "診療放射線技師", at(15, 8, 30), at(15, 12, 30));
        hospital.shift("放技A", "診療放射線技師", at(15, 12, 30), at(15, 17, 15));
        ct("A");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 15), 1));
        assertThat(plan.problem().staff()).singleElement().satisfies(person -> {
            assertThat(person.id()).isEqualTo("放技A");
            assertThat(person.skills()).containsExactly("RT");
            assertThat(person.available()).containsExactly(new Interval(9, 17));
        });
    }

    @Test
    void beyond_its_last_day_a_roster_repeats_its_weekdays_but_not_on_public_holidays() {
        for (int day = 15; day <= 19; day++) {
            hospital.shift("放技A", "RT", at(day, 9, 0), at(day, 17, 0));
        }
        ct("A");
        Plan plan = hospital.plan(new Horizon(LocalDate.of(2025, 9, 15), 3));
        // the sheet's own Monday is 敬老の日 and stands; Tuesday 23 September is 秋分の日 and is not assumed
        assertThat(plan.problem().staff().get(0).available()).extracting(i -> plan.problem().time(i.from()).getDayOfMonth())
                .containsExactly(15, 16, 17, 18, 19, 22, 24, 25, 26, 29, 30, 1, 2, 3);
        assertThat(codes(plan)).contains("PLAN-003").doesNotContain("PLAN-001", "PLAN-002");
    }

    @Test
    void a_skill_that_names_a_device_qualifies_for_it_and_for_no_other() {
        hospital.shift("臨工A", "院内", at(16, 8, 30), at(16, 17, 15), "CT");
        hospital.shift("放技B", "放射線技師", at(16, 8, 30), at(16, 17, 15), "MRI");
        hospital.shift("放技C", "放射線技師", at(16, 8, 30), at(16, 17, 15));
        ct("A");
        hospital.fix(hospital.device("M", "MRI装置", "mri"), null, Urgency.DEFER);
        hospital.fix(hospital.device("X", "X線撮影装置", "xray"), null, Urgency.DEFER);
        hospital.fix(hospital.device("V", "人工呼吸器", "ventilator"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).extracting(Problem.PatchTask::roles)
                .containsExactly(List.of("RT:ct"), List.of("RT:mri"), List.of("RT"), List.of("CE"));
        assertThat(plan.problem().staff()).extracting(Problem.Staff::id, Problem.Staff::skills).containsExactly(
                tuple("臨工A", List.of("RT:ct")), tuple("放技B", List.of("RT:mri")), tuple("放技C", List.of("RT:ct", "RT:mri", "RT")));
        assertThat(codes(plan)).contains("PLAN-002");
        assertThat(StaffRoles.of(Shelf.shipped()).label(Language.JA, "RT:ct")).isEqualTo("診療放射線技師（CT）");
    }

    @Test
    void a_skill_reads_the_category_by_its_words_and_limits_within_it() {
        hospital.shift("検技A", "臨床検査技師", at(16, 8, 30), at(16, 17, 15), "検体検査");
        hospital.shift("検技B", "臨床検査技師", at(16, 8, 30), at(16, 17, 15), "超音波");
        hospital.fix(hospital.device("L", "生化学分析装置", "lab"), null, Urgency.DEFER);
        hospital.fix(hospital.device("U", "超音波診断装置", "ultrasound"), null, Urgency.DEFER);
        hospital.fix(hospital.device("S", "検体検査システム", "pacs"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().staff()).extracting(Problem.Staff::id, Problem.Staff::skills).containsExactly(
                tuple("検技A", List.of("LAB:lab")), tuple("検技B", List.of("LAB:ultrasound")));
        assertThat(codes(plan)).doesNotContain("PLAN-032");
    }

    @Test
    void a_skill_that_names_nothing_we_know_takes_no_role_away_and_is_told() {
        hospital.shift("検技A", "臨床検査技師", at(16, 8, 30), at(16, 17, 15), "夜間当直", "検体検査システム");
        hospital.shift("薬剤A", "薬剤師", at(16, 8, 30), at(16, 17, 15), "病棟業務");
        hospital.fix(hospital.device("L", "生化学分析装置", "lab"), null, Urgency.DEFER);
        hospital.fix(hospital.device("P", "錠剤分包機", "pharmacy"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().staff()).extracting(Problem.Staff::id, Problem.Staff::skills).containsExactly(
                tuple("検技A", List.of("LAB")), tuple("薬剤A", List.of("PH")));
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-032")).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.INFO);
            assertThat(issue.message().in(Language.JA)).contains("夜間当直 (検技A)", "病棟業務 (薬剤A)").doesNotContain("検体検査システム");
            assertThat(issue.message().in(Language.EN)).contains("夜間当直 (検技A)");
        });
    }

    @Test
    void a_skill_that_is_part_of_a_devices_name_stands_for_its_whole_category() {
        hospital.shift("薬剤A", "薬剤師", at(16, 8, 30), at(16, 17, 15), "払出装置");
        hospital.fix(hospital.device("P", "注射薬払出装置", "pharmacy"), null, Urgency.DEFER);
        hospital.fix(hospital.device("Q", "錠剤分包機", "pharmacy"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().staff()).singleElement().satisfies(person -> assertThat(person.id()).isEqualTo("薬剤A"));
        assertThat(plan.problem().tasks()).allSatisfy(task ->
                assertThat(plan.problem().staff().get(0).skills()).containsAll(task.roles()));
    }

    @Test
    void a_server_skill_is_of_it_and_never_makes_somebody_a_radiographer_or_an_engineer_of_pumps() {
        hospital.shift("情シスA", "情報システム", at(16, 8, 30), at(16, 17, 15), "サーバ");
        hospital.shift("SE1", null, at(16, 8, 30), at(16, 17, 15), "サーバー");
        hospital.fix(hospital.device("P", "画像サーバ", "pacs"), null, Urgency.DEFER);
        hospital.fix(hospital.device("G", "輸液ポンプサーバ", "pump"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().staff()).extracting(Problem.Staff::skills).containsExactly(List.of("IT"), List.of("IT"));
        assertThat(codes(plan)).contains("PLAN-002");
    }

    @Test
    void a_role_on_the_sheet_stays_the_only_one_whatever_device_the_skill_names() {
        hospital.shift("臨工A", "臨床工学技士", at(16, 8, 30), at(16, 17, 15), "CT");
        ct("A");
        hospital.fix(hospital.device("V", "人工呼吸器", "ventilator"), null, Urgency.DEFER);
        Plan plan = hospital.plan();
        assertThat(plan.problem().staff()).singleElement().satisfies(person -> assertThat(person.skills()).containsExactly("CE"));
    }

    @Test
    void a_skill_that_is_a_role_binds_nobody_to_devices() {
        hospital.shift("情シスA", "院内", at(16, 8, 30), at(16, 17, 15), "ネットワーク");
        hospital.fix(hospital.device("N", "ネットワークスイッチ", "network", d -> d.asset = Asset.IT), null, Urgency.DEFER);
        hospital.fix(hospital.device("P", "業務端末", "pc", d -> d.asset = Asset.IT), null, Urgency.DEFER);
        assertThat(hospital.plan().problem().staff()).singleElement()
                .satisfies(person -> assertThat(person.skills()).containsExactly("IT"));
    }

    @Test
    void nobody_is_invented_for_a_role_the_staff_sheet_lacks() {
        hospital.shift("臨工A", "院内", at(15, 8, 30), at(15, 17, 15), "透析");
        hospital.shift("佐藤", "院内", at(15, 8, 30), at(15, 17, 15));
        ct("A");
        Plan plan = hospital.plan();
        assertThat(plan.problem().staff()).isEmpty();
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-002")).singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(Severity.WARNING);
                    assertThat(issue.message().in(Language.JA)).contains("診療放射線技師（RT）は1件");
                    assertThat(issue.message().in(Language.EN)).contains("Radiographer (RT)");
                });
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-004")).singleElement()
                .satisfies(issue -> assertThat(issue.message().in(Language.JA)).contains("佐藤").doesNotContain("臨工A"));
        assertThat(Feasibility.starts(plan.problem(), plan.problem().tasks().get(0))).isEmpty();
    }

    @Test
    void without_a_staff_sheet_a_team_works_on_working_days_from_tomorrow() {
        ct("A");
        Plan plan = hospital.plan();
        assertThat(plan.problem().staff()).hasSize(3).allSatisfy(person -> {
            assertThat(person.skills()).containsExactly("RT");
            // Thursday 11 September is the as-of date, Monday 15 a holiday
            assertThat(person.available()).startsWith(new Interval(4 * 24 + 8, 4 * 24 + 17), new Interval(8 * 24 + 8, 8 * 24 + 17));
        });
    }

    @Test
    void roles_are_read_off_the_role_then_the_name_then_the_skills() {
        StaffRoles roles = StaffRoles.of(Shelf.shipped());
        assertThat(roles.of(shift("山田", "臨床工学技士"))).containsExactly("CE");
        assertThat(roles.of(shift("山田", "ＣＥ"))).containsExactly("CE");
        assertThat(roles.of(shift("情シスA", "院内", "ネットワーク"))).containsExactly("IT");
        assertThat(roles.of(shift("山田", "院内", "臨工"))).containsExactly("CE");
        assertThat(roles.of(shift("北陵電子SE", "業者", "CT"))).containsExactly("VENDOR");
        assertThat(roles.of(shift("Alice", "office"))).isEmpty();
        assertThat(roles.label(Language.JA, "CE")).isEqualTo("臨床工学技士");
        assertThat(roles.label(Language.EN, "X9")).isEqualTo("X9");
    }

    private static StaffShift shift(String person, String role, String... skills) {
        return new StaffShift(person, role, Set.of(skills), null, at(15, 9, 0), at(15, 17, 0), new Source("s.xlsx", "s", 1));
    }

    @Test
    void a_row_a_hospital_spoilt_is_set_aside_with_its_line_and_the_others_count(@TempDir Path home) throws Exception {
        Path folder = Files.createDirectories(home.resolve("spreadsheets/vocabulary"));
        Shelf shipped = Shelf.shipped();
        for (String path : shipped.list("spreadsheets/vocabulary", ".csv")) {
            Files.write(folder.resolve(Path.of(path).getFileName()), shipped.read(path));
        }
        Path sheet = folder.resolve("maintenance.csv");
        Files.writeString(sheet, Files.readString(sheet).replaceFirst("ct,MEDICAL,\\*,30", "ct,MEDICAL,*,半時間"));
        Path settings = folder.resolve("planning-settings.csv");
        Files.writeString(settings, Files.readString(settings).replace("group.share,3", "group.share,0"));
        Path closures = folder.resolve("holidays.csv");
        Files.writeString(closures, Files.readString(closures).replace("12-29", "12月29日").replace("08-13", "8/13"), StandardCharsets.UTF_8);
        ct("A");
        Plan plan = new ProblemBuilder(Shelf.at(home)).build(hospital.decisions, hospital.devices, Calendars.NONE, AS_OF,
                Horizon.of(AS_OF, null, null));
        assertThat(plan.problem().tasks()).hasSize(1);
        assertThat(plan.assumptions()).filteredOn(issue -> issue.code().equals("PLAN-030")).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.ERROR);
            assertThat(issue.place().text()).matches("maintenance.csv, \\d+");
            assertThat(issue.value()).isEqualTo("半時間");
        });
        assertThat(codes(plan)).contains("PLAN-031", "PLAN-013");
        assertThat(HolidayCalendar.of(Shelf.at(home), LocalDate.of(2025, 8, 1), LocalDate.of(2025, 12, 31), new Assumptions()).rest())
                .contains(LocalDate.of(2025, 12, 29));
    }

    @Test
    void both_languages_say_everything() {
        Wording words = Wording.of(ProblemBuilder.class);
        assertThat(words.keys(Language.EN)).isEqualTo(words.keys(Language.JA));
    }
}
