package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.column;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static jp.mimamori.intake.WorkbookMaker.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import jp.mimamori.trace.Severity;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every column says by what it was recognised and how sure that is; what is not sure is asked, never read. */
class RecognitionTest {

    @TempDir
    Path folder;

    private Reading read(String... lines) throws Exception {
        return new WorkbookMaker(folder).csv("a.csv", lines).read();
    }

    @ParameterizedTest
    @CsvSource({"機器名, EXACT, 1.0, 機器名", "①機器名称（必須）, WITHOUT_BRACKETS, 0.95, 機器名称", "機器名 / Device name, BILINGUAL, 0.95, 機器名",
            "機器名 必須, WITHOUT_BRACKETS, 0.95, 機器名", "ｼｽﾃﾑ名, EXACT, 1.0, システム名"})
    void a_header_is_recognised_however_it_is_written(String header, How how, double sure, String synonym) throws Exception {
        Reading reading = read("機器番号|" + header + "|メーカー", "M-1|CT|K");
        assertThat(column(reading, "B").field()).isEqualTo("name");
        assertThat(column(reading, "B").recognition()).isEqualTo(new Recognition(synonym, how, sure, null));
    }

    @Test
    void a_header_that_only_ends_with_a_word_is_less_sure_the_longer_it_is() throws Exception {
        Reading reading = read("機器番号|機器名|当院で決めた設置場所", "M-1|CT|1F");
        Recognition ending = column(reading, "C").recognition();
        assertThat(ending.how()).isEqualTo(How.ENDING);
        assertThat(ending.sure()).isEqualTo(0.62);
        assertThat(codes(reading)).contains("INTAKE-206");
    }

    @Test
    void a_slip_of_one_character_is_asked_and_not_read() throws Exception {
        Reading reading = read("機器番号|機器名|IPアドレヌ", "M-1|CT|10.0.0.1");
        assertThat(column(reading, "C").field()).isNull();
        assertThat(column(reading, "C").recognition().how()).isEqualTo(How.TYPO);
        assertThat(column(reading, "C").recognition().alternative()).isEqualTo("ip");
        assertThat(issue(reading, "INTAKE-230").place().cell()).isEqualTo("C1");
        assertThat(reading.devices().get(0).ip()).isNull();
    }

    @Test
    void two_characters_or_a_short_word_are_no_slip() throws Exception {
        assertThat(codes(read("機器番号|機器名|IPアドヌヌ|Ipx", "M-1|CT|x|y"))).doesNotContain("INTAKE-230");
    }

    @Test
    void unmistakable_values_under_an_unknown_header_raise_a_question() throws Exception {
        Reading reading = read("機器番号|機器名|謎の欄", "M-1|CT|10.0.0.1", "M-2|CT|10.0.0.2", "M-3|CT|10.0.0.3");
        assertThat(column(reading, "C").field()).isNull();
        assertThat(column(reading, "C").recognition().alternative()).isEqualTo("ip");
        assertThat(issue(reading, "INTAKE-231").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void two_values_or_mixed_ones_are_not_unmistakable() throws Exception {
        assertThat(codes(read("機器番号|機器名|謎の欄", "M-1|CT|10.0.0.1", "M-2|CT|10.0.0.2", "M-3|CT|不明な値"))).doesNotContain("INTAKE-231");
    }

    @Test
    void a_date_column_without_any_date_is_read_with_a_warning_at_its_header() throws Exception {
        Reading reading = read("機器番号|機器名|サポート終了日", "M-1|CT|東棟", "M-2|CT|西棟", "M-3|CT|南棟");
        assertThat(column(reading, "C").field()).isEqualTo("eosDate");
        assertThat(column(reading, "C").recognition().sure()).isEqualTo(0.5);
        assertThat(issue(reading, "INTAKE-228").place().cell()).isEqualTo("C1");
    }

    @Test
    void one_date_or_words_of_doubt_are_no_contradiction() throws Exception {
        assertThat(codes(read("機器番号|機器名|サポート終了日", "M-1|CT|東棟", "M-2|CT|西棟", "M-3|CT|南棟", "M-4|CT|2027/3/31"))).doesNotContain("INTAKE-228");
        assertThat(codes(read("機器番号|機器名|サポート終了日", "M-1|CT|未定", "M-2|CT|不明", "M-3|CT|終了済"))).doesNotContain("INTAKE-228");
    }

    @Test
    void a_number_column_full_of_cves_is_asked_about() throws Exception {
        Reading reading = read("No|機器名|機器番号|CVSS|対応状況", "CVE-2020-1|CT|1|9.8|未対応", "CVE-2020-2|CT|2|9.8|未対応", "CVE-2020-3|CT|3|9.8|未対応");
        assertThat(issue(reading, "INTAKE-232").place().cell()).isEqualTo("A1");
        assertThat(column(reading, "A").recognition().alternative()).isEqualTo("vulnerabilities");
    }

    @Test
    void a_header_of_three_rows_merged_downwards_is_read_as_one() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        var sheet = sheet(book, "台帳", "機器番号|機器名|情報セキュリティ||", "||ネットワーク||OS", "||接続有無|IPアドレス|", "M-1|CT|有|10.0.0.1|Windows 10");
        for (String merged : new String[] {"A1:A3", "B1:B3", "C1:E1", "C2:D2", "E2:E3"}) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(merged));
        }
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        assertThat(reading.devices()).hasSize(1);
        assertThat(reading.devices().get(0).ip()).isEqualTo("10.0.0.1");
        assertThat(reading.devices().get(0).os()).startsWith("Windows 10");
        assertThat(reading.sources().get(0).sheets().get(0).headerRow()).isEqualTo(1);
    }

    @Test
    void the_columns_of_every_block_side_by_side_are_listed() throws Exception {
        Reading reading = read("機器番号|機器名|機器番号|機器名", "M-1|CT|M-2|MR", "M-3|CT|M-4|MR");
        assertThat(reading.devices()).hasSize(4);
        assertThat(reading.sources().get(0).sheets().get(0).columns()).extracting(ColumnReading::column).containsExactly("A", "B", "C", "D");
    }

    @Test
    void a_header_below_many_title_rows_is_found() throws Exception {
        String[] lines = new String[44];
        java.util.Arrays.fill(lines, "当院の規程");
        lines[40] = "機器番号|機器名|メーカー";
        lines[41] = "M-1|CT|K";
        lines[42] = "M-2|CT|K";
        lines[43] = "M-3|CT|K";
        assertThat(read(lines).devices()).hasSize(3);
    }

    @Test
    void a_sheet_without_a_header_is_asked_about() {
        assertThatThrownBy(() -> read("CT|10.0.0.1|x", "MR|10.0.0.2|y", "XR|10.0.0.3|z"))
                .isInstanceOfSatisfying(UnusableFileException.class, e -> assertThat(e.issue().code()).isEqualTo("INTAKE-233"));
    }

    @Test
    void a_card_of_one_device_is_told_for_what_it_is() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        sheet(book, "台帳", "機器番号|機器名|メーカー", "M-1|CT|K");
        sheet(book, "カード", "医療機器カード", "機器番号|M-77", "機器名|輸液ポンプ", "メーカー|テル", "型式|T-1", "設置場所|3病棟");
        Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
        assertThat(issue(reading, "INTAKE-234").place().cell()).isEqualTo("A2");
        assertThat(issue(reading, "INTAKE-234").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void a_ledger_that_also_describes_the_devices_loses_nothing_of_them() throws Exception {
        Reading reading = read("管理番号|機器番号|機器名|OS|ネットワーク接続|リモート保守|セグメント|サポート終了日|設置場所|脆弱性情報|CVSS",
                "V-1|M-1|CT|Windows 10 22H2|有|有|医療機器系VLAN|2025/10/14|1F|CVE-2020-0796|10.0");
        var device = reading.findings().get(0).device();
        assertThat(device.os()).startsWith("Windows 10");
        assertThat(device.segment()).isEqualTo("医療機器系VLAN");
        assertThat(device.supportEnds()).isEqualTo("2025-10-14");
        assertThat(device.location()).isEqualTo("1F");
        assertThat(device.exposure().value().isKnown()).isTrue();
    }
}
