package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Safety;
import jp.mimamori.ledger.Finding;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a sheet has two columns of one meaning, both are read and the worse answer counts. */
class SeveralColumnsTest {

    @TempDir
    Path folder;

    private Reading reading(String... lines) throws Exception {
        return new WorkbookMaker(folder).csv("a.csv", lines).read();
    }

    private Device device(String header, String row) throws Exception {
        return reading("機器ID|機器名|部署|" + header, "X-1|特殊装置|ICU|" + row).devices().get(0);
    }

    private Finding finding(String header, String row) throws Exception {
        return reading("管理番号|機器ID|機器名|脆弱性情報|" + header, "A|X-1|特殊装置|CVE-2025-0001|" + row).findings().get(0).finding();
    }

    @ParameterizedTest
    @CsvSource({"無,有,INTERNAL_FLAT", "有,無,INTERNAL_FLAT", "無,無,ISOLATED", "無,,ISOLATED", ",無,UNKNOWN", "無,不明,UNKNOWN", ",有,INTERNAL_FLAT"})
    void a_device_with_a_cable_or_a_radio_is_connected(String network, String radio, Exposure exposure) throws Exception {
        String row = (network == null ? "" : network) + "|" + (radio == null ? "" : radio) + "|無";
        assertThat(device("接続有無|無線LAN|リモート保守", row).exposure().value()).isEqualTo(exposure);
    }

    @ParameterizedTest
    @CsvSource({"無,有,REMOTE_MAINTENANCE", "有,無,REMOTE_MAINTENANCE", "無,無,SEGMENTED", ",無,UNKNOWN", "無,不明,UNKNOWN"})
    void remote_maintenance_by_any_way_counts(String remote, String vpn, Exposure exposure) throws Exception {
        String row = "有|" + (remote == null ? "" : remote) + "|" + vpn + "|医療機器系VLAN";
        assertThat(device("接続有無|リモート保守|VPN|セグメント", row).exposure().value()).isEqualTo(exposure);
    }

    @Test
    void the_earlier_end_of_support_counts() throws Exception {
        assertThat(device("サポート終了日|OSサポート終了日", "2030/3/31|2025/3/31").supportEnds()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(device("サポート終了日|OSサポート終了日", "2024/3/31|2025/3/31").supportEnds()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(device("サポート終了日|OSサポート終了日", "|2025/3/31").supportEnds()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(codes(reading("機器ID|機器名|サポート終了日|OSサポート終了日", "X|CT|2030/3/31|2025/3/31"))).contains("INTAKE-319");
    }

    @ParameterizedTest
    @CsvSource({"低,○,CATASTROPHIC", "低,有,CATASTROPHIC", "低,×,MINOR", "低,無,MINOR", "低,,MINOR", "高,○,CATASTROPHIC", ",○,CATASTROPHIC"})
    void a_life_support_mark_is_the_highest_harm_and_its_absence_says_nothing(String impact, String life, Safety safety) throws Exception {
        String row = (impact == null ? "" : impact) + "|" + (life == null ? "" : life);
        assertThat(device("患者影響度|生命維持", row).safety().value()).isEqualTo(safety);
    }

    @Test
    void life_support_no_alone_is_not_negligible() throws Exception {
        assertThat(device("生命維持", "無").safety().value()).isNotEqualTo(Safety.NEGLIGIBLE);
    }

    @Test
    void of_two_scales_of_harm_the_higher_counts() throws Exception {
        assertThat(device("患者影響度|重要度", "低|高").safety().value()).isEqualTo(Safety.CRITICAL);
        assertThat(device("患者影響度|重要度", "高|低").safety().value()).isEqualTo(Safety.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource({"使用中,○,UNKNOWN", "使用中,,IN_USE", "使用中,×,IN_USE", ",○,DISPOSED", "廃棄,○,DISPOSED", "予備,○,UNKNOWN"})
    void a_device_is_gone_only_where_no_column_says_it_is_in_use(String status, String gone, DeviceStatus expected) throws Exception {
        String row = (status == null ? "" : status) + "|" + (gone == null ? "" : gone);
        assertThat(device("状態|廃棄", row).status()).isEqualTo(expected);
    }

    @Test
    void a_contradiction_on_the_status_is_told() throws Exception {
        assertThat(issue(reading("機器ID|機器名|状態|廃棄", "X|CT|使用中|○"), "INTAKE-320").severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"なし,○,,ACTIVE", "なし,無,,NONE", "なし,,有,POC", "なし,,無,NONE", ",無,無,UNKNOWN", ",,有,POC", ",○,無,ACTIVE", "なし,先月の会議で話題,,UNKNOWN",
        "あり,無,無,ACTIVE", "なし,,,NONE"})
    void the_worst_of_exploitation_kev_and_proof_of_concept_counts(String said, String kev, String poc, Exploitation expected) throws Exception {
        String row = (said == null ? "" : said) + "|" + (kev == null ? "" : kev) + "|" + (poc == null ? "" : poc);
        assertThat(finding("悪用状況|KEV|PoC有無", row).exploitation().value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"KEV", "KEV該当", "PoC", "実証コード", "攻撃コード"})
    void absence_from_a_list_alone_is_not_unexploited(String header) throws Exception {
        assertThat(finding(header, "無").exploitation().value()).isEqualTo(Exploitation.UNKNOWN);
    }

    @Test
    void of_two_patch_columns_the_one_that_allows_less_counts() throws Exception {
        assertThat(finding("パッチ有無|修正プログラム", "有|無").patch().value()).isEqualTo(Patch.NO_PATCH);
        assertThat(finding("パッチ有無|修正プログラム", "無|有").patch().value()).isEqualTo(Patch.NO_PATCH);
    }

    @Test
    void a_finding_is_closed_only_where_all_columns_say_so() throws Exception {
        assertThat(finding("対応状況|進捗", "完了|対応中").status().isClosed()).isFalse();
        assertThat(finding("対応状況|進捗", "完了|完了").status().isClosed()).isTrue();
        assertThat(finding("対応状況|進捗", "完了|").status().isClosed()).isTrue();
    }

    @Test
    void a_further_column_on_a_risk_that_is_not_read_is_a_warning() throws Exception {
        Reading reading = reading("機器ID|機器名|接続有無|旧棟の無線LAN", "X|CT|無|有");
        assertThat(issue(reading, "INTAKE-225").severity()).isEqualTo(Severity.WARNING);
        assertThat(issue(reading, "INTAKE-225").column()).isEqualTo("旧棟の無線LAN");
    }
}
