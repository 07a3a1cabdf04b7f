package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Severity;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ledgers of other hands than our samples' were read wrongly in once. */
class SecondReadingTest {

    private static final String INVENTORY = "機器ID|機器名|型式|台数";

    @TempDir
    Path folder;

    private Reading read(String[] inventory, String... ledger) throws Exception {
        return new WorkbookMaker(folder).csv("inventory.csv", inventory).csv("ledger.csv", ledger).read();
    }

    private static Finding first(Reading reading) {
        return reading.findings().get(0).finding();
    }

    @Test
    void a_number_below_a_header_for_the_name_is_the_device_of_that_number() throws Exception {
        Reading reading = read(new String[] {INVENTORY, "A-1|多項目モニタ|PM|1", "A-2|気管支鏡|BF|1"}, "No|対象機器|CVE",
                "1|Ａ－１|CVE-2025-0001", "2|A-1、A-2|CVE-2025-0001", "3|気管支鏡|CVE-2025-0001", "4|A-9|CVE-2025-0001");
        assertThat(reading.findings()).extracting(tracked -> tracked.implied() ? "implied" : tracked.device().id())
                .containsExactly("A-1", "A-1", "A-2", "A-2", "implied");
        assertThat(issue(reading, "INTAKE-363").severity()).isEqualTo(Severity.INFO);
        assertThat(first(reading).deviceName()).isNull();
    }

    @Test
    void a_device_whose_name_is_another_devices_number_keeps_its_name() throws Exception {
        Reading reading = read(new String[] {INVENTORY, "CT|MRI|M|1", "X-2|CT|C|1"}, "No|対象機器|CVE", "1|CT|CVE-2025-0001");
        assertThat(reading.findings().get(0).device().id()).isEqualTo("X-2");
        assertThat(codes(reading)).doesNotContain("INTAKE-363");
    }

    @Test
    void a_lot_is_meant_where_name_and_model_name_it() throws Exception {
        Reading reading = read(new String[] {INVENTORY, "A-1|多項目モニタ|PM|4"}, "No|機器名|型式|CVE", "1|多項目モニタ|PM|CVE-2025-0001",
                "2|多項目モニタ||CVE-2025-0001", "3|多項目モニタ|XX|CVE-2025-0001");
        assertThat(reading.findings()).extracting(tracked -> tracked.implied()).containsExactly(false, true, true);
    }

    @ParameterizedTest
    @CsvSource({"CVSS v3,7.5,3.1", "深刻度（CVSS v3.0）,7.5,3.0", "CVSSｖ２,5.0,2.0", "CVSS v4.0,9.3,4.0", "CVSS,7.5,", "CVSSスコア,7.5,"})
    void a_bare_score_is_of_the_version_its_header_names(String header, String score, String version) throws Exception {
        Cvssed read = cvss(header, score);
        assertThat(read.version()).isEqualTo(version);
        assertThat(read.score()).isEqualTo(Double.parseDouble(score));
    }

    private record Cvssed(String version, Double score) {
    }

    private Cvssed cvss(String header, String score) throws Exception {
        var cvss = first(new WorkbookMaker(folder).csv("l.csv", "管理番号|機器名|脆弱性情報|" + header, "1|CT|CVE-2025-0001|" + score,
                "2|CT|CVE-2025-0002|9.1").read()).cvss();
        return new Cvssed(cvss.version(), cvss.score());
    }

    @Test
    void an_error_in_the_score_is_told_though_the_vector_beside_it_is_read() throws Exception {
        var book = new XSSFWorkbook();
        var sheet = WorkbookMaker.sheet(book, "台帳", "管理番号|機器名|脆弱性情報|CVSSスコア|ベクトル",
                "1|CT|CVE-2025-0001||CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
        sheet.getRow(1).createCell(3).setCellErrorValue(FormulaError.REF.getCode());
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        assertThat(issue(reading, "INTAKE-301").place().cell()).isEqualTo("D2");
        assertThat(first(reading).cvss().score()).isEqualTo(9.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", " #DIV/0! ", "#name?"})
    void an_error_that_became_text_is_no_software(String error) throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("l.csv", "管理番号|機器名|ソフトウェア/OS|脆弱性情報", "1|CT|" + error + "|CVE-2025-0001",
                "2|CT|#1 controller|CVE-2025-0001").read();
        assertThat(first(reading).software()).isNull();
        assertThat(reading.findings().get(1).finding().software()).isEqualTo("#1 controller");
        assertThat(issue(reading, "INTAKE-301").place().cell()).isEqualTo("C2");
    }

    @Test
    void the_kind_below_the_treatment_is_the_treatment() throws Exception {
        var book = new XSSFWorkbook();
        var sheet = WorkbookMaker.sheet(book, "台帳", "脆弱性対応管理表", "整理番号|対象機器||CVE|対応方針|",
                "|ME番号|装置名||区分|対策内容", "S-1|ME-1|人工呼吸器|CVE-2025-0001|暫定対応|専用VLANへ", "計|2件||||");
        sheet.addMergedRegion(CellRangeAddress.valueOf("B2:C2"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("E2:F2"));
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        SheetReading read = WorkbookMaker.sheet(reading, "台帳");
        assertThat(read.headerRow()).isEqualTo(2);
        assertThat(read.rows()).isEqualTo(1);
        assertThat(first(reading).treatment()).isEqualTo(Treatment.MITIGATE);
        assertThat(first(reading).action()).isEqualTo("専用VLANへ");
    }

    @Test
    void a_counted_number_is_an_identity_only_without_the_word_for_a_total() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("i.csv", "No|機器ID|機器名|型式", "1|A-1|CT装置|X", "計|3台||", "2|3台|MRI装置|X", "計|12345|合計器|X").read();
        assertThat(reading.devices()).extracting(device -> device.id()).containsExactly("A-1", "3台", "12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不明", "なし", "未定", "確認中", "N/A"})
    void what_is_not_known_is_no_name(String word) throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("i.csv", "機器ID|機器名|製造番号|メーカー|OS|設置場所|備考", "M-1|CT装置|" + (word + "|").repeat(4) + word,
                word + "|CT装置|S-2|||1F|").read();
        var device = reading.devices().get(0);
        assertThat(new String[] {device.serial(), device.manufacturer(), device.os(), device.location()}).containsOnlyNulls();
        assertThat(device.note()).isEqualTo(word);
        assertThat(reading.devices().get(1).id()).isNull();
        assertThat(issue(reading, "INTAKE-312").place().cell()).isEqualTo("A3");
    }

    @ParameterizedTest
    @CsvSource({"Windows 10,22H2,22H2,0", "Windows 10 Pro,Ver.1909,1909,0", "Win11,23h2,23H2,0", "Windows 10,12.3.4,,1", "Linux,22H2,,1", "Windows 10 21H2,22H2,21H2,1",
        "Windows Server 2019,1809,,1"})
    void the_release_of_windows_may_stand_in_the_next_column(String os, String beside, String version, int software) throws Exception {
        var device = new WorkbookMaker(folder).csv("i.csv", "機器ID|機器名|OS|バージョン", "M-1|CT装置|" + os + "|" + beside).read().devices().get(0);
        assertThat(device.osVersion()).isEqualTo(version);
        assertThat(device.software()).hasSize(software);
    }
}
