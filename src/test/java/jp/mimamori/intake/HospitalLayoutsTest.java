package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.trace.Severity;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts that hospitals use, each a workbook of its own: which rows are devices or findings, and what is told of the others. */
class HospitalLayoutsTest {

    @TempDir
    Path folder;

    private Reading read(Workbook book) throws Exception {
        return new WorkbookMaker(folder).book("a.xlsx", book).read();
    }

    private Reading csv(String... lines) throws Exception {
        return new WorkbookMaker(folder).csv("a.csv", lines).read();
    }

    private static void merge(Sheet sheet, String... ranges) {
        for (String range : ranges) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        }
    }

    private static List<String> ids(Reading reading) {
        return reading.devices().stream().map(Device::id).toList();
    }

    private static void assertRows(Reading reading, int accepted, int setAside) {
        assertThat(reading.sources().stream().flatMap(s -> s.sheets().stream()).mapToInt(SheetReading::accepted).sum()).as("accepted")
                .isEqualTo(accepted);
        assertThat(reading.sources().stream().flatMap(s -> s.sheets().stream()).mapToInt(SheetReading::setAside).sum()).as("set aside")
                .isEqualTo(setAside);
    }

    private static List<String> at(Reading reading, int row) {
        return reading.issues().stream().filter(i -> Integer.valueOf(row).equals(i.place().row())).map(i -> i.code()).toList();
    }

    @Test
    void a_department_merged_down_twenty_rows_is_the_department_of_each() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "台帳", "部署|機器番号|機器名", "放射線科|M-1|CT");
        for (int r = 2; r <= 20; r++) {
            sheet.createRow(r).createCell(1).setCellValue("M-" + r);
            sheet.getRow(r).createCell(2).setCellValue("CT");
        }
        sheet.createRow(21).createCell(1).setCellValue("M-21");
        sheet.getRow(21).createCell(2).setCellValue("CT");
        merge(sheet, "A2:A21");
        Reading reading = read(book);
        assertRows(reading, 21, 0);
        assertThat(reading.devices().subList(0, 20)).extracting(Device::department).containsOnly("放射線科");
        assertThat(reading.devices().get(20).department()).isNull();
    }

    @Test
    void a_device_merged_over_its_findings_is_the_device_of_each() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "脆弱性管理台帳", "機器ID|機器名|No|脆弱性情報|深刻度（CVSS）|対応状況", "M-1|CT|1|CVE-2020-0001|9.8|未対応", "||2|CVE-2020-0002|7.5|未対応",
                "||3|CVE-2020-0003|5.0|対応中", "M-2|MRI|4|CVE-2020-0001|9.8|未対応");
        merge(sheet, "A2:A4", "B2:B4");
        Reading reading = read(book);
        assertRows(reading, 4, 0);
        assertThat(reading.findings()).extracting(t -> t.finding().deviceId()).containsExactly("M-1", "M-1", "M-1", "M-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"【放射線科】", "■放射線科", "〈放射線科〉", "《放射線科》", "● 放射線科", "◇放射線科", "（放射線科）", "［放射線科］", "放射線科", "１．放射線科", "(1) 放射線科", "Ⅰ 放射線科"})
    void a_group_row_is_the_department_of_the_rows_below(String group) throws Exception {
        Reading reading = csv("機器番号|機器名|型式", "M-1|DR|A", group + "||", "M-2|CT|B", "〈3階東〉||", "M-3|ポンプ|C");
        assertThat(ids(reading)).containsExactly("M-1", "M-2", "M-3");
        assertThat(reading.devices()).extracting(Device::department).startsWith(null, "放射線科");
        assertRows(reading, 3, 0);
    }

    @Test
    void pages_repeat_header_title_and_number() throws Exception {
        Reading reading = csv("ME機器台帳|||1/3ページ", "機器番号|機器名|部署|備考", "M-1|CT|放射線科|", "|||", "ME機器台帳|||2/3ページ", "機器番号|機器名|部署|備考", "M-2|MRI|放射線科|",
                "ME機器台帳|||3/3ページ", "機器番号|機器名|部署|備考", "M-3|DR|ICU|", "|3 / 3||");
        assertThat(ids(reading)).containsExactly("M-1", "M-2", "M-3");
        assertRows(reading, 3, 0);
    }

    @Test
    void blank_rows_and_columns_between_are_stepped_over() throws Exception {
        Reading reading = csv("|||||", "||機器番号||機器名||部署", "||M-1||CT||放射線科", "||||", "||||", "||M-2||MRI||ICU");
        assertThat(ids(reading)).containsExactly("M-1", "M-2");
        assertThat(reading.devices()).extracting(Device::department).containsExactly("放射線科", "ICU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"〃", "″", "同上", "\"\"\"\"", "々", "↑", "同左", "〃〃", "〃　", "〃 〃", "''", "’’", "''''", "ゝ", "仝", "上同", "同 上", "上記同様", "上に同じ", "(同上)", "同じ", "〃(同上)", "ditto", "〻", "｢〃｣", "\"\"\"\"\"\"", "‟", "〞", "〝"})
    void every_ditto_mark_takes_the_value_above(String mark) throws Exception {
        Reading reading = csv("機器番号|機器名|メーカー|部署", "M-1|CT|北陵|放射線科", "M-2|MRI|" + mark + "|" + mark);
        Device second = reading.devices().get(1);
        if (mark.equals("同左")) {
            // as the cell to the left, which a person reads and we ask
            assertThat(second.manufacturer()).isEqualTo("MRI");
            return;
        }
        assertThat(second.manufacturer()).isEqualTo("北陵");
        assertThat(second.department()).isEqualTo("放射線科");
    }

    @Test
    void tables_side_by_side_with_other_columns_are_both_read() throws Exception {
        Reading reading = csv("機器番号|機器名|部署||資産番号|品名|メーカー|台数", "M-1|CT|放射線科||K-1|輸液ポンプ|テル|1", "M-2|MRI|放射線科||K-2|心電計|フク|1", "||||K-3|除細動器|日光|1");
        assertThat(ids(reading)).containsExactlyInAnyOrder("M-1", "M-2", "K-1", "K-2", "K-3");
        assertRows(reading, 5, 0);
        assertThat(reading.devices()).filteredOn(d -> "K-1".equals(d.id())).extracting(Device::manufacturer).containsExactly("テル");
        assertThat(reading.devices()).filteredOn(d -> "M-1".equals(d.id())).extracting(Device::manufacturer).containsExactly((String) null);
    }

    @Test
    void an_inventory_and_a_ledger_side_by_side_are_both_read() throws Exception {
        Reading reading = csv("機器番号|機器名|部署||No|機器ID|脆弱性情報|深刻度（CVSS）|対応状況", "M-1|CT|放射線科||1|M-1|CVE-2020-0796|10.0|未対応", "M-2|MRI|ICU||2|M-2|CVE-2020-0797|9.8|未対応");
        assertThat(ids(reading)).contains("M-1", "M-2");
        assertThat(reading.findings()).hasSize(2);
        assertThat(reading.findings()).extracting(t -> t.finding().deviceId()).containsExactly("M-1", "M-2");
        assertThat(reading.devices()).extracting(Device::department).containsExactly("放射線科", "ICU");
    }

    @Test
    void sheets_of_departments_with_headers_of_their_own_are_all_read() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, "放射線科", "機器番号|機器名|メーカー", "M-1|CT|北陵");
        sheet(book, "手術部", "", "手術部機器一覧", "ME番号|装置名|製造元|型番", "M-2|麻酔器|山手|A-1");
        sheet(book, "ICU", "品名|管理No.|製造販売業者", "人工呼吸器|M-3|海辺");
        Reading reading = read(book);
        assertThat(reading.devices()).extracting(Device::id, Device::department, Device::manufacturer).containsExactly(
                org.assertj.core.groups.Tuple.tuple("M-1", "放射線科", "北陵"), org.assertj.core.groups.Tuple.tuple("M-2", "手術部", "山手"),
                org.assertj.core.groups.Tuple.tuple("M-3", "ICU", "海辺"));
    }

    @Test
    void a_bold_header_below_forty_rows_and_a_table_from_column_f_are_found() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = book.createSheet("台帳");
        for (int r = 0; r < 40; r++) {
            sheet.createRow(r).createCell(0).setCellValue("第" + (r + 1) + "条　機器は台帳により管理する。");
        }
        CellStyle bold = book.createCellStyle();
        var font = book.createFont();
        font.setBold(true);
        bold.setFont(font);
        var header = sheet.createRow(41);
        var row = sheet.createRow(42);
        String[] texts = {"機器番号", "機器名", "部署"};
        for (int c = 0; c < 3; c++) {
            header.createCell(5 + c).setCellValue(texts[c]);
            header.getCell(5 + c).setCellStyle(bold);
            row.createCell(5 + c).setCellValue(List.of("M-1", "CT", "ICU").get(c));
        }
        Reading reading = read(book);
        assertThat(ids(reading)).containsExactly("M-1");
        assertThat(WorkbookMaker.sheet(reading, "台帳").headerRow()).isEqualTo(42);
    }

    @Test
    void a_list_of_names_only_is_a_list_of_devices() throws Exception {
        Reading reading = csv("機器名", "CT", "MRI", "人工呼吸器");
        assertThat(reading.devices()).extracting(Device::name).containsExactly("CT", "MRI", "人工呼吸器");
    }

    @Test
    void grey_rows_are_asked_about_where_a_legend_gives_grey_a_meaning() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "台帳", "機器台帳　（灰色＝廃棄）", "機器番号|機器名|部署", "M-1|CT|放射線科", "M-2|MRI|放射線科", "M-3|DR|放射線科");
        CellStyle grey = book.createCellStyle();
        grey.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        grey.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        sheet.getRow(3).forEach(cell -> cell.setCellStyle(grey));
        Reading reading = read(book);
        assertThat(reading.devices()).hasSize(3);
        assertThat(issue(reading, "INTAKE-255").place().cell()).isEqualTo("A1");
        assertThat(issue(reading, "INTAKE-255").severity()).isEqualTo(Severity.WARNING);
        assertThat(reading.devices().get(1).status()).isNotEqualTo(DeviceStatus.DISPOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"有・無", "有 ・ 無", "有／無", "□有 □無", "□有　□無", "有□ 無□", "はい・いいえ", "あり・なし", "☐有☐無", "要・否"})
    void a_choice_that_nobody_made_is_unknown_and_asked(String choice) throws Exception {
        Reading reading = csv("機器番号|機器名|ネットワーク接続|リモート保守", "M-1|CT|" + choice + "|" + choice);
        assertThat(reading.devices().get(0).exposure().value().isKnown()).isFalse();
        assertThat(at(reading, 2)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"■有 □無", "☑有 □無", "☑有　☐無", "レ有 □無", "■あり□なし", "(○)有 ( )無", "有■ 無□", "[x]有 [ ]無", "◉有 ○無", "●有 ○無", "✓有　無"})
    void a_ticked_choice_is_what_was_ticked_or_asked_and_never_the_other(String choice) throws Exception {
        Reading yes = csv("機器番号|機器名|ネットワーク接続|リモート保守", "M-1|CT|" + choice + "|無");
        String mark = yes.devices().get(0).exposure().value().name();
        assertThat(mark.equals("INTERNAL_FLAT") || mark.equals("UNKNOWN") && !at(yes, 2).isEmpty()).as(mark).isTrue();
    }

    @Test
    void devices_that_stand_line_by_line_in_one_row_are_never_paired_wrongly() throws Exception {
        Reading equal = csv("機器番号|機器名|部署|IPアドレス", "\"M-1\nM-2\nM-3\"|\"CT\nMRI\nDR\"|放射線科|\"10.0.0.1\n10.0.0.2\n10.0.0.3\"");
        assertThat(issue(equal, "INTAKE-256").place().row()).isEqualTo(2);
        assertThat(equal.devices()).extracting(d -> d.id() + d.name() + d.department() + d.ip()).containsExactly("M-1CT放射線科10.0.0.1",
                "M-2MRI放射線科10.0.0.2", "M-3DR放射線科10.0.0.3");
        assertRows(equal, 3, 0);
        Reading unequal = csv("機器番号|機器名|IPアドレス", "\"M-1\nM-2\nM-3\"|\"CT\nMRI\"|10.0.0.1");
        assertThat(issue(unequal, "INTAKE-257").place().row()).isEqualTo(2);
        assertRows(unequal, 1, 0);
        // a name broken over two lines is one device
        assertThat(codes(csv("機器番号|機器名|部署", "M-1|\"全身用\nX線CT\"|\"放射線科\n(本館)\""))).doesNotContain("INTAKE-256");
    }
}
