package jp.mimamori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.inventory.Booking;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** iCalendar files: what each event is and whose it is, in the hospital's time, with every repetition; the unsure ones are asked. */
class CalendarFilesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 10);

    @TempDir
    Path folder;
    private String calendarName = "";
    private ZoneId zone = ZoneId.of("Asia/Tokyo");

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private String file(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//JA\r\n"
                + (calendarName.isEmpty() ? "" : "X-WR-CALNAME:" + calendarName + "\r\n") + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private Reading read(String... events) throws Exception {
        return read(null, file(events).getBytes(StandardCharsets.UTF_8));
    }

    private Reading read(SheetRole role, byte[] bytes) throws Exception {
        Path calendar = folder.resolve("予定.ics");
        Files.write(calendar, bytes);
        Path inventory = folder.resolve("機器台帳.csv");
        Files.writeString(inventory, String.join("\n",
                "機器番号,機器名,メーカー,保守業者,部署,設置場所,施設",
                "ME-0105,CT装置A,北陵電子株式会社,,放射線科,CT室1,星凪総合病院",
                "ME-0106,CT装置B,北陵電子株式会社,,放射線科,CT室2,星凪総合病院",
                "ME-0107,造影剤注入装置,みなと医療,,放射線科,CT室1,星凪総合病院",
                "ME-0200,人工呼吸器,みなと医療,東海メディカルサービス,ICU,ICU,星凪総合病院") + "\n");
        return new Intake(Shelf.shipped(), zone).read(List.of(new InputFile(inventory, null), new InputFile(calendar, role)), AS_OF, any -> { });
    }

    private static List<String> bookings(Reading reading) {
        return reading.calendars().bookings().stream().map(b -> b.device() + " " + b.from() + "/" + b.to()).toList();
    }

    private static List<String> codes(Reading reading) {
        return reading.issues().stream().filter(issue -> "予定.ics".equals(issue.place().file())).map(Issue::code).toList();
    }

    private static List<SheetReading> sheets(Reading reading) {
        return reading.sources().get(1).sheets();
    }

    @Test
    void a_booking_belongs_to_the_device_its_title_names() throws Exception {
        Reading reading = read(event("UID:1", "SUMMARY:CT装置A 造影検査", "DTSTART;TZID=Asia/Tokyo:20260914T090000", "DTEND;TZID=Asia/Tokyo:20260914T103000"));
        assertThat(bookings(reading)).containsExactly("CT装置A 2026-09-14T09:00/2026-09-14T10:30");
        assertThat(reading.calendars().bookings().get(0).source().row()).isEqualTo(4);
        assertThat(sheets(reading)).singleElement().satisfies(sheet -> {
            assertThat(sheet.role()).isEqualTo(SheetRole.BOOKINGS);
            assertThat(sheet.accepted()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"ME-0106 検査,,ME-0106", "検査予約,CT室2,CT室2", "検査,ＣＴ装置Ｂ,CT装置B", "CT装置A 検査,CT室1,CT装置A"})
    void a_number_a_room_or_a_name_in_title_or_place_is_enough(String summary, String location, String device) throws Exception {
        Reading reading = read(event("UID:1", "SUMMARY:" + summary, location == null ? "X-A:1" : "LOCATION:" + location,
                "DTSTART:20260914T090000", "DTEND:20260914T100000"));
        assertThat(reading.calendars().bookings()).singleElement().extracting(Booking::device).isEqualTo(device);
    }

    @ParameterizedTest
    @CsvSource({"CT 造影検査,INTAKE-307", "CT装置AB 検査,INTAKE-307", "CT装置A・CT装置B 検査,INTAKE-308", "会議,INTAKE-305", "CT装置A 点検 業者,INTAKE-306"})
    void an_event_that_may_be_anybodys_is_asked_and_not_guessed(String summary, String code) throws Exception {
        Reading reading = read(event("UID:1", "SUMMARY:" + summary, "DTSTART:20260914T090000", "DTEND:20260914T100000"));
        assertThat(codes(reading)).containsExactly(code);
        assertThat(reading.calendars().bookings()).isEmpty();
        assertThat(sheets(reading)).singleElement().satisfies(sheet -> assertThat(sheet.setAside()).isEqualTo(1));
        assertThat(reading.issues()).filteredOn(issue -> issue.code().equals(code))
                .allSatisfy(issue -> assertThat(issue.place().row()).isEqualTo(4));
    }

    @Test
    void a_calendar_file_is_told_from_a_sheet_so_that_it_is_never_handed_back_as_one() throws Exception {
        Reading reading = read(event("UID:1", "SUMMARY:会議", "DTSTART:20260914T090000"));
        assertThat(reading.sources()).extracting(SourceFile::isCalendar).containsExactly(false, true);
        assertThat(read().sources().get(1).isCalendar()).isTrue();
    }

    @Test
    void a_series_is_written_out_without_its_exceptions_and_with_what_was_moved() throws Exception {
        Reading reading = read(
                event("UID:s", "SUMMARY:CT装置A 検査", "DTSTART;TZID=Asia/Tokyo:20260901T090000", "DTEND;TZID=Asia/Tokyo:20260901T100000",
                        "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Asia/Tokyo:20260915T090000"),
                event("UID:s", "SUMMARY:CT装置A 検査", "RECURRENCE-ID;TZID=Asia/Tokyo:20260908T090000",
                        "DTSTART;TZID=Asia/Tokyo:20260908T130000", "DTEND;TZID=Asia/Tokyo:20260908T140000"));
        assertThat(bookings(reading)).containsExactlyInAnyOrder("CT装置A 2026-09-01T09:00/2026-09-01T10:00",
                "CT装置A 2026-09-22T09:00/2026-09-22T10:00", "CT装置A 2026-09-08T13:00/2026-09-08T14:00");
    }

    private static final String WEEKLY = "DTSTART;TZID=Asia/Tokyo:20260901T090000\r\nDTEND;TZID=Asia/Tokyo:20260901T100000\r\nRRULE:FREQ=WEEKLY;COUNT=5";

    private static String from(String repetition, String start, String length) {
        return event("UID:s", "SUMMARY:CT装置A 検査", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tokyo:" + repetition,
                "DTSTART;TZID=Asia/Tokyo:" + start, "DURATION:" + length);
    }

    @Test
    void what_changes_all_later_ones_moves_them_alike_until_the_next_such_change() throws Exception {
        Reading reading = read(from("20260922T090000", "20260922T110000", "PT30M"), event("UID:s", "SUMMARY:CT装置A 検査", WEEKLY),
                from("20260908T090000", "20260909T133000", "PT2H"),
                event("UID:s", "SUMMARY:CT装置A 検査", "RECURRENCE-ID;TZID=Asia/Tokyo:20260929T090000",
                        "DTSTART;TZID=Asia/Tokyo:20260930T150000", "DURATION:PT1H"));
        assertThat(bookings(reading)).containsExactlyInAnyOrder("CT装置A 2026-09-01T09:00/2026-09-01T10:00",
                "CT装置A 2026-09-09T13:30/2026-09-09T15:30", "CT装置A 2026-09-16T13:30/2026-09-16T15:30",
                "CT装置A 2026-09-22T11:00/2026-09-22T11:30", "CT装置A 2026-09-30T15:00/2026-09-30T16:00");
        assertThat(codes(reading)).isEmpty();
    }

    @Test
    void a_series_called_off_from_a_day_on_ends_there() throws Exception {
        Reading reading = read(event("UID:s", "SUMMARY:CT装置A 検査", WEEKLY),
                event("UID:s", "SUMMARY:CT装置A 検査", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tokyo:20260915T090000", "STATUS:CANCELLED",
                        "DTSTART;TZID=Asia/Tokyo:20260915T090000", "DURATION:PT1H"));
        assertThat(reading.calendars().bookings()).extracting(booking -> booking.from().getDayOfMonth()).containsExactly(1, 8);
    }

    @Test
    void days_of_a_series_move_too_and_an_endless_one_reaches_as_far() throws Exception {
        Reading reading = read(event("UID:s", "SUMMARY:CT装置A 定期点検", "DTSTART;VALUE=DATE:20260907", "RRULE:FREQ=WEEKLY"),
                event("UID:s", "SUMMARY:CT装置A 定期点検", "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260914", "DTSTART;VALUE=DATE:20260916",
                        "DTEND;VALUE=DATE:20260918"));
        List<SiteDay> days = reading.calendars().siteDays();
        assertThat(days).extracting(SiteDay::from).startsWith(LocalDateTime.of(2026, 9, 7, 0, 0), LocalDateTime.of(2026, 9, 16, 0, 0),
                LocalDateTime.of(2026, 9, 23, 0, 0)).hasSizeGreaterThan(50);
        assertThat(days.get(1).to()).isEqualTo(LocalDateTime.of(2026, 9, 18, 0, 0));
        assertThat(codes(reading)).contains("INTAKE-335");
    }

    @Test
    void a_change_of_all_later_ones_that_is_a_series_itself_is_set_aside_and_says_what_to_do() throws Exception {
        Reading reading = read(event("UID:s", "SUMMARY:CT装置A 検査", WEEKLY),
                event("UID:s", "SUMMARY:CT装置A 検査", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tokyo:20260915T090000",
                        "DTSTART;TZID=Asia/Tokyo:20260915T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"));
        assertThat(reading.issues()).filteredOn(issue -> issue.code().equals("INTAKE-333")).singleElement()
                .satisfies(issue -> assertThat(issue.message().in(Language.JA)).contains("別の予定に"));
    }

    @Test
    void a_series_without_end_stops_where_no_plan_reaches_and_says_so() throws Exception {
        Reading reading = read(event("UID:1", "SUMMARY:CT装置A 検査", "DTSTART:20200106T090000", "DTEND:20200106T100000", "RRULE:FREQ=WEEKLY;BYDAY=MO"));
        assertThat(codes(reading)).containsExactly("INTAKE-335");
        assertThat(reading.calendars().bookings()).hasSizeBetween(60, 70).allSatisfy(booking ->
                assertThat(booking.from()).isAfter(LocalDateTime.of(2026, 7, 1, 0, 0)).isBefore(LocalDateTime.of(2027, 11, 1, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"DTSTART:20260914T000000Z,2026-09-14T09:00", "DTSTART;TZID=America/New_York:20260914T000000,2026-09-14T13:00",
            "DTSTART:20260914T090000,2026-09-14T09:00"})
    void times_of_every_zone_become_the_hospitals_own(String start, LocalDateTime from) throws Exception {
        Reading reading = read(event("UID:1", "SUMMARY:CT装置A 検査", start, "DURATION:PT1H"));
        assertThat(reading.calendars().bookings()).singleElement().extracting(Booking::from).isEqualTo(from);
    }

    @Test
    void a_zone_that_the_file_itself_describes_is_understood() throws Exception {
        Reading reading = read("BEGIN:VTIMEZONE\r\nTZID:Tokyo Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
                + "TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
                event("UID:1", "SUMMARY:CT装置A 検査", "DTSTART;TZID=Tokyo Standard Time:20260914T090000", "DURATION:PT1H"));
        assertThat(bookings(reading)).containsExactly("CT装置A 2026-09-14T09:00/2026-09-14T10:00");
    }

    @Test
    void a_series_keeps_its_hour_when_the_clocks_of_its_zone_change() throws Exception {
        zone = ZoneId.of("Europe/Berlin");
        Reading reading = read(event("UID:1", "SUMMARY:CT装置A 検査", "DTSTART;TZID=Europe/Berlin:20261023T090000", "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=4"));
        assertThat(reading.calendars().bookings()).hasSize(4).allSatisfy(booking -> assertThat(booking.from().getHour()).isEqualTo(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DTSTART;TZID=Nowhere Time:20260914T090000", "DTSTART:2026-99-99", "X-NONE:1",
            "DTSTART:20260914T090000\r\nRRULE:FREQ=SOMETIMES", "DTSTART:20260914T090000\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:soon",
            "DTSTART:20260914T090000\r\nDTEND:20260914T080000", "DTSTART:20260914T090000\r\nDTEND:nine",
            "DTSTART:20260914T090000\r\nRRULE:FREQ=SECONDLY",
            "DTSTART:20260914T090000\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260914T080000"})
    void an_event_whose_time_is_in_doubt_is_set_aside(String times) throws Exception {
        Reading reading = read(event("UID:1", "SUMMARY:CT装置A 検査", times),
                event("UID:2", "SUMMARY:CT装置B 検査", "DTSTART:20260914T090000", "DURATION:PT1H"));
        assertThat(codes(reading)).containsExactly("INTAKE-333");
        assertThat(bookings(reading)).containsExactly("CT装置B 2026-09-14T09:00/2026-09-14T10:00");
    }

    @Test
    void the_days_of_the_hospital_keep_their_last_day_out_and_know_whom_they_are_for() throws Exception {
        Reading reading = read(
                event("UID:1", "SUMMARY:年末の更新凍結", "DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20270105"),
                event("UID:2", "SUMMARY:CT装置A 定期点検", "DTSTART;VALUE=DATE:20261005"),
                event("UID:3", "SUMMARY:休診", "CATEGORIES:休診", "LOCATION:放射線科", "DTSTART;VALUE=DATE:20261006"),
                event("UID:4", "SUMMARY:救急当番日", "LOCATION:星凪総合病院", "DTSTART:20261007T170000", "DTEND:20261008T090000"));
        List<SiteDay> days = reading.calendars().siteDays();
        assertThat(days).extracting(SiteDay::kind).containsExactly(SiteDay.Kind.FREEZE, SiteDay.Kind.INSPECTION, SiteDay.Kind.HOLIDAY,
                SiteDay.Kind.EMERGENCY_DUTY);
        assertThat(days).extracting(SiteDay::scope).containsExactly(null, "CT装置A", "放射線科", null);
        assertThat(days.get(0).to()).isEqualTo(LocalDateTime.of(2027, 1, 5, 0, 0));
        assertThat(days.get(1).to()).isEqualTo(LocalDateTime.of(2026, 10, 6, 0, 0));
        assertThat(days.get(3).facility()).isEqualTo("星凪総合病院");
        assertThat(codes(reading)).containsExactly("INTAKE-338", "INTAKE-338");
    }

    @Test
    void an_inspection_that_names_no_device_is_asked() throws Exception {
        assertThat(codes(read(event("UID:1", "SUMMARY:定期点検", "DTSTART;VALUE=DATE:20261005")))).containsExactly("INTAKE-307");
    }

    @Test
    void a_visit_belongs_to_the_one_company_it_names() throws Exception {
        Reading reading = read(
                event("UID:1", "SUMMARY:北陵電子 来院（CT装置B）", "DTSTART:20260914T090000", "DTEND:20260914T120000"),
                event("UID:2", "SUMMARY:東海メディカルサービス 来院", "DTSTART;VALUE=DATE:20260915"),
                event("UID:3", "SUMMARY:業者来院", "DTSTART:20260916T090000", "DTEND:20260916T120000"),
                event("UID:4", "SUMMARY:北陵電子・みなと医療 来院", "DTSTART:20260916T090000", "DTEND:20260916T120000"));
        assertThat(reading.calendars().vendorDays()).extracting(VendorDay::vendor).containsExactly("北陵電子株式会社", "東海メディカルサービス");
        assertThat(reading.calendars().vendorDays()).extracting(VendorDay::device).containsExactly("CT装置B", null);
        assertThat(reading.calendars().vendorDays().get(1).from()).isEqualTo(LocalDateTime.of(2026, 9, 15, 9, 0));
        assertThat(codes(reading)).containsExactly("INTAKE-422", "INTAKE-309", "INTAKE-309");
    }

    @Test
    void a_shift_names_its_person_in_the_title_as_a_participant_or_by_the_calendar() throws Exception {
        calendarName = "情シスB 勤務";
        Reading reading = read(
                event("UID:1", "SUMMARY:臨工A 日勤", "CATEGORIES:臨床工学技士,CT", "DTSTART;VALUE=DATE:20260914", "DTEND;VALUE=DATE:20260916"),
                event("UID:2", "SUMMARY:夜勤", "ATTENDEE;CN=技師C:mailto:c@example.jp", "DTSTART;VALUE=DATE:20260914"),
                event("UID:3", "SUMMARY:早番", "DTSTART;VALUE=DATE:20260914"),
                event("UID:4", "SUMMARY:公休", "DTSTART;VALUE=DATE:20260915"),
                event("UID:5", "SUMMARY:会議", "DTSTART:20260915T100000", "DTEND:20260915T110000"),
                event("UID:6", "SUMMARY:臨工A 勤務", "DTSTART;VALUE=DATE:20260914"));
        List<StaffShift> shifts = reading.calendars().shifts();
        assertThat(shifts).extracting(StaffShift::person).containsExactly("臨工A", "臨工A", "技師C", "情シスB");
        assertThat(shifts).extracting(StaffShift::role).containsExactly("臨床工学技士", "臨床工学技士", null, null);
        assertThat(shifts.get(0).skills()).containsExactly("CT");
        assertThat(shifts.get(2).to()).isEqualTo(LocalDateTime.of(2026, 9, 15, 9, 15));
        assertThat(shifts.get(3).from()).isEqualTo(LocalDateTime.of(2026, 9, 14, 7, 0));
        assertThat(codes(reading)).containsExactly("INTAKE-305", "INTAKE-334");
        assertThat(sheets(reading)).singleElement().satisfies(sheet -> assertThat(List.of(sheet.rows(), sheet.accepted(), sheet.setAside()))
                .containsExactly(6, 4, 2));
    }

    @Test
    void the_users_word_for_the_file_goes_before_its_own() throws Exception {
        byte[] bytes = file(event("UID:1", "SUMMARY:CT装置A 山田様", "DTSTART:20260914T090000", "DURATION:PT30M")).getBytes(StandardCharsets.UTF_8);
        assertThat(codes(read(null, bytes))).containsExactly("INTAKE-305");
        assertThat(bookings(read(SheetRole.BOOKINGS, bytes))).containsExactly("CT装置A 2026-09-14T09:00/2026-09-14T09:30");
    }

    @Test
    void what_was_called_off_and_what_is_no_event_is_counted_and_has_no_effect() throws Exception {
        Reading reading = read(event("UID:1", "STATUS:CANCELLED", "SUMMARY:CT装置A 検査", "DTSTART:20260914T090000", "DURATION:PT1H"),
                "BEGIN:VTODO\r\nUID:2\r\nSUMMARY:CT装置A 検査\r\nEND:VTODO\r\n");
        assertThat(bookings(reading)).isEmpty();
        assertThat(codes(reading)).containsExactly("INTAKE-339", "INTAKE-336");
    }

    @Test
    void a_file_in_cp932_and_one_folded_in_the_middle_of_a_character_are_read() throws Exception {
        String text = file(event("UID:1", "SUMMARY:CT装置A 造影検査", "DTSTART:20260914T090000", "DURATION:PT1H"));
        assertThat(bookings(read(null, text.getBytes(Charset.forName("windows-31j"))))).containsExactly("CT装置A 2026-09-14T09:00/2026-09-14T10:00");
        assertThat(bookings(read(null, folded(text.getBytes(StandardCharsets.UTF_8))))).containsExactly("CT装置A 2026-09-14T09:00/2026-09-14T10:00");
    }

    /** Every line cut after 20 bytes, wherever that is. */
    private static byte[] folded(byte[] text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int inLine = 0;
        for (byte b : text) {
            if (inLine == 20 && b != '\r' && b != '\n') {
                out.write("\r\n ".getBytes(StandardCharsets.US_ASCII));
                inLine = 1;
            }
            out.write(b);
            inLine = b == '\n' ? 0 : inLine + 1;
        }
        return out.toByteArray();
    }

    @Test
    void a_broken_file_gives_one_clear_error() throws Exception {
        String good = file(event("UID:1", "SUMMARY:CT装置A 検査", "DTSTART:20260914T090000", "DURATION:PT1H"));
        List<String> broken = new ArrayList<>(List.of(good.substring(0, good.indexOf("END:VEVENT")), good.replace("END:VCALENDAR", "")));
        for (String text : broken) {
            assertThatThrownBy(() -> read(null, text.getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(UnusableFileException.class,
                    e -> {
                        assertThat(e.issue().code()).isEqualTo("INTAKE-304");
                        assertThat(e.issue().message().in(Language.JA)).contains("予定.ics", "iCalendar");
                    });
        }
        byte[] binary = good.getBytes(StandardCharsets.UTF_8);
        binary[good.indexOf("検査")] = (byte) 0xFF;
        binary[good.indexOf("検査") + 1] = (byte) 0xFF;
        assertThatThrownBy(() -> read(null, binary)).isInstanceOf(UnusableFileException.class);
    }
}
