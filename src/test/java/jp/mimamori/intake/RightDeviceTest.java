package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding is never put on the wrong device, and never lost with a device that is gone. */
class RightDeviceTest {

    @TempDir
    Path folder;

    private Reading read(String[] inventory, String... ledger) throws Exception {
        return new WorkbookMaker(folder).csv("inventory.csv", inventory).csv("ledger.csv", ledger).read();
    }

    private static String device(Reading reading, int finding) {
        Tracked tracked = reading.findings().get(finding);
        return tracked.implied() ? "implied" : tracked.device().id();
    }

    private static String[] inventory(String... rows) {
        String[] all = new String[rows.length + 1];
        all[0] = "機器ID|機器名|製造番号|状態";
        System.arraycopy(rows, 0, all, 1, rows.length);
        return all;
    }

    @ParameterizedTest
    @CsvSource({"No", "管理番号", "番号", "id"})
    void the_running_number_of_a_ledger_is_no_device_number(String header) throws Exception {
        Reading reading = read(inventory("1|人工呼吸器||使用中", "2|業務用プリンタ||使用中"), header + "|機器名|脆弱性情報",
                "1|業務用プリンタ|CVE-2025-0001", "2|人工呼吸器|CVE-2025-0001", "1||CVE-2025-0001");
        assertThat(device(reading, 0)).isEqualTo("2");
        assertThat(device(reading, 1)).isEqualTo("1");
        assertThat(device(reading, 2)).isEqualTo("implied");
    }

    @Test
    void a_number_whose_device_has_another_name_is_not_taken() throws Exception {
        Reading reading = read(inventory("1|人工呼吸器|S-1|使用中", "2|輸液ポンプ|S-2|使用中"), "管理番号|機器ID|機器名|製造番号|脆弱性情報",
                "A|1|業務用プリンタ||CVE-2025-0001", "B|2|輸液ポンプ|S-1|CVE-2025-0001", "C|1|人工呼吸器|S-1|CVE-2025-0001");
        assertThat(device(reading, 0)).isEqualTo("implied");
        assertThat(reading.findings().get(0).device().name()).isEqualTo("業務用プリンタ");
        assertThat(device(reading, 1)).isEqualTo("implied");
        assertThat(device(reading, 2)).isEqualTo("1");
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-359")).hasSize(2)
                .allMatch(i -> i.severity() == Severity.WARNING);
        assertThat(issue(reading, "INTAKE-359").message().in(Language.JA)).contains("業務用プリンタ", "人工呼吸器");
    }

    @ParameterizedTest
    @CsvSource({"CTスキャナー,CT装置A", "生体情報モニタ用セントラルモニタ,セントラルモニタ", "CT装置（救急）,全身用CT", "人工呼吸器　ICU 3号機,人工呼吸器", "ベッドサイドモニター,生体情報モニタ",
        "ﾍﾞｯﾄﾞｻｲﾄﾞﾓﾆﾀ,ベッドサイドモニタ"})
    void names_written_differently_still_match(String written, String listed) throws Exception {
        Reading reading = read(inventory("1|" + listed + "||使用中"), "管理番号|機器ID|機器名|脆弱性情報",
                "A|1|" + written + "|CVE-2025-0001", "B|1||CVE-2025-0001");
        assertThat(device(reading, 0)).isEqualTo("1");
        assertThat(device(reading, 1)).isEqualTo("1");
        assertThat(codes(reading)).doesNotContain("INTAKE-358", "INTAKE-359");
    }

    @Test
    void an_abbreviation_nobody_knows_follows_the_number_and_is_asked_about() throws Exception {
        Reading reading = read(inventory("1|セントラルモニタ||使用中"), "管理番号|機器ID|機器名|脆弱性情報", "A|1|CNS-X|CVE-2025-0001");
        assertThat(device(reading, 0)).isEqualTo("1");
        assertThat(issue(reading, "INTAKE-358").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void of_two_numbers_that_differ_in_zeros_only_the_one_of_that_name_is_taken() throws Exception {
        Reading reading = read(inventory("00123|輸液ポンプ||使用中", "123|業務用プリンタ||使用中"), "管理番号|機器ID|機器名|脆弱性情報",
                "A|123|輸液ポンプ|CVE-2025-0001", "B|123|業務用プリンタ|CVE-2025-0001", "C|123||CVE-2025-0001", "D|00123||CVE-2025-0001",
                "E|123|MRI装置|CVE-2025-0001");
        assertThat(device(reading, 0)).isEqualTo("00123");
        assertThat(device(reading, 1)).isEqualTo("123");
        assertThat(device(reading, 2)).isEqualTo("implied");
        assertThat(device(reading, 3)).isEqualTo("00123");
        assertThat(device(reading, 4)).isEqualTo("implied");
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-359")).hasSize(2);
    }

    @Test
    void of_two_devices_with_one_number_the_one_in_use_is_taken_whatever_their_order() throws Exception {
        String[] gone = {"6|人工呼吸器A|S-1|廃棄", "6|人工呼吸器B|S-2|使用中"};
        for (String[] rows : new String[][] {gone, {gone[1], gone[0]}}) {
            Reading reading = read(inventory(rows), "管理番号|機器ID|機器名|脆弱性情報", "A|6|人工呼吸器|CVE-2025-0001",
                    "B|6|人工呼吸器A|CVE-2025-0001");
            assertThat(reading.findings()).allMatch(t -> !t.implied() && t.device().status() == DeviceStatus.IN_USE);
            assertThat(issue(reading, "INTAKE-352").severity()).isEqualTo(Severity.WARNING);
        }
    }

    @Test
    void of_two_devices_in_use_with_one_number_name_and_then_harm_decide() throws Exception {
        Reading reading = read(inventory("6|超音波診断装置||使用中", "6|人工呼吸器||使用中"), "管理番号|機器ID|機器名|脆弱性情報",
                "A|6|超音波診断装置|CVE-2025-0001", "B|6||CVE-2025-0001");
        assertThat(reading.findings().get(0).device().name()).isEqualTo("超音波診断装置");
        assertThat(reading.findings().get(1).device().name()).isEqualTo("人工呼吸器");
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-352")).hasSize(2);
    }

    @Test
    void a_name_alone_never_leads_to_a_device_that_is_gone() throws Exception {
        Reading reading = read(inventory("1|CT装置||廃棄", "2|CT装置||使用中", "3|MRI装置||廃棄"), "管理番号|機器名|脆弱性情報",
                "A|CT装置|CVE-2025-0001", "B|MRI装置|CVE-2025-0001");
        assertThat(device(reading, 0)).isEqualTo("2");
        assertThat(device(reading, 1)).isEqualTo("implied");
        assertThat(issue(reading, "INTAKE-355").severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"ME-0101、ME-0102", "ME-0101/0102", "ME-0101～0102", "ＭＥ－０１０１〜ME-0102", "ME-0101 ME-0102"})
    void a_cell_with_several_numbers_is_tracked_on_each_device(String cell) throws Exception {
        Reading reading = read(inventory("ME-0101|人工呼吸器||使用中", "ME-0102|人工呼吸器||使用中"), "管理番号|機器ID|機器名|脆弱性情報",
                "A|" + cell + "|人工呼吸器|CVE-2025-0001");
        assertThat(reading.findings()).extracting(t -> t.device().id()).containsExactly("ME-0101", "ME-0102");
        assertThat(reading.findings()).noneMatch(Tracked::implied);
        assertThat(reading.sources().get(1).sheets().get(0).accepted()).isEqualTo(1);
        assertThat(issue(reading, "INTAKE-360").severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void a_range_with_a_gap_is_one_assumed_device_and_told() throws Exception {
        Reading reading = read(inventory("ME-0101|人工呼吸器||使用中", "ME-0103|人工呼吸器||使用中"), "管理番号|機器ID|機器名|脆弱性情報",
                "A|ME-0101～0103|人工呼吸器|CVE-2025-0001", "B|ME-0101、ME-0199|人工呼吸器|CVE-2025-0001");
        assertThat(device(reading, 0)).isEqualTo("implied");
        assertThat(issue(reading, "INTAKE-362").severity()).isEqualTo(Severity.WARNING);
        assertThat(reading.findings()).hasSize(3);
        assertThat(device(reading, 1)).isEqualTo("ME-0101");
        assertThat(device(reading, 2)).isEqualTo("implied");
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-351"))
                .anyMatch(i -> i.message().in(Language.JA).contains("ME-0199"));
    }
}
