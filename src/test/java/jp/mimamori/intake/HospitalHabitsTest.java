package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hospitals' people write in cells, from the sheet to the device and the finding; the reading date is {@link WorkbookMaker#AS_OF}. */
class HospitalHabitsTest {

    @TempDir
    Path folder;

    private Reading inventory(String header, String row) throws Exception {
        return new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|" + header, "M-1|CT装置|" + row).read();
    }

    private Reading ledger(String header, String... rows) throws Exception {
        String[] lines = new String[rows.length + 1];
        lines[0] = "管理番号|機器名|脆弱性情報|" + header;
        for (int i = 0; i < rows.length; i++) {
            lines[i + 1] = "A" + i + "|CT装置|CVE-2025-0001|" + rows[i];
        }
        return new WorkbookMaker(folder).csv("l.csv", lines).read();
    }

    @ParameterizedTest
    @CsvSource({"廃棄（2027年3月）,IN_USE", "廃棄（R9.3）,IN_USE", "2026/3/31廃棄,IN_USE", "廃棄（2025/9/12）,IN_USE", "廃棄（2025年9月）,IN_USE", "廃棄（2025/9/11）,DISPOSED", "廃棄（2024年3月）,DISPOSED", "R6.3廃棄,DISPOSED"})
    void a_device_is_gone_only_when_its_day_is_over(String written, DeviceStatus status) throws Exception {
        Reading reading = inventory("状態", written);
        assertThat(reading.devices().get(0).status()).isEqualTo(status);
        assertThat(codes(reading).contains("INTAKE-001")).isEqualTo(status == DeviceStatus.IN_USE);
    }

    @ParameterizedTest
    @CsvSource({"廃棄日,2024/3/31,DISPOSED", "廃棄日,2027/3/31,IN_USE", "廃棄年月日,R6.3.31,DISPOSED", "廃棄予定日,2024/3/31,IN_USE", "廃棄,2024/3/31,DISPOSED", "廃棄,2027/3/31,IN_USE", "廃棄,○,DISPOSED",
        "廃棄,○（2024/3/31）,DISPOSED", "廃棄,○（2027/3/31）,IN_USE", "廃棄,○（3階のみ）,UNKNOWN", "廃棄,○（予定）,UNKNOWN", "廃棄,×,UNKNOWN", "廃棄,未定,UNKNOWN"})
    void a_column_about_disposal_holds_a_mark_or_a_day(String header, String written, DeviceStatus status) throws Exception {
        assertThat(inventory(header, written).devices().get(0).status()).isEqualTo(status);
    }

    @Test
    void a_day_of_disposal_to_come_leaves_the_state_beside_it() throws Exception {
        assertThat(inventory("廃棄予定日|状態", "2027/3/31|予備").devices().get(0).status()).isEqualTo(DeviceStatus.SPARE);
        Reading reading = inventory("状態|廃棄日", "使用中|2024/3/31");
        assertThat(reading.devices().get(0).status()).isEqualTo(DeviceStatus.UNKNOWN);
        assertThat(issue(reading, "INTAKE-320").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void columns_that_no_decision_uses_are_named_once() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|購入日|保守契約|特定保守", "M-1|CT|2020/4/1|有|該当", "M-2|MRI|2021/4/1|無|該当").read();
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-007")).hasSize(3).allMatch(i -> i.severity() == Severity.INFO)
                .extracting(i -> i.place().cell()).containsExactly("C1", "D1", "E1");
    }

    @Test
    void a_completion_that_is_planned_closes_nothing() throws Exception {
        Reading reading = ledger("対応状況|完了日", "完了|2025/9/1予定", "対応中|2025/10/1予定", "完了|2025/9/1");
        assertThat(WorkbookMaker.findings(reading)).extracting(f -> f.status()).containsExactly(FindingStatus.UNKNOWN, FindingStatus.IN_PROGRESS,
                FindingStatus.DONE);
        assertThat(WorkbookMaker.findings(reading).get(0).completed()).isNull();
        assertThat(issue(reading, "INTAKE-005").place().row()).isEqualTo(2);
        assertThat(issue(reading, "INTAKE-004").place().row()).isEqualTo(3);
    }

    @Test
    void a_state_other_than_done_beside_done_stays_open() throws Exception {
        Reading reading = ledger("対応状況|状態", "完了|使用中");
        assertThat(WorkbookMaker.findings(reading).get(0).status().isClosed()).isFalse();
        assertThat(reading.issues()).anyMatch(i -> i.severity() == Severity.WARNING && "使用中".equals(i.value()));
    }

    @Test
    void ranks_are_no_scores_and_whole_scores_are() throws Exception {
        Reading ranks = ledger("深刻度", "3", "5", "1");
        assertThat(WorkbookMaker.findings(ranks)).allMatch(f -> f.cvss().score() == null);
        assertThat(ranks.issues()).filteredOn(i -> i.code().equals("INTAKE-006")).hasSize(3);
        assertThat(WorkbookMaker.findings(ledger("深刻度", "3", "7.5")).get(0).cvss().score()).isEqualTo(3.0);
        assertThat(WorkbookMaker.findings(ledger("深刻度（CVSS）", "3")).get(0).cvss().score()).isEqualTo(3.0);
    }

    @Test
    void a_hyphen_between_numbers_is_a_range_only_where_all_of_it_exists() throws Exception {
        String[] inventory = {"機器番号|機器名|製造番号", "ME-0101|輸液ポンプ|S-1", "ME-0102|輸液ポンプ|S-2", "ME-0103|輸液ポンプ|S-3", "ME-0201-0202|輸液ポンプ|S-4"};
        Reading reading = new WorkbookMaker(folder).csv("i.csv", inventory).csv("l.csv", "管理番号|機器ID|機器名|脆弱性情報", "A|ME-0101-0103|輸液ポンプ|CVE-2025-0001",
                "B|ME-0101-0104|輸液ポンプ|CVE-2025-0001", "C|ME-0201-0202|輸液ポンプ|CVE-2025-0001").read();
        assertThat(reading.findings()).filteredOn(t -> "A".equals(t.finding().id())).extracting(t -> t.device().id())
                .containsExactly("ME-0101", "ME-0102", "ME-0103");
        assertThat(reading.findings()).filteredOn(t -> "B".equals(t.finding().id())).singleElement().matches(Tracked::implied);
        assertThat(reading.findings()).filteredOn(t -> "C".equals(t.finding().id())).singleElement().returns("ME-0201-0202", t -> t.device().id());
    }

    @Test
    void one_serial_in_a_row_of_several_devices_is_nobodys() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("i.csv", "機器番号|機器名|製造番号", "ME-0101|輸液ポンプ|S-1", "ME-0102|輸液ポンプ|S-2")
                .csv("l.csv", "管理番号|機器ID|機器名|製造番号|脆弱性情報", "A|ME-0101、ME-0102、ME-0199|輸液ポンプ|S-1|CVE-2025-0001").read();
        assertThat(reading.findings()).extracting(Tracked::implied).containsExactly(false, false, true);
        assertThat(reading.findings()).extracting(t -> t.device().serial()).containsExactly("S-1", "S-2", null);
        assertThat(issue(reading, "INTAKE-003").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void an_assessment_in_doubt_is_asked_and_not_taken_for_a_low_one() throws Exception {
        Reading reading = inventory("患者影響度", "低（誤照射のおそれ）");
        assertThat(reading.issues()).anyMatch(i -> i.code().equals("VALUE-007") && i.severity() == Severity.WARNING);
    }
}
