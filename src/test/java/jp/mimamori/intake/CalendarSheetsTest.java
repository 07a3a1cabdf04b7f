package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.inventory.Booking;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.Utilisation;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarSheetsTest {

    @TempDir
    Path folder;

    @Test
    void utilisation_is_read_by_weekday_and_hour() throws Exception {
        String hours = IntStream.range(0, 24).mapToObj(h -> h + ":00").collect(Collectors.joining("|"));
        String busy = IntStream.range(0, 24).mapToObj(h -> h >= 9 && h < 17 ? "85%" : "0").collect(Collectors.joining("|"));
        Reading reading = new WorkbookMaker(folder).csv("u.csv", "機器番号|曜日|" + hours, "CT-1|月|" + busy, "CT-1|日|" + busy,
                "CT-1|祝|" + busy.replace("85%", "20%"), "CT-1|不定|" + busy).read();
        SheetReading sheet = reading.sources().get(0).sheets().get(0);
        assertThat(sheet.role()).isEqualTo(SheetRole.UTILISATION);
        assertThat(sheet.setAside()).isEqualTo(1);
        assertThat(codes(reading)).contains("INTAKE-412");
        Utilisation week = reading.calendars().utilisation().get(0);
        assertThat(week.device()).isEqualTo("CT-1");
        assertThat(week.percent()[9]).isEqualTo(85);
        assertThat(week.percent()[8]).isZero();
        assertThat(week.percent()[24]).isEqualTo(-1);
        assertThat(week.percent()[6 * 24 + 16]).isEqualTo(85);
        assertThat(week.percent()[7 * 24 + 16]).isEqualTo(20);
    }

    @Test
    void a_holiday_is_an_eighth_day_in_rows_of_several_days_too() throws Exception {
        String hours = IntStream.range(0, 24).mapToObj(h -> h + ":00").collect(Collectors.joining("|"));
        String busy = IntStream.range(0, 24).mapToObj(h -> "30%").collect(Collectors.joining("|"));
        Reading reading = new WorkbookMaker(folder).csv("u.csv", "機器番号|曜日|" + hours, "CT-1|平日|" + busy, "CT-1|土日祝|" + busy.replace("30", "10"),
                "CT-2|毎日|" + busy, "CT-3|平日|" + busy, "CT-3|日・祝|" + busy).read();
        assertThat(reading.sources().get(0).sheets().get(0).setAside()).isZero();
        assertThat(reading.calendars().utilisation()).extracting(week -> week.percent()[4 * 24], week -> week.percent()[5 * 24],
                week -> week.percent()[7 * 24]).containsExactly(tuple(30, 10, 10), tuple(30, 30, 30), tuple(30, -1, 30));
    }

    @Test
    void a_grid_of_hours_and_weekdays_is_about_the_device_of_its_title_or_sheet() throws Exception {
        Workbook book = new XSSFWorkbook();
        var grid = sheet(book, "CT-1", "稼働率", "時刻|月|火|水|木|金|土|日");
        for (int h = 0; h < 24; h++) {
            var row = grid.createRow(h + 2);
            row.createCell(0).setCellValue(h + "時");
            for (int d = 1; d <= 7; d++) {
                row.createCell(d).setCellValue(d == 2 && h == 10 ? 0.5 : 0.0);
            }
        }
        sheet(book, "稼働率2", "機器番号：MR-2", "時刻|月|火|水|木|金|土|日|祝", "8:00|10|20|30|40|50|60|70|80");
        Reading reading = new WorkbookMaker(folder).book("u.xlsx", book).read();
        assertThat(reading.calendars().utilisation()).extracting(Utilisation::device).containsExactly("CT-1", "MR-2");
        assertThat(reading.calendars().utilisation().get(0).percent()[24 + 10]).isEqualTo(50);
        assertThat(reading.calendars().utilisation().get(1).percent()[6 * 24 + 8]).isEqualTo(70);
        assertThat(reading.calendars().utilisation().get(1).percent()[7 * 24 + 8]).isEqualTo(80);
    }

    @Test
    void bookings_need_a_device_and_hours_that_run_forward() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("b.csv", "予約日|開始|終了|検査室|検査名", "2025/9/15|9:30|10:00|CT1|頭部",
                "R7.9.15|22:00|2:00|CT1|緊急", "2025/9/16|9:00|9:00|CT1|", "2025/9/16|9:00|10:00||", "2025/9/17|13:00||CT1|").read();
        assertThat(reading.calendars().bookings()).extracting(Booking::from, Booking::to).containsExactly(
                org.assertj.core.groups.Tuple.tuple(LocalDateTime.of(2025, 9, 15, 9, 30), LocalDateTime.of(2025, 9, 15, 10, 0)),
                org.assertj.core.groups.Tuple.tuple(LocalDateTime.of(2025, 9, 15, 22, 0), LocalDateTime.of(2025, 9, 16, 2, 0)),
                org.assertj.core.groups.Tuple.tuple(LocalDateTime.of(2025, 9, 17, 13, 0), LocalDateTime.of(2025, 9, 17, 14, 0)));
        assertThat(codes(reading)).contains("INTAKE-403", "INTAKE-404", "INTAKE-405", "INTAKE-411");
        assertThat(reading.sources().get(0).sheets().get(0).setAside()).isEqualTo(2);
    }

    @Test
    void a_months_roster_gives_shifts() throws Exception {
        Workbook book = new XSSFWorkbook();
        String days = IntStream.rangeClosed(1, 30).mapToObj(d -> d + "日").collect(Collectors.joining("|"));
        sheet(book, "勤務表", "臨床工学科　勤務表　令和7年9月", "氏名|職種|" + days, "|" + "|月".repeat(30),
                "臨工A|臨床工学技士|日|準|深|当|明|休|？");
        Reading reading = new WorkbookMaker(folder).book("s.xlsx", book).read();
        assertThat(WorkbookMaker.sheet(reading, "勤務表").rows()).isEqualTo(1);
        assertThat(reading.calendars().shifts()).extracting(StaffShift::from).containsExactly(LocalDateTime.of(2025, 9, 1, 8, 30),
                LocalDateTime.of(2025, 9, 2, 16, 30), LocalDateTime.of(2025, 9, 3, 0, 30), LocalDateTime.of(2025, 9, 4, 17, 15));
        assertThat(reading.calendars().shifts().get(3).to()).isEqualTo(LocalDateTime.of(2025, 9, 5, 8, 30));
        assertThat(reading.calendars().shifts().get(0).role()).isEqualTo("臨床工学技士");
        assertThat(WorkbookMaker.issue(reading, "INTAKE-444").place().cell()).isEqualTo("I4");
    }

    @Test
    void vendors_and_the_hospitals_own_days_are_read() throws Exception {
        Reading reading = new WorkbookMaker(folder)
                .csv("v.csv", "来院日|業者名|対象装置|開始|終了", "2025/9/20|北陵電子|CT|9:00|17:00", "2025/9/21|山手|透析||", "|山手|透析||")
                .csv("c.csv", "日付|区分|名称", "2025/9/23|休診日|秋分の日", "2025/12/28|更新凍結|年末", "2025/10/1|輪番日|", "2025/10/2|行事|職員旅行").read();
        assertThat(reading.calendars().vendorDays()).hasSize(2);
        assertThat(reading.calendars().vendorDays().get(1).from()).isEqualTo(LocalDateTime.of(2025, 9, 21, 9, 0));
        assertThat(reading.calendars().siteDays()).extracting(SiteDay::kind).containsExactly(SiteDay.Kind.HOLIDAY,
                SiteDay.Kind.FREEZE, SiteDay.Kind.EMERGENCY_DUTY);
        assertThat(reading.calendars().siteDays().get(0).to()).isEqualTo(LocalDateTime.of(2025, 9, 24, 0, 0));
        assertThat(codes(reading)).contains("INTAKE-401", "INTAKE-422", "INTAKE-432");
    }

    @Test
    void a_staff_list_tells_vendors_from_the_hospitals_own() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("s.csv", "担当|区分|技能|勤務日|勤務開始|勤務終了", "臨工A|院内|CT・MRI|2025/9/15|8:30|17:15",
                "北陵SE|業者|CT|2025/9/15|9:00|17:00").read();
        assertThat(reading.calendars().shifts()).hasSize(1);
        assertThat(reading.calendars().shifts().get(0).skills()).containsExactlyInAnyOrder("CT", "MRI");
        assertThat(reading.calendars().vendorDays()).hasSize(1);
    }
}
