package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.codes;
import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.EpssScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpssExcerptTest {

    @TempDir
    Path folder;

    private WorkbookMaker epss(String name, String day, String... scores) throws Exception {
        return new WorkbookMaker(folder).csv("台帳.csv", "管理番号|機器名|脆弱性情報|深刻度（CVSS）", "V-1|CT|CVE-2020-0796|10.0",
                "V-2|CT|CVE-2021-44228|10.0").bytes(name, ("#model_version:v2025.03.14,score_date:" + day + "T00:00:00Z\ncve,epss,percentile\n"
                        + String.join("\n", scores) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void an_excerpt_that_leaves_out_a_cve_of_the_ledger_is_told_once() throws Exception {
        Reading reading = epss("epss.csv", "2025-09-10", "CVE-2020-0796,0.94,0.99").read();
        assertThat(codes(reading)).containsOnlyOnce("INTAKE-361");
        assertThat(issue(reading, "INTAKE-361").severity()).isEqualTo(Severity.WARNING);
        assertThat(issue(reading, "INTAKE-361").place().file()).isEqualTo("epss.csv");
    }

    @Test
    void an_excerpt_that_holds_every_cve_of_the_ledger_is_as_good_as_the_whole() throws Exception {
        assertThat(codes(epss("epss.csv", "2025-09-10", "CVE-2020-0796,0.94,0.99", "CVE-2021-44228,0.9,0.99").read()))
                .doesNotContain("INTAKE-361");
    }

    @Test
    void a_whole_file_is_no_excerpt() throws Exception {
        String scores = IntStream.range(0, EpssScores.WHOLE).mapToObj(i -> "CVE-2019-" + (10_000 + i) + ",0.1,0.1")
                .collect(Collectors.joining("\n"));
        assertThat(codes(epss("epss.csv", "2025-09-10", scores).read())).doesNotContain("INTAKE-361");
    }
}
