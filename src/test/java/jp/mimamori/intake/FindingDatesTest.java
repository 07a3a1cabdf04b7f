package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that contradict the status of a row, on and around the reading date. */
class FindingDatesTest {

    @TempDir
    Path folder;

    private Reading read(String row) throws Exception {
        return new WorkbookMaker(folder).csv("ledger.csv", "管理番号|機器名|脆弱性情報|対応方針|対応状況|発見日|完了日|受容期限",
                "A|CT装置|CVE-2025-0001|" + row).read();
    }

    private static Finding finding(Reading reading) {
        return reading.findings().get(0).finding();
    }

    @Test
    void a_discovery_to_come_is_kept_and_told() throws Exception {
        LocalDate asOf = read("修正|未対応|2020/1/1||").asOf();
        Reading reading = read("修正|未対応|" + asOf.plusDays(1) + "||");
        assertThat(finding(reading).discovered()).isEqualTo(asOf.plusDays(1));
        assertThat(issue(reading, "INTAKE-328").severity()).isEqualTo(Severity.INFO);
        assertThat(codes(read("修正|未対応|" + asOf + "||"))).doesNotContain("INTAKE-328");
    }

    @Test
    void a_completion_to_come_is_told() throws Exception {
        LocalDate asOf = read("修正|未対応|2020/1/1||").asOf();
        Reading reading = read("修正|完了|2020/1/1|" + asOf.plusDays(1) + "|");
        assertThat(finding(reading).status()).as("as the sheet says").isEqualTo(FindingStatus.DONE);
        assertThat(issue(reading, "INTAKE-329").severity()).isEqualTo(Severity.INFO);
        reading = read("修正|完了|2020/1/1|" + asOf + "|");
        assertThat(finding(reading).status()).isEqualTo(FindingStatus.DONE);
        assertThat(codes(reading)).doesNotContain("INTAKE-329", "INTAKE-330", "INTAKE-331");
    }

    @Test
    void an_open_row_with_a_date_of_completion_stays_open_and_a_done_one_without_is_asked_for_it() throws Exception {
        Reading reading = read("修正|未対応|2020/1/1|2020/2/1|");
        assertThat(finding(reading).status()).isEqualTo(FindingStatus.OPEN);
        assertThat(issue(reading, "INTAKE-330").severity()).isEqualTo(Severity.WARNING);
        reading = read("修正|完了|2020/1/1||");
        assertThat(finding(reading).status()).isEqualTo(FindingStatus.DONE);
        assertThat(issue(reading, "INTAKE-331").severity()).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource({"受容,完了,-1,DONE", "受容,完了,0,DONE", "受容,対象外,-1,OUT_OF_SCOPE", "受容,未対応,-1,OPEN", "受容,保留,-1,ON_HOLD", "修正,完了,-1,DONE", "受容,完了,30,DONE"})
    void an_acceptance_that_ended_is_told(String treatment, String status, int days, FindingStatus expected) throws Exception {
        LocalDate asOf = read("修正|未対応|2020/1/1||").asOf();
        Reading reading = read(treatment + "|" + status + "|2020/1/1|2020/2/1|" + asOf.plusDays(days));
        assertThat(finding(reading).status()).isEqualTo(expected);
        assertThat(codes(reading).contains("INTAKE-332")).isEqualTo(treatment.equals("受容") && days < 0);
    }
}
