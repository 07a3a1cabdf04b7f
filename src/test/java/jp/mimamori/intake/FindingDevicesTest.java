package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingDevicesTest {

    private static final String[] INVENTORY = {"機器番号|資産番号|機器名|製造番号|型式|台数", "00123|A-1|CT装置|S-1|X|1", "M-2|A-2|輸液ポンプ|S-2|IP|1",
        "M-3|A-3|輸液ポンプ|S-3|IP|1", "M-4|A-4|シリンジポンプ|一式|SP|35"};

    @TempDir
    Path folder;

    private Reading read(String... ledger) throws Exception {
        return new WorkbookMaker(folder).csv("inventory.csv", INVENTORY).csv("ledger.csv", ledger).read();
    }

    private static String device(Reading reading, int finding) {
        Tracked tracked = reading.findings().get(finding);
        return tracked.implied() ? "implied" : tracked.device().id();
    }

    @Test
    void a_finding_finds_its_device_by_number_however_it_is_written() throws Exception {
        Reading reading = read("整理番号|機器ID|脆弱性情報|対応方針", "1|00123|CVE-2020-0796|修正", "2|123|CVE-2020-0796|修正",
                "3|ｍ－２|CVE-2020-0796|修正", "4|A-3|CVE-2020-0796|修正");
        assertThat(device(reading, 0)).isEqualTo("00123");
        assertThat(device(reading, 1)).isEqualTo("00123");
        assertThat(issue(reading, "INTAKE-353").severity()).isEqualTo(Severity.INFO);
        assertThat(device(reading, 2)).isEqualTo("M-2");
        assertThat(device(reading, 3)).isEqualTo("M-3");
    }

    @Test
    void without_a_number_only_a_certain_match_is_taken() throws Exception {
        Reading reading = read("整理番号|機器名|製造番号|脆弱性情報", "1|CT装置||CVE-2020-0796", "2|輸液ポンプ|S-3|CVE-2020-0796",
                "3|輸液ポンプ||CVE-2020-0796", "4|シリンジポンプ||CVE-2020-0796", "5|体温計||CVE-2020-0796");
        assertThat(device(reading, 0)).isEqualTo("00123");
        assertThat(device(reading, 1)).isEqualTo("M-3");
        assertThat(device(reading, 2)).isEqualTo("implied");
        assertThat(device(reading, 3)).isEqualTo("implied");
        assertThat(device(reading, 4)).isEqualTo("implied");
        assertThat(codes(reading)).contains("INTAKE-354", "INTAKE-355");
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-356")).hasSize(3)
                .allMatch(i -> i.severity() == Severity.WARNING);
    }

    @Test
    void an_unknown_number_is_asked_about_and_never_replaced_by_a_name() throws Exception {
        Reading reading = read("整理番号|機器ID|機器名|脆弱性情報", "1|M-9|CT装置|CVE-2020-0796");
        assertThat(device(reading, 0)).isEqualTo("implied");
        assertThat(issue(reading, "INTAKE-351").place().cell()).isEqualTo("B2");
        assertThat(reading.devices()).hasSize(4);
    }

    @Test
    void a_ledger_alone_implies_one_device_for_each_number() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("ledger.csv", "整理番号|機器ID|機器名|OS|脆弱性情報|ネットワーク接続", "1|M-1|CT|Windows 10|CVE-2020-0796|有",
                "2|M-1|CT|FortiOS|CVE-2018-13379|有", "3||MRI||CVE-2020-0796|").read();
        assertThat(reading.devices()).isEmpty();
        assertThat(reading.findings()).allMatch(Tracked::implied);
        assertThat(reading.findings().get(0).device()).isSameAs(reading.findings().get(1).device());
        assertThat(reading.findings().get(0).device().name()).isEqualTo("CT");
        assertThat(reading.issues()).filteredOn(i -> i.code().equals("INTAKE-357")).as("one for the sheet, with both devices").singleElement()
                .returns(Severity.INFO, i -> i.severity()).satisfies(i -> assertThat(i.message().in(Language.JA)).contains("2台", "M-1 (2)", "MRI (4)"));
    }

    @Test
    void scores_and_vectors_in_columns_of_their_own_belong_together() throws Exception {
        Reading reading = read("整理番号|機器ID|CVE|JVN|CVSS v3|CVSS v2|ベクトル", "1|M-2|CVE-2020-0796|JVNDB-2020-002478|10.0|7.5|AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H");
        var finding = reading.findings().get(0).finding();
        assertThat(finding.vulnerabilities()).containsExactly("CVE-2020-0796", "JVNDB-2020-002478");
        assertThat(finding.cvss().score()).isEqualTo(10.0);
        assertThat(finding.cvss().vector()).endsWith("AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H");
        assertThat(finding.scores()).anyMatch(s -> "2.0".equals(s.version()) && Double.valueOf(7.5).equals(s.score()));
    }

    @Test
    void rows_without_device_or_vulnerability_are_decided_on_unknowns_and_rows_without_both_set_aside() throws Exception {
        Reading reading = read("整理番号|機器ID|機器名|脆弱性情報|深刻度（CVSS）|対応方針|備考", "1|||CVE-2020-0796|10.0|修正|", "2|M-2|輸液ポンプ||||要確認",
                "3|M-2|輸液ポンプ||7.5|修正|", "4|||CVE-2020-0796|10.0|修正|", "5||||||", "6||||||確認中");
        SheetReading sheet = reading.sources().get(1).sheets().get(0);
        assertThat(sheet.rows()).isEqualTo(sheet.accepted() + sheet.setAside());
        assertThat(sheet.accepted()).isEqualTo(4);
        assertThat(reading.findings()).extracting(t -> t.finding().id()).containsExactly("1", "2", "3", "4");
        assertThat(issue(reading, "INTAKE-321").place().cell()).isEqualTo("C2");
        assertThat(issue(reading, "INTAKE-321").severity()).isEqualTo(Severity.WARNING);
        assertThat(reading.findings().get(0).implied()).isTrue();
        assertThat(reading.findings().get(0).device()).isNotSameAs(reading.findings().get(3).device());
        assertThat(device(reading, 1)).isEqualTo("M-2");
        assertThat(issue(reading, "INTAKE-322").place().cell()).isEqualTo("D3");
        assertThat(issue(reading, "INTAKE-322").severity()).isEqualTo(Severity.WARNING);
        assertThat(issue(reading, "INTAKE-323").place().cell()).isEqualTo("D4");
        assertThat(issue(reading, "INTAKE-326").severity()).isEqualTo(Severity.ERROR);
    }
}
