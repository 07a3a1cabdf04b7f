package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.trace.Severity;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetLayoutTest {

    @TempDir
    Path folder;

    private static Workbook book(String kind) {
        return kind.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void a_two_row_header_below_a_title_is_found_and_group_and_total_rows_are_no_rows(String kind) throws Exception {
        Workbook book = book(kind);
        var sheet = sheet(book, "ME機器", "みなと病院　ME機器台帳", "作成日：令和7年9月1日", "",
                "機器番号|機器名|部署|ネットワーク||台数", "|||有無|IPアドレス",
                "【放射線科】", "M-1|CT|放射線科|有|10.0.0.1|1", "M-2|MRI||有|10.0.0.2|1", "||小計|||2", "",
                "【手術部】", "M-3|麻酔器|手術部|無||1", "", "||合計|||3");
        sheet.addMergedRegion(new CellRangeAddress(3, 3, 3, 4));
        sheet.addMergedRegion(new CellRangeAddress(6, 7, 2, 2));
        Reading reading = new WorkbookMaker(folder).book("a." + kind, book).read();

        SheetReading read = WorkbookMaker.sheet(reading, "ME機器");
        assertThat(read.role()).isEqualTo(SheetRole.INVENTORY);
        assertThat(read.headerRow()).isEqualTo(4);
        assertThat(read.rows()).isEqualTo(3);
        assertThat(read.accepted()).isEqualTo(3);
        assertThat(read.columns()).extracting(c -> c.column() + " " + c.header() + " " + c.field()).contains("D ネットワーク/有無 network",
                "E ネットワーク/IPアドレス ip");
        assertThat(reading.devices()).extracting(Device::id).containsExactly("M-1", "M-2", "M-3");
        assertThat(reading.devices()).extracting(Device::department).containsExactly("放射線科", "放射線科", "手術部");
        assertThat(reading.devices().get(1).source().row()).isEqualTo(8);
    }

    @Test
    void ditto_marks_take_the_value_above_and_ask_where_there_is_none() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|メーカー|部署", "M-1|CT|北陵|〃",
                "M-2|MRI|〃|ICU", "M-3|DR|同上|″").read();
        assertThat(reading.devices()).extracting(Device::manufacturer).containsExactly("北陵", "北陵", "北陵");
        assertThat(reading.devices()).extracting(Device::department).containsExactly(null, "ICU", "ICU");
        assertThat(issue(reading, "INTAKE-213").place().cell()).isEqualTo("D2");
    }

    @Test
    void headers_repeated_on_every_page_page_numbers_and_remarks_are_no_rows() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|部署", "M-1|CT|放射線科", "- 1 -||",
                "機器番号|機器名|部署", "M-2|MRI|放射線科", "||", "M-3|DR|ICU", "※別紙参照||", "以上||").read();
        assertThat(reading.sources().get(0).sheets().get(0).rows()).isEqualTo(3);
        assertThat(issue(reading, "INTAKE-210").place().row()).isEqualTo(8);
    }

    @Test
    void a_second_table_below_with_other_columns_is_read_by_its_own_header() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|部署", "M-1|CT|放射線科", "",
                "機器名|機器番号|メーカー", "MRI|M-2|北陵").read();
        assertThat(reading.sources().get(0).sheets()).hasSize(1);
        assertThat(reading.sources().get(0).sheets().get(0).rows()).isEqualTo(2);
        assertThat(reading.devices()).extracting(Device::id).containsExactly("M-1", "M-2");
        assertThat(reading.devices().get(1).manufacturer()).isEqualTo("北陵");
    }

    @Test
    void tables_of_two_roles_on_one_sheet_are_both_read() throws Exception {
        Workbook book = new XSSFWorkbook();
        sheet(book, "まとめ", "機器番号|機器名|部署", "M-1|CT|放射線科", "",
                "管理番号|機器ID|脆弱性情報|深刻度（CVSS）|対応状況", "V-1|M-1|CVE-2020-0796|10.0|未対応");
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        assertThat(reading.devices()).hasSize(1);
        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.findings().get(0).implied()).isFalse();
    }

    @Test
    void blocks_side_by_side_are_both_read() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名||機器番号|機器名", "M-1|CT||M-3|DR",
                "M-2|MRI||M-4|US").read();
        assertThat(reading.devices()).extracting(Device::id).containsExactlyInAnyOrder("M-1", "M-2", "M-3", "M-4");
        assertThat(reading.sources().get(0).sheets().get(0).rows()).isEqualTo(4);
    }

    @Test
    void hidden_rows_and_columns_are_read_and_told_struck_rows_are_disposed_and_comments_are_reported() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "台帳", "機器番号|機器名|部署", "M-1|CT|放射線科", "M-2|MRI|放射線科", "M-3|DR|");
        sheet.getRow(2).setZeroHeight(true);
        sheet.setColumnHidden(2, true);
        var font = book.createFont();
        font.setStrikeout(true);
        var struck = book.createCellStyle();
        struck.setFont(font);
        sheet.getRow(1).forEach(cell -> cell.setCellStyle(struck));
        for (int row = 2; row <= 3; row++) {
            var comment = sheet.createDrawingPatriarch().createCellComment(book.getCreationHelper().createClientAnchor());
            comment.setString(book.getCreationHelper().createRichTextString("ICUへ移動" + row));
            (row == 2 ? sheet.getRow(row).getCell(2) : sheet.getRow(row).createCell(2)).setCellComment(comment);
        }
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();

        assertThat(reading.devices()).extracting(Device::status).startsWith(DeviceStatus.DISPOSED).hasSize(3);
        assertThat(reading.devices().get(1).status()).isNotEqualTo(DeviceStatus.DISPOSED);
        assertThat(issue(reading, "INTAKE-207").place().row()).isEqualTo(3);
        assertThat(issue(reading, "INTAKE-208").column()).isEqualTo("部署");
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-209")).extracting(i -> i.place().cell() + " " + i.value())
                .containsExactly("C3 ICUへ移動2", "C4 ICUへ移動3");
        assertThat(issue(reading, "INTAKE-317").place().row()).isEqualTo(2);
    }

    @Test
    void covers_examples_and_empty_sheets_are_no_data_and_say_so() throws Exception {
        Workbook book = new XSSFWorkbook();
        sheet(book, "表紙", "令和7年度　機器台帳");
        sheet(book, "記入例", "機器番号|機器名", "XX-000|○○装置");
        sheet(book, "様式", "【記入例】", "機器番号|機器名", "XX-000|○○装置");
        sheet(book, "空");
        sheet(book, "３階病棟", "機器番号|機器名", "M-1|輸液ポンプ");
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        assertThat(reading.devices()).extracting(Device::id).containsExactly("M-1");
        assertThat(reading.devices().get(0).department()).isEqualTo("３階病棟");
        assertThat(codes(reading)).contains("INTAKE-201", "INTAKE-202", "INTAKE-203");
        assertThat(reading.sources().get(0).sheets()).extracting(SheetReading::role).containsExactly(null, null, null, null,
                SheetRole.INVENTORY);
        assertThat(reading.issues()).noneMatch(i -> i.severity() == Severity.ERROR);
    }

    @Test
    void columns_that_are_not_read_or_only_similar_are_named() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|内線|臨床用メーカー名", "M-1|CT|2110|北陵").read();
        assertThat(issue(reading, "INTAKE-205").place().cell()).isEqualTo("C1");
        assertThat(issue(reading, "INTAKE-206").column()).isEqualTo("臨床用メーカー名");
        assertThat(reading.devices().get(0).manufacturer()).isEqualTo("北陵");
    }

    @Test
    void rows_that_do_not_say_what_they_are_about_are_set_aside_with_their_cell() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|部署|備考", "M-1|CT|ICU|", "||ICU|要確認",
                "|心電計|外来|").read();
        SheetReading sheet = reading.sources().get(0).sheets().get(0);
        assertThat(sheet.rows()).isEqualTo(3);
        assertThat(sheet.setAside()).isEqualTo(1);
        assertThat(issue(reading, "INTAKE-311").severity()).isEqualTo(Severity.ERROR);
        assertThat(issue(reading, "INTAKE-311").place().cell()).isEqualTo("B3");
        assertThat(issue(reading, "INTAKE-312").place().cell()).isEqualTo("A4");
    }

    @Test
    void duplicate_numbers_are_told_and_nothing_is_dropped() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名", "M-1|CT", "Ｍ－１|MRI").read();
        assertThat(reading.devices()).hasSize(2);
        assertThat(issue(reading, "INTAKE-318").place().cell()).isEqualTo("A3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xls", "xlsx"})
    void a_formula_gives_its_saved_value_and_its_error_is_told(String kind) throws Exception {
        Workbook book = book(kind);
        var sheet = sheet(book, "台帳", "機器番号|機器名|部署", "M-1||", "M-2|MRI|");
        sheet.getRow(1).createCell(1).setCellFormula("\"C\"&\"T\"");
        sheet.getRow(2).createCell(2).setCellFormula("1/0");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        Reading reading = new WorkbookMaker(folder).book("a." + kind, book).read();
        assertThat(reading.devices()).extracting(Device::name).containsExactly("CT", "MRI");
        assertThat(issue(reading, "INTAKE-301").place().cell()).isEqualTo("C3");
        assertThat(issue(reading, "INTAKE-301").value()).isEqualTo("#DIV/0!");
    }

    @Test
    void furigana_is_not_part_of_a_text() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, "台帳", "機器番号|機器名", "M-1|心電計");
        var text = book.getSharedStringSource();
        for (int i = 0; i < text.getCount(); i++) {
            var item = text.getItemAt(i).getString();
            if (item.equals("心電計")) {
                var run = ((org.apache.poi.xssf.usermodel.XSSFRichTextString) text.getItemAt(i)).getCTRst().addNewRPh();
                run.setSb(0);
                run.setEb(3);
                run.setT("シンデンケイ");
            }
        }
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        assertThat(reading.devices().get(0).name()).isEqualTo("心電計");
    }

    @Test
    void a_forced_role_wins_over_the_headers() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "日付|開始|終了|装置|メーカー", "2025/9/15|9:00|10:00|CT1|北陵")
                .as(SheetRole.VENDORS).read();
        assertThat(reading.calendars().vendorDays()).hasSize(1);
        assertThat(reading.calendars().bookings()).isEmpty();
    }
}
