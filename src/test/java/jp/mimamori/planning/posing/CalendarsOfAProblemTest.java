package jp.mimamori.planning.posing;

import static jp.mimamori.planning.posing.Hospital.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.Vendor;
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

    // staff

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

    // vendors

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

    // holidays, grains and files

    @Test
    void the_public_holidays_of_2025_are_those_of_the_cabinet_office() {
        // https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html
        assertThat(JapaneseHolidays.of(Shelf.shipped(), new Assumptions()).within(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .extracting(LocalDate::toString).containsExactly("2025-01-01", "2025-01-13", "2025-02-11", "2025-02-23", "2025-02-24",
                        "2025-03-20", "2025-04-29", "2025-05-03", "2025-05-04", "2025-05-05", "2025-05-06", "2025-07-21", "2025-08-11",
                        "2025-09-15", "2025-09-23", "2025-10-13", "2025-11-03", "2025-11-23", "2025-11-24");
    }

    @Test
    void equinoxes_follow_the_sun() {
        JapaneseHolidays holidays = JapaneseHolidays.of(Shelf.shipped(), new Assumptions());
        assertThat(holidays.within(LocalDate.of(2024, 9, 15), LocalDate.of(2024, 9, 30))).extracting(LocalDate::toString)
                .containsExactly("2024-09-16", "2024-09-22", "2024-09-23");
        assertThat(holidays.within(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31))).extracting(LocalDate::toString)
                .containsExactly("2027-03-21", "2027-03-22");
    }

    @Test
    void substitute_and_citizens_holidays_count_and_closures_reach_over_the_turn_of_the_year() {
        HolidayCalendar calendar = HolidayCalendar.of(Shelf.shipped(), LocalDate.of(2025, 11, 1), LocalDate.of(2026, 9, 30), new Assumptions());
        assertThat(calendar.rest()).contains(LocalDate.of(2025, 11, 24), LocalDate.of(2026, 9, 22), LocalDate.of(2026, 5, 6),
                LocalDate.of(2025, 12, 29), LocalDate.of(2026, 1, 3)).doesNotContain(LocalDate.of(2026, 1, 4), LocalDate.of(2025, 12, 28));
        assertThat(calendar.vendors()).containsExactly(LocalDate.of(2026, 8, 13), LocalDate.of(2026, 8, 14), LocalDate.of(2026, 8, 15));
    }

    @Test
    void a_horizon_that_begins_within_a_closure_knows_it() {
        assertThat(HolidayCalendar.of(Shelf.shipped(), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 10), new Assumptions()).rest())
                .containsExactly(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3));
    }

    @Test
    void an_hour_that_the_clocks_skip_is_a_blackout() {
        Grid berlin = Grid.of(new Horizon(LocalDate.of(2026, 3, 23), 1), ZoneId.of("Europe/Berlin"), 60);
        assertThat(berlin.skipped()).containsExactly(new Interval(6 * 24 + 2, 6 * 24 + 3));
        assertThat(Grid.of(new Horizon(LocalDate.of(2026, 3, 23), 26), ZoneId.of("Asia/Tokyo"), 60).skipped()).isEmpty();
    }

    @Test
    void what_blocks_is_rounded_outwards_and_cut_at_the_horizon() {
        Grid grid = Grid.of(new Horizon(LocalDate.of(2025, 9, 15), 1), ZoneId.of("Asia/Tokyo"), 60);
        assertThat(grid.touched(at(15, 9, 59), at(15, 10, 1))).contains(new Interval(9, 11));
        assertThat(grid.touched(at(15, 9, 0), at(15, 10, 0))).contains(new Interval(9, 10));
        assertThat(grid.touched(at(15, 9, 0), at(15, 9, 0).plusSeconds(1))).contains(new Interval(9, 10));
        assertThat(grid.touched(at(1, 0, 0), at(15, 1, 0))).contains(new Interval(0, 1));
        assertThat(grid.touched(at(1, 0, 0), at(14, 1, 0))).isEmpty();
        assertThat(grid.inside(at(15, 9, 1), at(15, 10, 59))).isEmpty();
        assertThat(grid.inside(at(15, 9, 0), at(15, 10, 0))).contains(new Interval(9, 10));
        assertThat(grid.lengthOf(61)).isEqualTo(2);
        assertThat(grid.daily(LocalTime.of(22, 0), LocalTime.MIDNIGHT, 0, day -> day.getDayOfMonth() == 15)).containsExactly(new Interval(22, 24));
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
