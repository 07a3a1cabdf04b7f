package jp.mimamori.example;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** When the sample hospital is busy, staffed, visited and closed. Everything here is made up, and always the same. */
public final class SampleCalendar {

    public static final LocalDate FROM = LocalDate.of(2026, 9, 7);
    /** Exclusive. */
    public static final LocalDate TO = LocalDate.of(2026, 12, 14);

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);

    public record Booking(LocalDate date, String start, String end, String device, String what, String patient) {
    }

    public record Shift(String person, String role, String skill, LocalDate date, String start, String end) {

        /** What the roster calls the shift. */
        public String mark() {
            return start.equals("8:30") ? "日勤" : "遅番";
        }

        /** Nights of seven in which somebody who works late may; blank where the hospital's rule holds. */
        public Object nights() {
            return person.equals("情シスC") ? 3 : person.equals("放技B") ? 1 : "";
        }
    }

    public record Visit(LocalDate date, String vendor, String device, String start, String end, String what) {

        /** How many devices the vendor's engineers can serve at a time; blank where nobody knows. */
        public Object capacity() {
            return switch (vendor) {
                case "風見光学機器", "月影バイオシステムズ" -> 1;
                case "雲雀情報システム" -> 3;
                default -> "";
            };
        }

        /** Days ahead by which it has to be called; blank where it comes anyway. */
        public Object lead() {
            return vendor.equals("風見光学機器") ? 14 : "";
        }
    }

    public record Day(LocalDate date, LocalDate last, String kind, String name, String scope) {
    }

    private SampleCalendar() {
    }

    /** Percent in use of a device in one hour of a weekday; the small wobble stands for a measured average. */
    public static int percent(SampleFacts.Device device, DayOfWeek day, int hour) {
        int wobble = Math.floorMod((device.id() + day + hour).hashCode(), 9) - 4;
        int base = base(device, day, hour);
        return base == 0 ? 0 : Math.max(1, Math.min(99, base + wobble));
    }

    /** The same of a public holiday, where the department counts it apart: dialysis runs, radiology has its emergencies only. */
    public static Integer holiday(SampleFacts.Device device, int hour) {
        return switch (device.section()) {
            case "透析センター" -> percent(device, WEDNESDAY, hour);
            case "放射線科" -> percent(device, SUNDAY, hour);
            default -> null;
        };
    }

    private static int base(SampleFacts.Device device, DayOfWeek day, int hour) {
        boolean weekend = !WORKDAYS.contains(day);
        boolean clinic = hour >= 9 && hour < 17;
        String name = device.name();
        if (name.contains("モニタ") || name.contains("人工呼吸器") || name.contains("輸液ポンプ")) {
            return name.contains("処置室") ? (weekend ? 5 : clinic ? 60 : 8) : hour >= 8 && hour < 20 ? 82 : 74;
        }
        if (device.section().equals("透析センター")) {
            if (name.contains("個人用")) {
                return weekend ? 15 : clinic ? 55 : 12;
            }
            return day == SUNDAY ? 0 : hour >= 6 && hour < (day.getValue() % 2 == 1 && day != SUNDAY ? 22 : 18) ? 92 : 6;
        }
        if (name.contains("電子カルテ") || name.contains("認証") || name.contains("スイッチ") || name.contains("オーダ")) {
            return weekend ? 35 : hour >= 8 && hour < 18 ? 92 : hour >= 18 && hour < 22 ? 55 : 30;
        }
        if (name.contains("CT") || name.contains("血液ガス")) {
            return weekend ? (clinic ? 25 : 12) : clinic ? 86 : hour >= 17 && hour < 22 ? 22 : 9;
        }
        if (name.contains("血管撮影")) {
            return weekend ? 8 : day == TUESDAY || day == THURSDAY ? (clinic ? 78 : 9) : clinic ? 35 : 8;
        }
        if (device.section().equals("手術部")) {
            return weekend ? 6 : hour >= 8 && hour < 18 ? 72 : 7;
        }
        if (name.contains("PACS") || name.contains("LIS") || name.contains("RIS")) {
            return weekend ? 22 : clinic ? 84 : 20;
        }
        if (name.contains("サーバ")) {
            return weekend ? 10 : clinic ? 55 : 12;
        }
        return weekend ? (day == SATURDAY && hour >= 9 && hour < 12 ? 25 : 0) : clinic ? 62 : hour == 8 || hour == 17 ? 20 : 2;
    }

    /** Bookings from the as-of date on: four weeks of examinations, elective theatre lists, the dialysis sessions. */
    public static List<Booking> bookings() {
        List<Booking> all = new ArrayList<>();
        for (LocalDate day : days(SampleFacts.AS_OF, SampleFacts.AS_OF.plusWeeks(4))) {
            if (!WORKDAYS.contains(day.getDayOfWeek()) || closed(day)) {
                continue;
            }
            for (String[] block : new String[][] {{"ME-0101", "頭部・体幹"}, {"ME-0102", "造影CT"}, {"ME-0103", "MRI"},
                    {"ME-0104", "MRI（造影）"}}) {
                all.add(new Booking(day, "9:00", "10:30", block[0], block[1], "外来"));
                all.add(new Booking(day, "10:30", "12:00", block[0], block[1], "外来"));
                if (Math.floorMod((block[0] + day).hashCode(), 5) != 0) {
                    all.add(new Booking(day, "13:15", "15:00", block[0], block[1], "外来"));
                }
                all.add(new Booking(day, "15:00", "16:30", block[0], block[1], "入院"));
            }
            if (day.getDayOfWeek() == TUESDAY || day.getDayOfWeek() == THURSDAY) {
                all.add(new Booking(day, "9:30", "12:00", "ME-0105", "冠動脈造影", "入院"));
                all.add(new Booking(day, "13:30", "16:30", "ME-0105", "PCI（予定）", "入院"));
            }
            for (int room = 1; room <= 2; room++) {
                if (Math.floorMod((room + day.toString()).hashCode(), 4) != 0) {
                    all.add(new Booking(day, "9:00", "13:00", "ME-020" + room, "予定手術", "入院"));
                    all.add(new Booking(day, "14:00", "17:00", "ME-020" + room, "予定手術", "入院"));
                }
            }
        }
        for (LocalDate day : days(SampleFacts.AS_OF, TO)) {
            if (day.getDayOfWeek() == SUNDAY) {
                continue;
            }
            all.add(new Booking(day, "6:30", "13:00", "ME-0401", "透析（午前）", "外来"));
            all.add(new Booking(day, "13:00", "18:30", "ME-0401", "透析（午後）", "外来"));
            if (EnumSet.of(MONDAY, WEDNESDAY, FRIDAY).contains(day.getDayOfWeek())) {
                all.add(new Booking(day, "18:30", "22:30", "ME-0401", "透析（夜間）", "外来"));
            }
        }
        return all;
    }

    /** Shifts of everyone but the clinical engineers, who keep a monthly roster. */
    public static List<Shift> shifts() {
        List<Shift> all = new ArrayList<>();
        for (LocalDate day : days(FROM, TO)) {
            DayOfWeek d = day.getDayOfWeek();
            boolean work = WORKDAYS.contains(d) && !closed(day);
            if (work) {
                all.add(new Shift("情シスA", "情報システム担当", "", day, "8:30", "17:15"));
                all.add(new Shift("情シスB", "情報システム担当", "", day, "12:30", "21:15"));
                all.add(new Shift("放技A", "診療放射線技師", "CT・MRI・一般撮影・X線", day, "8:30", "17:15"));
                all.add(new Shift("放技B", "診療放射線技師", "CT・血管撮影・PACS・X線", day, "13:15", "22:00"));
                all.add(new Shift("検技A", "臨床検査技師", "", day, "8:30", "17:15"));
                all.add(new Shift("薬剤A", "薬剤師", "", day, "8:30", "17:15"));
            }
            if (EnumSet.of(WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY).contains(d)) {
                all.add(new Shift("情シスC", "情報システム担当", "", day, "13:00", "22:00"));
            }
            if (EnumSet.of(TUESDAY, THURSDAY, SATURDAY, SUNDAY).contains(d)) {
                all.add(new Shift("放技C", "診療放射線技師", "CT・一般撮影", day, "8:30", "17:15"));
            }
            if (EnumSet.range(TUESDAY, SATURDAY).contains(d) && !closed(day)) {
                all.add(new Shift("検技B", "臨床検査技師", "", day, "12:00", "20:45"));
            }
        }
        return all;
    }

    /** The clinical engineers' marks of a month: 日 (day), 早 (early), 遅 (late), 休 (off). */
    public static String mark(int engineer, LocalDate day) {
        DayOfWeek d = day.getDayOfWeek();
        boolean holiday = closed(day) && d != SUNDAY;
        return switch (engineer) {
            case 0 -> WORKDAYS.contains(d) && !holiday ? "日" : "休";
            case 1 -> EnumSet.range(TUESDAY, SATURDAY).contains(d) && !holiday ? "日" : "休";
            case 2 -> d == SUNDAY ? "日" : EnumSet.of(MONDAY, WEDNESDAY, FRIDAY).contains(d) ? "遅" : "休";
            default -> WORKDAYS.contains(d) && !holiday ? "早" : "休";
        };
    }

    public static List<Visit> visits() {
        List<Visit> all = new ArrayList<>();
        for (LocalDate day : days(FROM.plusDays(1), TO)) {
            DayOfWeek d = day.getDayOfWeek();
            if (closed(day) && d != SUNDAY) {
                continue;
            }
            int week = (int) ((day.toEpochDay() - FROM.toEpochDay()) / 7);
            if (d == THURSDAY || d == SATURDAY && week % 2 == 0) {
                all.add(new Visit(day, "汐見メディテック", "", "8:30", "20:00", d == SATURDAY ? "土曜対応" : "定期巡回"));
            }
            if (d == TUESDAY || d == FRIDAY) {
                all.add(new Visit(day, "蒼樹医科工業", "", "9:00", "19:00", "定期巡回"));
            }
            if (d == SUNDAY && week % 2 == 1 || d == WEDNESDAY) {
                all.add(new Visit(day, "花筏ライフテクノ", "", "9:00", "18:00", d == SUNDAY ? "透析休止日対応" : "定期巡回"));
            }
            if (WORKDAYS.contains(d)) {
                all.add(new Visit(day, "雲雀情報システム", "", "9:00", "22:00", "常駐SE"));
            } else if (d == SUNDAY && week % 2 == 0) {
                all.add(new Visit(day, "雲雀情報システム", "", "13:00", "22:00", "休日メンテナンス"));
            }
            if (d == WEDNESDAY || d == THURSDAY) {
                all.add(new Visit(day, "杜野ネットサービス", "", "13:00", "22:00", "ネットワーク保守"));
            }
            if (d == MONDAY || d == FRIDAY) {
                all.add(new Visit(day, "海凪メディカルサービス", "", "9:00", "21:00", "定期巡回"));
            }
            if (d == THURSDAY && week % 2 == 1) {
                all.add(new Visit(day, "月影バイオシステムズ", "", "12:00", "20:30", "定期巡回"));
            }
        }
        // two visits of two hours for three endoscopes of one group: one stays without a window, and the plan has to say so
        for (LocalDate day : List.of(LocalDate.of(2026, 10, 14), LocalDate.of(2026, 11, 11))) {
            all.add(new Visit(day, "風見光学機器", "", "16:00", "18:00", "内視鏡の定期訪問（2時間）"));
        }
        return all;
    }

    public static List<Day> siteDays() {
        List<Day> all = new ArrayList<>(List.of(
                day(9, 21, "休診日", "敬老の日", ""), day(9, 22, "休診日", "国民の休日", ""), day(9, 23, "休診日", "秋分の日", ""),
                day(10, 1, "休診日", "開院記念日", ""), day(10, 12, "休診日", "スポーツの日", ""),
                day(11, 3, "休診日", "文化の日", ""), day(11, 23, "休診日", "勤労感謝の日", ""),
                new Day(LocalDate.of(2026, 10, 28), LocalDate.of(2026, 10, 30), "更新凍結", "病院機能評価 受審", ""),
                new Day(LocalDate.of(2026, 11, 14), LocalDate.of(2026, 11, 15), "更新凍結", "電子カルテ 年次更新", ""),
                day(10, 9, "休診日", "内視鏡センター 休診（洗浄設備の更新）", "内視鏡センター"), day(11, 8, "更新凍結", "電気設備 法定点検（停電）", ""),
                day(10, 3, "点検日", "CT 定期点検", "ME-0101"), day(10, 17, "点検日", "CT 定期点検", "ME-0102"),
                day(10, 4, "点検日", "透析液供給装置 定期点検", "ME-0401"), day(10, 6, "点検日", "人工呼吸器 定期点検", "人工呼吸器")));
        for (LocalDate day : days(SampleFacts.AS_OF, TO)) {
            // 二次救急の輪番: every eighth day
            if (day.toEpochDay() % 8 == 2) {
                all.add(new Day(day, day, "輪番日", "二次救急輪番", "救急外来"));
            }
        }
        all.sort(java.util.Comparator.comparing(Day::date));
        return all;
    }

    private static Day day(int month, int day, String kind, String name, String scope) {
        return new Day(LocalDate.of(2026, month, day), LocalDate.of(2026, month, day), kind, name, scope);
    }

    private static boolean closed(LocalDate day) {
        return Set.of("2026-09-21", "2026-09-22", "2026-09-23", "2026-10-01", "2026-10-12", "2026-11-03", "2026-11-23")
                .contains(day.toString());
    }

    private static List<LocalDate> days(LocalDate from, LocalDate to) {
        return Stream.iterate(from, d -> d.isBefore(to), d -> d.plusDays(1)).toList();
    }
}
