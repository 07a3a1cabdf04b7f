package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.trace.Severity;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row that may hold data is accepted, or set aside with an issue, or told to be none. */
class NoRowIsLostTest {

    /** Values that look like a total, a remark, a header, a page number, a mark, and are none. */
    private static final String[] NASTY = {"計", "合計", "小計", "例", "記入例", "※", "〃", "同上", "機器名", "管理番号", "部署", "日付", "CVE", "12",
        "00123", "3/5", "P-1", "以上", "注射ポンプ", "作成装置", "血圧計", "心電計[予備]", "■CT", "note", "NotePC-01", "-", "　", "日", "月", "氏名",
        "1", "凡例", "メーカー", "【放射線科】", "ＭＲＩ", "total", "end", "状態", "型式", "台数 3台", "備考", "1日", "7時"};

    @TempDir
    Path folder;

    private static String days() {
        return IntStream.rangeClosed(1, 30).mapToObj(d -> d + "日").collect(Collectors.joining("|"));
    }

    private static String weekdays() {
        return IntStream.range(0, 30).mapToObj(d -> "火水木金土日月".substring(d % 7, d % 7 + 1)).collect(Collectors.joining("|"));
    }

    @Test
    void a_roster_of_day_shifts_is_no_repeated_header() throws Exception {
        Workbook book = new XSSFWorkbook();
        sheet(book, "勤務表", "勤務表　2026年9月", "氏名|職種|" + days(), "||" + weekdays(), "日|臨床工学技士|" + "日|".repeat(29) + "日",
                "臨工B|日|" + "日|".repeat(29) + "日", "C||" + "日|".repeat(30), "|".repeat(7) + "日" + "|".repeat(7) + "日");
        Reading reading = new WorkbookMaker(folder).book("s.xlsx", book).read();
        SheetReading read = WorkbookMaker.sheet(reading, "勤務表");
        assertThat(read.rows()).isEqualTo(4);
        assertThat(read.setAside()).isEqualTo(1);
        assertThat(reading.calendars().shifts()).hasSize(90);
        assertThat(issue(reading, "INTAKE-441").place().row()).isEqualTo(7);
    }

    @Test
    void the_first_person_of_a_roster_without_weekdays_is_no_weekday_row() throws Exception {
        Workbook book = new XSSFWorkbook();
        sheet(book, "勤務表", "2026年9月", "氏名|職種|" + days(), "A||" + "日|".repeat(29) + "日", "B||" + "日|".repeat(29) + "日");
        Reading reading = new WorkbookMaker(folder).book("s.xlsx", book).read();
        assertThat(reading.calendars().shifts()).extracting(StaffShift::person).contains("A", "B");
    }

    @Test
    void a_row_between_header_and_weekdays_is_not_stepped_over() throws Exception {
        Workbook book = new XSSFWorkbook();
        sheet(book, "勤務表", "2026年9月", "氏名|職種|" + days(), "", "A||日", "B||準", "C||深");
        assertThat(new WorkbookMaker(folder).book("s.xlsx", book).read().calendars().shifts()).hasSize(3);
    }

    @Test
    void a_device_called_total_is_a_device() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|部署|台数", "M-1|計|ICU|1", "M-2|合計||", "|合計||35",
                "放射線科 小計|||3台").read();
        assertThat(reading.devices()).extracting(Device::id).containsExactly("M-1", "M-2");
        assertThat(reading.sources().get(0).sheets().get(0).rows()).isEqualTo(2);
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, "台帳", "機器番号|機器名|部署", "|合計|").getRow(1).createCell(0).setCellValue(4711);
        assertThat(new WorkbookMaker(folder).book("b.xlsx", book).read().devices()).extracting(Device::id).contains("4711");
    }

    @Test
    void a_row_with_one_cell_is_a_device_or_is_told() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|部署", "M-1|CT|ICU", "00123||", "|注射ポンプ|", "|NotePC|",
                "|心電計[予備]|", "|計|", "本館||", "以上||", "放射線科||").read();
        assertThat(reading.devices()).extracting(Device::id).containsExactly("M-1", "00123", null, null, null);
        assertThat(reading.devices()).extracting(Device::name).containsExactly("CT", null, "注射ポンプ", "NotePC", "心電計[予備]");
        assertThat(issue(reading, "INTAKE-216").place().row()).isEqualTo(7);
        assertThat(issue(reading, "INTAKE-215").place().row()).isEqualTo(8);
        assertThat(issue(reading, "INTAKE-214").place().row()).isEqualTo(9);
        assertThat(reading.issues()).noneMatch(i -> Integer.valueOf(10).equals(i.place().row()));
    }

    @Test
    void a_row_of_header_words_is_data_where_it_names_a_device_and_told_where_it_is_a_header() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|部署|メーカー|型式", "M-1|部署|メーカー|型式|機器名",
                "機器番号|機器名|部署|メーカー|型式", "M-2|CT|ICU||", "機器名|機器番号|備考||", "MRI|M-3|||").read();
        assertThat(reading.devices()).extracting(Device::id).containsExactly("M-1", "M-2", "M-3");
        assertThat(issue(reading, "INTAKE-217").place().row()).isEqualTo(5);
    }

    @Test
    void the_first_row_of_a_table_is_no_second_header_row() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "管理番号|名称|区分", "M-1|メーカー|型式", "M-2|CT|医療機器").read();
        assertThat(reading.devices()).extracting(Device::id).containsExactly("M-1", "M-2");
    }

    @Test
    void content_beside_and_above_the_table_is_told() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "X-1|人工呼吸器|ICU", "", "機器番号|機器名||||", "M-1|CT||||", "|||X-2|MRI|外来").read();
        assertThat(issue(reading, "INTAKE-219").place().row()).isEqualTo(1);
        assertThat(issue(reading, "INTAKE-218").severity()).isEqualTo(Severity.WARNING);
        assertThat(issue(reading, "INTAKE-218").place().row()).isEqualTo(5);
    }

    @Test
    void a_list_of_choices_that_looks_like_an_inventory_is_a_warning() throws Exception {
        Workbook book = new XSSFWorkbook();
        sheet(book, "リスト", "機器番号|機器名|部署", "M-1|CT|ICU");
        sheet(book, "台帳", "機器番号|機器名|部署", "M-2|MRI|ICU");
        assertThat(issue(new WorkbookMaker(folder).book("a.xlsx", book).read(), "INTAKE-202").severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"機器番号|機器名|部署|メーカー|台数|備考", "No|機器名|型式|製造番号", "管理番号|機器ID|機器名|脆弱性情報|深刻度（CVSS）|対応状況|備考",
        "氏名|職種|勤務日|勤務開始|勤務終了", "日付|区分|名称", "来院日|業者名|対象装置|開始|終了", "予約日|開始|終了|検査室|検査名"})
    void whatever_stands_in_a_row_it_is_counted_or_told(String header) throws Exception {
        Random random = new Random(20260910);
        int width = header.split("\\|").length;
        for (int round = 0; round < 25; round++) {
            List<String> lines = new ArrayList<>(List.of(header));
            for (int r = 0; r < 12; r++) {
                int filled = 1 + random.nextInt(width);
                lines.add(IntStream.range(0, width).mapToObj(c -> random.nextInt(width) < filled
                        ? NASTY[random.nextInt(NASTY.length)] : "").collect(Collectors.joining("|")));
            }
            Reading reading = new WorkbookMaker(folder).csv("a.csv", lines.toArray(String[]::new)).read();
            SheetReading read = reading.sources().get(0).sheets().get(0);
            assertThat(read.headerRow()).as("%s", lines).isEqualTo(1);
            long told = IntStream.rangeClosed(2, lines.size()).filter(row -> isToldOrNoRow(reading, lines, row)).count();
            int rows = reading.sources().get(0).sheets().stream().mapToInt(SheetReading::rows).sum();
            assertThat(rows + told).as("%s\n%s", String.join("\n", lines), codes(reading)).isEqualTo(lines.size() - 1L);
        }
    }

    /** Whether the row is blank, a total or a department's heading, or an issue says why it is no row. */
    private static boolean isToldOrNoRow(Reading reading, List<String> lines, int row) {
        List<String> cells = java.util.Arrays.stream(lines.get(row - 1).split("\\|")).map(String::strip).filter(c -> !c.isBlank()).toList();
        boolean heading = cells.size() == 1 && cells.get(0).equals("【放射線科】");
        boolean total = cells.size() > 1 && cells.size() <= 4 && cells.stream().anyMatch(c -> c.matches("計|合計|小計|total"))
                && cells.stream().allMatch(c -> c.matches("計|合計|小計|total|[0-9]+|【放射線科】"));
        boolean told = reading.issues().stream().anyMatch(i -> Integer.valueOf(row).equals(i.place().row())
                && i.code().matches("INTAKE-(210|21[4-8]|25[1-4])"));
        boolean accepted = reading.devices().stream().anyMatch(d -> d.source().row() == row)
                || reading.issues().stream().anyMatch(i -> Integer.valueOf(row).equals(i.place().row()) && i.code().matches("INTAKE-[34].*"));
        return cells.isEmpty() || heading || told || total && !accepted;
    }
}
