package jp.mimamori.example.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.example.SampleCalendar;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.example.xlsx.Book.Look;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Utilisation and bookings; staff, vendors and the site's own days. */
public final class CalendarBooks {

    private static final List<String> ENGINEERS = List.of("臨工A", "臨工B", "臨工C", "臨工D");

    private CalendarBooks() {
    }

    public static void writeUse(SampleFacts facts, Path file) throws IOException {
        try (Book book = new Book("稼働率・予約")) {
            utilisation(book, facts);
            weekOfOne(book, facts);
            bookings(book, facts);
            book.write(file);
        }
    }

    public static void writePeople(Path file) throws IOException {
        try (Book book = new Book("要員・業者・休診日")) {
            shifts(book);
            for (YearMonth month = YearMonth.of(2026, 9); !month.isAfter(YearMonth.of(2026, 12)); month = month.plusMonths(1)) {
                roster(book, month);
            }
            visits(book);
            siteDays(book);
            book.write(file);
        }
    }

    private static boolean measured(SampleFacts.Device d) {
        return !d.connected().equals("×") && !d.connected().equals("無") && !d.strike() && d.quantity() == 1
                && !d.id().equals("ME-0401") && !(d.os() + d.software()).isEmpty();
    }

    private static void utilisation(Book book, SampleFacts facts) {
        int[] widths = new int[27];
        java.util.Arrays.fill(widths, 6);
        widths[0] = 11;
        widths[1] = 28;
        XSSFSheet sheet = book.sheet("稼働率", widths);
        book.row(sheet, 0, Look.TITLE, "装置別稼働率（令和8年6月〜8月の平均）");
        book.row(sheet, 1, Look.SMALL, "※空欄は集計なし。祝日は部門で集計したものだけ");
        List<Object> header = new ArrayList<>(List.of("機器番号", "装置名", "曜日"));
        for (int h = 0; h < 24; h++) {
            header.add(h + "時");
        }
        book.row(sheet, 2, Look.HEADER, header.toArray());
        int row = 3;
        for (SampleFacts.Device device : facts.devices()) {
            if (!measured(device)) {
                continue;
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                Row line = sheet.createRow(row++);
                book.put(line, 0, device.id(), Look.PLAIN);
                book.put(line, 1, device.name(), Look.PLAIN);
                book.put(line, 2, japanese(day), Look.CENTRE);
                for (int h = 0; h < 24; h++) {
                    book.put(line, 3 + h, SampleCalendar.percent(device, day, h) / 100.0, Look.PERCENT);
                }
            }
            if (SampleCalendar.holiday(device, 0) != null) {
                Row line = sheet.createRow(row++);
                book.put(line, 0, device.id(), Look.PLAIN);
                book.put(line, 1, device.name(), Look.PLAIN);
                book.put(line, 2, "祝", Look.CENTRE);
                for (int h = 0; h < 24; h++) {
                    book.put(line, 3 + h, SampleCalendar.holiday(device, h) / 100.0, Look.PERCENT);
                }
            }
        }
        book.header(sheet, 3, 3, 26, row - 1, true);
    }

    /** The dialysis unit counts in another form: hours down, weekdays across, the device in the title. */
    private static void weekOfOne(Book book, SampleFacts facts) {
        SampleFacts.Device device = facts.devices().stream().filter(d -> d.id().equals("ME-0401")).findAny().orElseThrow();
        XSSFSheet sheet = book.sheet("稼働率（透析）", 9, 8, 8, 8, 8, 8, 8, 8, 8);
        book.row(sheet, 0, Look.TITLE, "ME-0401　多人数用透析液供給装置　稼働率（%）");
        book.row(sheet, 2, Look.HEADER, "時刻", "月", "火", "水", "木", "金", "土", "日", "祝");
        for (int h = 0; h < 24; h++) {
            Row line = sheet.createRow(3 + h);
            book.put(line, 0, h + ":00", Look.CENTRE);
            for (DayOfWeek day : DayOfWeek.values()) {
                book.put(line, day.getValue(), SampleCalendar.percent(device, day, h), Look.PLAIN);
            }
            book.put(line, 8, SampleCalendar.holiday(device, h), Look.PLAIN);
        }
    }

    private static void bookings(Book book, SampleFacts facts) {
        Map<String, String> names = facts.devices().stream()
                .collect(Collectors.toMap(SampleFacts.Device::id, SampleFacts.Device::name));
        XSSFSheet sheet = book.sheet("予約", 10, 12, 8, 8, 11, 26, 18, 8);
        book.row(sheet, 0, Look.TITLE, "検査・治療の予約（9月10日 出力）");
        book.row(sheet, 1, Look.HEADER, "予約番号", "予約日", "開始", "終了", "機器番号", "装置名", "検査種別", "区分");
        int row = 2;
        for (SampleCalendar.Booking b : SampleCalendar.bookings()) {
            book.row(sheet, row, Look.PLAIN, "Y%05d".formatted(row - 1), b.date(), b.start(), b.end(), b.device(),
                    names.getOrDefault(b.device(), ""), b.what(), b.patient());
            row++;
        }
        book.header(sheet, 2, 0, 7, row - 1, true);
    }

    private static void shifts(Book book) {
        XSSFSheet sheet = book.sheet("要員", 10, 18, 22, 12, 9, 9, 9, 9);
        book.row(sheet, 0, Look.TITLE, "勤務予定（臨床工学科は別シート）");
        book.row(sheet, 1, Look.HEADER, "氏名", "職種", "技能", "勤務日", "勤務区分", "勤務開始", "勤務終了", "夜勤上限");
        int row = 2;
        for (SampleCalendar.Shift s : SampleCalendar.shifts()) {
            book.row(sheet, row++, Look.PLAIN, s.person(), s.role(), s.skill(), s.date(), s.mark(), s.start(), s.end(), s.nights());
        }
        book.header(sheet, 2, 0, 7, row - 1, true);
    }

    private static void roster(Book book, YearMonth month) {
        String label = month.getYear() + "年" + month.getMonthValue() + "月";
        int[] widths = new int[33];
        java.util.Arrays.fill(widths, 5);
        widths[0] = 10;
        widths[1] = 16;
        XSSFSheet sheet = book.sheet("臨床工学科 " + label, widths);
        book.row(sheet, 0, Look.TITLE, "臨床工学科　勤務表　" + label);
        book.row(sheet, 1, Look.SMALL, "日＝日勤　早＝早出　遅＝遅出　休＝公休");
        Row header = sheet.createRow(2);
        book.put(header, 0, "氏名", Look.HEADER);
        book.put(header, 1, "職種", Look.HEADER);
        for (int d = 1; d <= month.lengthOfMonth(); d++) {
            book.put(header, 1 + d, d + "日", Look.HEADER);
        }
        for (int e = 0; e < ENGINEERS.size(); e++) {
            Row line = sheet.createRow(3 + e);
            book.put(line, 0, ENGINEERS.get(e), Look.PLAIN);
            book.put(line, 1, "臨床工学技士", Look.PLAIN);
            for (int d = 1; d <= month.lengthOfMonth(); d++) {
                book.put(line, 1 + d, SampleCalendar.mark(e, month.atDay(d)), Look.CENTRE);
            }
        }
        sheet.createFreezePane(2, 3);
    }

    private static void visits(Book book) {
        XSSFSheet sheet = book.sheet("業者来院", 12, 26, 16, 9, 9, 26, 11, 9);
        book.row(sheet, 0, Look.TITLE, "保守業者 来院予定");
        book.row(sheet, 1, Look.HEADER, "来院日", "業者名", "対象装置", "開始", "終了", "作業内容", "同時対応数", "手配日数");
        int row = 2;
        for (SampleCalendar.Visit v : SampleCalendar.visits()) {
            book.row(sheet, row++, Look.PLAIN, v.date(), v.vendor(), v.device(), v.start(), v.end(), v.what(), v.capacity(), v.lead());
        }
        book.header(sheet, 2, 0, 7, row - 1, true);
    }

    private static void siteDays(Book book) {
        XSSFSheet sheet = book.sheet("休診日・凍結・輪番", 20, 7, 20, 12, 30, 16);
        book.row(sheet, 0, Look.TITLE, "令和8年度下期　休診日・更新凍結・輪番・点検");
        book.row(sheet, 2, Look.HEADER, "日付", "曜日", "終了日", "区分", "名称", "対象");
        int row = 3;
        for (SampleCalendar.Day d : SampleCalendar.siteDays()) {
            book.row(sheet, row++, Look.PLAIN, era(d.date()), japanese(d.date().getDayOfWeek()),
                    d.last().equals(d.date()) ? "" : era(d.last()), d.kind(), d.name(), d.scope());
        }
    }

    private static String era(LocalDate date) {
        return "令和" + (date.getYear() - 2018) + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String japanese(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.JAPANESE);
    }
}
