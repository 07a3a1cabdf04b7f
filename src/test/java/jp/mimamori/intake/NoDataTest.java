package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.issue;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jp.mimamori.inventory.Device;
import jp.mimamori.trace.Severity;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on a hospital's sheets beside its data: totals, examples, templates, pivots, notes. None of it becomes a device, and none is passed over in silence. */
class NoDataTest {

    @TempDir
    Path folder;

    private Reading read(Workbook book) throws Exception {
        return new WorkbookMaker(folder).book("a.xlsx", book).read();
    }

    private Reading csv(String... lines) throws Exception {
        return new WorkbookMaker(folder).csv("a.csv", lines).read();
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

    @ParameterizedTest
    @ValueSource(strings = {"小計||||2", "|計　35台|||", "計 35台||||", "|||合計|35", "放射線科 計||||2", "|放射線科計|||2", "|||小 計|2", "合計（台）||||2", "|||【合計】|2", "総台数||||2", "|||計|2台",
        "＜合計＞||||2", "合計:2台||||", "*合計*||||2"})
    void totals_are_no_rows(String total) throws Exception {
        Reading reading = csv("機器番号|機器名|型式|部署|台数", "M-1|CT|A|放射線科|1", "M-2|MRI|A|放射線科|1", total, "M-3|DR|A|放射線科|1");
        assertThat(ids(reading)).containsExactly("M-1", "M-2", "M-3");
        assertRows(reading, 3, 0);
    }

    @Test
    void a_row_of_subtotal_formulas_is_no_row() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "台帳", "機器番号|機器名|部署|台数|金額", "M-1|CT|放射線科", "M-2|MRI|放射線科", "放射線科 集計");
        for (int r = 1; r <= 3; r++) {
            sheet.getRow(r).createCell(3);
            sheet.getRow(r).createCell(4);
        }
        sheet.getRow(1).getCell(3).setCellValue(1);
        sheet.getRow(2).getCell(3).setCellValue(1);
        sheet.getRow(3).getCell(3).setCellFormula("SUBTOTAL(9,D2:D3)");
        sheet.getRow(3).getCell(4).setCellFormula("SUBTOTAL(9,E2:E3)");
        var bare = sheet.createRow(4);
        bare.createCell(3).setCellFormula("SUBTOTAL(9,D2:D3)");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        Reading reading = read(book);
        assertThat(ids(reading)).containsExactly("M-1", "M-2");
        assertThat(at(reading, 5)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"例|XX-000|○○装置|○○科", "（例）|XX-000|○○装置|○○科", "記入例|XX-000|○○装置|○○科", "※例|XX-000|○○装置|○○科", "例）|XX-000|○○装置|○○科", "見本|XX-000|○○装置|○○科", "例1|XX-000|○○装置|○○科"})
    void a_row_marked_as_an_example_is_no_device_and_is_told(String example) throws Exception {
        Reading reading = csv("No|機器番号|機器名|部署", example, "1|M-1|CT|放射線科");
        assertThat(ids(reading)).containsExactly("M-1");
        assertThat(issue(reading, "INTAKE-251").place().row()).isEqualTo(2);
    }

    @Test
    void the_mark_of_an_example_may_stand_before_the_number_or_the_name() throws Exception {
        Reading reading = csv("機器番号|機器名|部署", "（例）XX-000|人工呼吸器|ICU", "例：XX-001|CT|ICU", "M-1|CT|放射線科", "例外処理装置|心電計|ICU");
        assertThat(ids(reading)).containsExactly("M-1", "例外処理装置");
        assertThat(at(reading, 2)).contains("INTAKE-251");
    }

    @ParameterizedTest
    @ValueSource(strings = {"表紙", "改訂履歴", "凡例", "コードマスタ", "部署マスタ", "集計", "ピボット", "ﾏｽﾀ", "変更履歴", "更新履歴", "入力規則", "選択リスト", "はじめに", "注意事項", "記入要領"})
    void sheets_that_are_no_data_lose_nothing_and_say_so(String name) throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, name, "版|日付|内容|作成者", "1.0|2025/4/1|新規作成|情報課", "1.1|2025/9/1|機器を追加|情報課");
        sheet(book, "台帳", "機器番号|機器名|部署", "M-1|CT|放射線科");
        Reading reading = read(book);
        assertThat(ids(reading)).containsExactly("M-1");
        assertThat(reading.calendars().siteDays()).isEmpty();
        assertRows(reading, 1, 0);
        assertThat(reading.issues()).anyMatch(i -> name.equals(i.place().sheet()));
    }

    @Test
    void a_pivot_of_the_inventory_is_no_second_inventory() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, "台帳", "機器番号|機器名|部署|メーカー", "M-1|CT|放射線科|北陵", "M-2|MRI|放射線科|北陵");
        var pivot = sheet(book, "Sheet2", "行ラベル|個数 / 機器番号", "放射線科|2", "総計|2");
        Reading reading = read(book);
        assertThat(pivot).isNotNull();
        assertThat(reading.devices()).filteredOn(d -> d.id() != null).hasSize(2);
        assertThat(reading.issues()).anyMatch(i -> "Sheet2".equals(i.place().sheet()));
    }

    @Test
    void an_empty_template_says_that_it_is_empty() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, "様式1", "機器番号|機器名|部署|メーカー");
        sheet(book, "台帳", "機器番号|機器名|部署", "M-1|CT|放射線科");
        Reading reading = read(book);
        assertRows(reading, 1, 0);
        assertThat(issue(reading, "INTAKE-253").place().sheet()).isEqualTo("様式1");
    }

    @Test
    void prepared_numbers_without_anything_beside_them_are_no_rows() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "台帳", "No|機器番号|機器名|部署", "1|M-1|CT|放射線科", "2|M-2|MRI|放射線科");
        for (int r = 3; r <= 100; r++) {
            sheet.createRow(r).createCell(0).setCellValue(r);
        }
        Reading reading = read(book);
        assertRows(reading, 2, 0);
        assertThat(issue(reading, "INTAKE-254").severity()).isEqualTo(Severity.INFO);
        assertThat(reading.issues().stream().filter(i -> i.place().row() != null && i.place().row() >= 4)).hasSize(1);
    }

    @Test
    void prepared_numbers_in_the_column_of_the_device_are_no_rows_either_and_a_gap_is_asked() throws Exception {
        String[] lines = new String[31];
        lines[0] = "管理番号|機器名|部署";
        IntStream.rangeClosed(1, 30).forEach(r -> lines[r] = r + (r <= 10 ? "|CT|放射線科" : "||"));
        Reading reading = csv(lines);
        assertRows(reading, 10, 0);
        lines[5] = "5||";
        assertRows(csv(lines), 10, 0);
        assertThat(at(csv(lines), 6)).isNotEmpty();
    }

    @Test
    void a_line_of_units_below_the_header_is_no_row() throws Exception {
        Reading reading = csv("機器番号|機器名|台数|購入日|稼働率", "||（台）|（年月日）|（％）", "M-1|CT|1|2020/4/1|80");
        assertThat(ids(reading)).containsExactly("M-1");
        assertRows(reading, 1, 0);
    }

    @Test
    void a_second_line_of_the_header_in_english_is_no_row() throws Exception {
        Reading reading = csv("機器番号|機器名|メーカー|型式|部署", "Asset No.|Device name|Manufacturer|Model|Department", "M-1|CT|北陵|A|放射線科");
        assertThat(ids(reading)).containsExactly("M-1");
        assertThat(reading.devices().get(0).manufacturer()).isEqualTo("北陵");
        Reading unknown = csv("機器番号|機器名|メーカー|型式|部署", "Mgmt code|Apparatus|Producer|Kind|Dept.", "M-1|CT|北陵|A|放射線科");
        assertThat(ids(unknown)).contains("M-1");
    }

    @Test
    void notes_below_the_table_are_told() throws Exception {
        Reading reading = csv("機器番号|機器名|部署", "M-1|CT|放射線科", "", "※1 リースを含む||", "注1）予備機を除く||", "（注）太字は今年度更新||", "*印は借用||", "作成：臨床工学科||");
        assertRows(reading, 1, 0);
        for (int row = 4; row <= 8; row++) {
            assertThat(at(reading, row)).as("row %d", row).isNotEmpty();
        }
    }
}
