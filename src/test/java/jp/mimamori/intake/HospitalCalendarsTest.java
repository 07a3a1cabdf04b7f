package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.issue;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.inventory.VendorDay;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as hospitals keep them: each entry is read right, or asked at its cell. */
class HospitalCalendarsTest {

    @TempDir
    Path folder;

    private Reading csv(String... lines) throws Exception {
        return new WorkbookMaker(folder).csv("a.csv", lines).read();
    }

    private static List<String> at(Reading reading, int row) {
        return reading.issues().stream().filter(i -> Integer.valueOf(row).equals(i.place().row())).map(i -> i.code()).toList();
    }

    private static List<String> spans(Reading reading) {
        return reading.calendars().bookings().stream().map(b -> b.device() + " " + b.from() + "/" + b.to()).toList();
    }

    private static String hours() {
        return IntStream.range(0, 24).mapToObj(h -> h + "時").collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource({"85, 85", "85%, 85", "８５％, 85", "0.85, 85", "○, -1", "×, -1", "'', -1"})
    void a_wide_week_has_percentages_however_they_are_written(String value, int percent) throws Exception {
        String others = value.startsWith("0.") ? "|0.2" : "|20";
        Reading reading = csv("機器番号|曜日|" + hours(), "CT-1|月|" + value + others.repeat(23));
        assertThat(reading.calendars().utilisation().get(0).percent()[0]).isEqualTo(percent);
        if (value.matches("[○×]")) {
            assertThat(at(reading, 2)).isNotEmpty();
        }
    }

    @Test
    void a_visit_sheet_may_say_how_many_at_once_how_often_and_how_early_it_must_be_asked() throws Exception {
        Reading reading = csv("来院可能日|業者名|同時対応数|来院回数上限|手配日数|開始|終了", "2025/9/16|北陵電子|２名|3回|2週間前|9:00|15:00",
                "2025/9/17|北陵電子|多数|-1|1000|9:00|15:00", "2025/9/18|北陵電子||||9:00|15:00");
        assertThat(reading.calendars().vendorDays()).extracting(VendorDay::terms).containsExactly(new VendorDay.Terms(2, 3, 14),
                VendorDay.Terms.NONE, VendorDay.Terms.NONE);
        assertThat(at(reading, 3)).containsExactly("INTAKE-337", "INTAKE-337", "INTAKE-337");
        assertThat(at(reading, 4)).isEmpty();
    }

    @Test
    void a_staff_sheet_may_limit_the_nights_of_a_person() throws Exception {
        Reading reading = csv("氏名|職種|勤務日|勤務|夜勤上限", "臨工A|臨床工学技士|2025/9/16|早番|1", "臨工B|臨床工学技士|2025/9/16|夜勤|8");
        assertThat(reading.calendars().shifts()).extracting(StaffShift::maxNights).containsExactly(1, null);
        assertThat(reading.calendars().shifts().get(0).from()).isEqualTo(LocalDateTime.of(2025, 9, 16, 7, 0));
        assertThat(at(reading, 3)).containsExactly("INTAKE-337");
    }

    @Test
    void a_long_list_of_weekday_hour_and_use_is_read() throws Exception {
        Reading reading = csv("機器番号|曜日|時間帯|稼働率", "CT-1|月|9時|85%", "CT-1|月|10:00|40%", "CT-1|火|9:00〜10:00|20%", "CT-1|土日|9時|0%", "CT-1|月|昼|10%");
        Utilisation week = reading.calendars().utilisation().get(0);
        assertThat(week.percent()[9]).isEqualTo(85);
        assertThat(week.percent()[10]).isEqualTo(40);
        assertThat(week.percent()[24 + 9]).isEqualTo(20);
        assertThat(week.percent()[5 * 24 + 9]).isZero();
        assertThat(week.percent()[6 * 24 + 9]).isZero();
        assertThat(at(reading, 6)).contains("INTAKE-414");
    }

    @Test
    void bookings_under_a_merged_date_and_with_both_times_in_one_cell_are_read() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "予約", "予約日|時間|装置|検査名", "2025/9/15|9:00-9:30|CT1|頭部", "|９：３０～１０：００|CT1|胸部", "|10時〜10時30分|CT1|腹部", "2025/9/16|22:00–翌2:00|CT1|緊急");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A4"));
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        assertThat(spans(reading)).containsExactly("CT1 2025-09-15T09:00/2025-09-15T09:30", "CT1 2025-09-15T09:30/2025-09-15T10:00",
                "CT1 2025-09-15T10:00/2025-09-15T10:30", "CT1 2025-09-16T22:00/2025-09-17T02:00");
    }

    @ParameterizedTest
    @CsvSource({"22:00, 翌2:00, 2025-09-15T22:00/2025-09-16T02:00", "22:00, 26:00, 2025-09-15T22:00/2025-09-16T02:00", "９：００, １２時, 2025-09-15T09:00/2025-09-15T12:00",
        "22:00, 24:00, 2025-09-15T22:00/2025-09-16T00:00", "午後1時, 午後3時半, 2025-09-15T13:00/2025-09-15T15:30", "0:00, 24:00, 2025-09-15T00:00/2025-09-16T00:00",
        "9, 10, 2025-09-15T09:00/2025-09-15T10:00", "0900, 1030, 2025-09-15T09:00/2025-09-15T10:30", "22:00, 翌日2時, 2025-09-15T22:00/2025-09-16T02:00", "9時30分, 10時, 2025-09-15T09:30/2025-09-15T10:00"})
    void times_however_they_are_written(String start, String end, String span) throws Exception {
        assertThat(spans(csv("予約日|開始|終了|装置", "2025/9/15|" + start + "|" + end + "|CT1"))).containsExactly("CT1 " + span);
    }

    @ParameterizedTest
    @CsvSource({"午前, 2025-09-15T00:00/2025-09-15T12:00", "ＡＭ, 2025-09-15T00:00/2025-09-15T12:00", "午後, 2025-09-15T12:00/2025-09-16T00:00", "PM, 2025-09-15T12:00/2025-09-16T00:00",
        "終日, 2025-09-15T00:00/2025-09-16T00:00", "１日中, 2025-09-15T00:00/2025-09-16T00:00", "全日, 2025-09-15T00:00/2025-09-16T00:00"})
    void half_and_whole_days_block_all_they_may_mean(String time, String span) throws Exception {
        assertThat(spans(csv("予約日|時間帯|装置", "2025/9/15|" + time + "|CT1"))).containsExactly("CT1 " + span);
        assertThat(spans(csv("予約日|開始|終了|装置", "2025/9/15|" + time + "||CT1"))).containsExactly("CT1 " + span);
    }

    @Test
    void a_time_that_says_nothing_is_asked() throws Exception {
        Reading reading = csv("予約日|開始|終了|装置", "2025/9/15|未定|未定|CT1", "2025/9/15|25:99||CT1");
        assertThat(reading.calendars().bookings()).isEmpty();
        assertThat(reading.sources().get(0).sheets().get(0).setAside()).isEqualTo(2);
    }

    @Test
    void a_roster_over_the_end_of_a_month_goes_on_in_the_next_and_its_legend_is_no_shift() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        String days = IntStream.concat(IntStream.rangeClosed(16, 30), IntStream.rangeClosed(1, 15)).mapToObj(String::valueOf).collect(Collectors.joining("|"));
        sheet(book, "勤務表", "臨床工学科勤務表　令和8年9月", "氏名|" + days, "臨工A|日" + "|".repeat(15) + "準", "", "凡例：日＝日勤、準＝準夜", "日：日勤 8:30〜17:15", "準：準夜|16:30〜1:15");
        Reading reading = new WorkbookMaker(folder).book("s.xlsx", book).read();
        assertThat(reading.calendars().shifts()).extracting(StaffShift::person, StaffShift::from).containsExactly(
                org.assertj.core.groups.Tuple.tuple("臨工A", LocalDateTime.of(2026, 9, 16, 8, 30)),
                org.assertj.core.groups.Tuple.tuple("臨工A", LocalDateTime.of(2026, 10, 1, 16, 30)));
        assertThat(at(reading, 7)).isNotEmpty();
    }

    @Test
    void a_legend_of_shift_hours_beside_the_roster_that_contradicts_ours_is_asked() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        String days = IntStream.rangeClosed(1, 30).mapToObj(d -> d + "日").collect(Collectors.joining("|"));
        sheet(book, "勤務表", "2026年9月勤務表", "氏名|" + days, "臨工A|日|準|深|当|明|休|/|年休|夜明|D", "以上");
        Reading reading = new WorkbookMaker(folder).book("s.xlsx", book).read();
        assertThat(reading.calendars().shifts()).hasSize(4);
        assertThat(reading.issues().stream().filter(i -> i.code().equals("INTAKE-444")).map(i -> i.place().cell())).contains("K3");
    }

    @Test
    void vendors_come_on_days_and_a_rule_of_weekdays_is_asked() throws Exception {
        Reading reading = csv("来院日|業者名|対象装置|開始|終了", "2025/9/20|北陵|CT|9:00|17:00", "毎月第2火曜|山手|透析|9:00|12:00", "毎週水曜日|山手|透析|9:00|12:00");
        assertThat(reading.calendars().vendorDays()).hasSize(1);
        assertThat(issue(reading, "INTAKE-270").place().cell()).isEqualTo("A3");
        assertThat(at(reading, 4)).contains("INTAKE-270");
        assertThat(reading.sources().get(0).sheets().get(0).setAside()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025/12/20〜2026/1/5", "2025/12/20～1/5", "2025年12月20日から2026年1月5日まで", "R7.12.20-R8.1.5", "2025/12/20 - 2026/1/5", "令和7年12月20日〜令和8年1月5日", "2025/12/20(土)〜2026/1/5(月)"})
    void a_freeze_from_day_to_day_in_one_cell_blocks_all_of_them(String period) throws Exception {
        Reading reading = csv("日付|区分|名称", period + "|更新凍結|年末");
        assertThat(reading.calendars().siteDays()).extracting(SiteDay::from, SiteDay::to).containsExactly(
                org.assertj.core.groups.Tuple.tuple(LocalDateTime.of(2025, 12, 20, 0, 0), LocalDateTime.of(2026, 1, 6, 0, 0)));
    }

    @Test
    void a_period_in_two_cells_and_in_one_month_is_read_and_a_backward_one_is_asked() throws Exception {
        Reading reading = csv("開始日|終了日|区分", "2025/12/29|2026/1/3|年末年始", "2025/9/20|9/22|更新凍結", "2025/9/20|2025/9/10|更新凍結");
        assertThat(reading.calendars().siteDays()).extracting(SiteDay::to).containsExactly(LocalDateTime.of(2026, 1, 4, 0, 0), LocalDateTime.of(2025, 9, 23, 0, 0));
        assertThat(reading.sources().get(0).sheets().get(0).setAside()).isEqualTo(1);
        Reading one = csv("期間|区分", "2025/9/20～23|更新凍結", "2025年9月20日～23日|更新凍結", "9/20～23|更新凍結", "12/29～1/3|年末年始");
        assertThat(one.calendars().siteDays()).extracting(SiteDay::from, SiteDay::to).containsOnly(
                org.assertj.core.groups.Tuple.tuple(LocalDateTime.of(2025, 9, 20, 0, 0), LocalDateTime.of(2025, 9, 24, 0, 0))).hasSize(2);
        // a year that is not written is asked
        assertThat(at(one, 4)).contains("INTAKE-401");
        assertThat(at(one, 5)).contains("INTAKE-401");
    }

    @ParameterizedTest
    @CsvSource({"休診日, HOLIDAY", "更新凍結, FREEZE", "システム凍結期間, FREEZE", "輪番日, EMERGENCY_DUTY", "二次救急輪番, EMERGENCY_DUTY", "点検日, INSPECTION", "法定停電点検, INSPECTION", "年末年始休診, HOLIDAY", "祝日, HOLIDAY"})
    void the_kinds_of_days_are_told_apart(String kind, SiteDay.Kind expected) throws Exception {
        assertThat(csv("日付|区分", "2025/9/20|" + kind).calendars().siteDays()).extracting(SiteDay::kind).containsExactly(expected);
    }
}
