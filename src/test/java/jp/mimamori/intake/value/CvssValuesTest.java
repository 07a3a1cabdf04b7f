package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.Cvss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssValuesTest {

    private static final Values VALUES = Values.from(Shelf.shipped());
    private static final String V3 = "AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H";
    private static final String V4 = "AV:L/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N";

    private static Parsed<List<Cvss>> read(String text) {
        return VALUES.cvss(new CellValue.Text(text));
    }

    private static Cvss cvss(String version, String vector, Double score) {
        return new Cvss(version, vector, score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "７．５", "7.5(High)", "7.5（重要）", "CVSS 7.5", "基本値：7.5", "7.5/10", "7.5 点"})
    void a_score_alone_has_no_version(String written) {
        assertThat(read(written)).isEqualTo(Parsed.of(List.of(cvss(null, null, 7.5))));
    }

    @ParameterizedTest
    @CsvSource({"9.8（v3.1）,3.1", "v3.0: 9.8,3.0", "CVSS v3.1 9.8,3.1", "CVSS3.1: 9.8,3.1", "CVSSv4.0：9.8,4.0", "9.8 (CVSS v2),2.0", "v3 9.8,3.1", "CVSS:3.0 9.8,3.0"})
    void a_version_beside_the_score_is_its_version(String written, String version) {
        assertThat(read(written)).isEqualTo(Parsed.of(List.of(cvss(version, null, 9.8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5 (" + V3 + ")", V3, "CVSS:3.1/" + V3, "7.5 CVSS:3.1/" + V3, "CVSS:3.1/" + V3 + " 7.5", "7.5\nCVSS:3.1/" + V3, "cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:n/i:n/a:h",
        "7.5（ＡＶ：Ｎ／ＡＣ：Ｌ／ＰＲ：Ｎ／ＵＩ：Ｎ／Ｓ：Ｕ／Ｃ：Ｎ／Ｉ：Ｎ／Ａ：Ｈ）", "AV:N/AC:L/PR:N/UI:N/\nS:U/C:N/I:N/A:H"})
    void a_vector_with_or_without_prefix_and_score_is_version_3_1(String written) {
        assertThat(read(written)).isEqualTo(Parsed.of(List.of(cvss("3.1", "CVSS:3.1/" + V3, 7.5))));
    }

    @Test
    void vectors_of_every_version_are_read() {
        assertThat(read("9.3 (AV:N/AC:M/Au:N/C:C/I:C/A:C)").value()).containsExactly(cvss("2.0", "AV:N/AC:M/Au:N/C:C/I:C/A:C", 9.3));
        assertThat(read("CVSS:3.0/" + V3).value()).containsExactly(cvss("3.0", "CVSS:3.0/" + V3, 7.5));
        assertThat(read("7.5 (v3.0) " + V3).value()).containsExactly(cvss("3.0", "CVSS:3.0/" + V3, 7.5));
        assertThat(read("8.4 CVSS:4.0/" + V4).value()).containsExactly(cvss("4.0", "CVSS:4.0/" + V4, 8.4));
        assertThat(read("8.4 (" + V4 + ")").value()).containsExactly(cvss("4.0", "CVSS:4.0/" + V4, 8.4));
    }

    @Test
    void of_several_versions_the_newest_counts_then_the_higher() {
        assertThat(read("v3: 6.8 / v2: 5.0").value()).containsExactly(cvss("3.1", null, 6.8), cvss("2.0", null, 5.0));
        assertThat(read("v2: 9.0\nv3.1: 6.8").value()).containsExactly(cvss("3.1", null, 6.8), cvss("2.0", null, 9.0));
        assertThat(read("9.8(v3.1)、8.4(v4.0)").value()).containsExactly(cvss("4.0", null, 8.4), cvss("3.1", null, 9.8));
        assertThat(read("7.5, 9.8").value()).containsExactly(cvss(null, null, 9.8), cvss(null, null, 7.5));
        assertThat(read("CVE-2021-44228: 10.0\nCVE-2021-45046: 9.0").value()).containsExactly(cvss(null, null, 10.0), cvss(null, null, 9.0));
    }

    @Test
    void inside_one_version_the_maker_counts_before_jvn_before_nvd() {
        assertThat(read("NVD 9.8 / JVN 7.5").value()).containsExactly(cvss(null, null, 7.5), cvss(null, null, 9.8));
        assertThat(read("NVD v3.1 9.8 / メーカー v3.1 5.5").value()).first().isEqualTo(cvss("3.1", null, 5.5));
    }

    @Test
    void score_and_vector_more_than_a_tenth_apart_count_as_the_higher_and_are_asked() {
        Parsed<List<Cvss>> apart = read("7.5 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
        assertThat(apart.value()).containsExactly(cvss("3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8));
        assertThat(apart.notes()).singleElement().returns("VALUE-033", Note::code).returns(Severity.WARNING, Note::severity);
        assertThat(read("8.0 " + V3).value()).first().extracting(Cvss::score).isEqualTo(8.0);
        assertThat(read("7.6 " + V3)).as("a tenth apart").isEqualTo(Parsed.of(List.of(cvss("3.1", "CVSS:3.1/" + V3, 7.6))));
        assertThat(read("7.7 " + V3).notes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11.2,VALUE-030", "-1,VALUE-030", "75,VALUE-030", "緊急,VALUE-031", "重要,VALUE-031", "High,VALUE-031", "高い？と思う,VALUE-034", "2025/7/5,VALUE-030",
        "AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:Q,VALUE-032", "AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N,VALUE-032", "AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H,VALUE-032"})
    void what_is_no_score_gives_none_and_is_asked(String written, String code) {
        Parsed<List<Cvss>> read = read(written);
        assertThat(read.value()).isEmpty();
        assertThat(read.notes()).first().returns(code, Note::code).returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3,9|3.9", "9,8|9.8", "7,5|7.5", "10,0|10.0", "９，８|9.8", "9,8 (High)|9.8"})
    void a_decimal_comma_is_a_point_and_said(String written, double score) {
        Parsed<List<Cvss>> read = read(written);
        assertThat(read.value()).containsExactly(cvss(null, null, score));
        assertThat(read.notes()).singleElement().returns("VALUE-035", Note::code).returns(Severity.INFO, Note::severity);
        assertThat(read("3.9, 9.8").value()).containsExactly(cvss(null, null, 9.8), cvss(null, null, 3.9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"v3.1 基本値9.8 / v4.0 環境値2.0|9.8", "9.8（現状値 8.5）|9.8", "基本値 9.8、環境値：v3.1: 4.0|9.8", "base 9.8 / temporal 8.5 / environmental score: 3.1|9.8", "9.8 / 2.0(環境値)|9.8"})
    void only_a_base_score_counts(String written, double score) {
        assertThat(read(written).value()).singleElement().extracting(Cvss::score).isEqualTo(score);
        assertThat(read(written).notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"環境値 2.0", "基本値／現状値／環境値 9.8／8.5／2.0", "2.0 環境値"})
    void a_cell_without_a_base_score_is_asked(String written) {
        assertThat(read(written).value()).isEmpty();
        assertThat(read(written).notes()).singleElement().returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3.1/9.8|3.1", "CVSS3.1/9.8|3.1", "3.1：9.8|3.1", "CVSS v3.x: 9.8|3.1", "9.8 v3（2025/9/1時点）|3.1"})
    void a_version_is_no_second_score(String written, String version) {
        assertThat(read(written)).isEqualTo(Parsed.of(List.of(cvss(version, null, 9.8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.8(3件)", "CVSS 9.8 EPSS 0.94", "9.8 (EPSS 94%)", "9.8（緩和後4.0）", "CVE-2025-1234 9.8", "9.8（2025/9/1時点）"})
    void figures_beside_the_score_are_none(String written) {
        assertThat(read(written)).isEqualTo(Parsed.of(List.of(cvss(null, null, 9.8))));
    }

    @ParameterizedTest
    @CsvSource({"レベル3,VALUE-034", "Lv.2,VALUE-034", "7.0以上,VALUE-034", "≦4,VALUE-034", "9.8.1,VALUE-034", "9..8,VALUE-034", "EPSS 0.12,VALUE-034", "緩和後 4.0,VALUE-034", "0.97,VALUE-037", "9.85,VALUE-037", "レベルIII（危険）,VALUE-031"})
    void a_rank_a_bound_or_another_figure_is_no_score(String written, String code) {
        assertThat(read(written).value()).isEmpty();
        assertThat(read(written).notes()).singleElement().returns(code, Note::code).returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.8?", "9.8（暫定）", "推定9.8", "調査中（9.8見込み）"})
    void a_provisional_score_counts_and_is_asked(String written) {
        assertThat(read(written).value()).containsExactly(cvss(null, null, 9.8));
        assertThat(read(written).notes()).singleElement().returns("VALUE-036", Note::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {V3 + "/", "AV:N AC:L PR:N UI:N S:U C:N I:N A:H", "AV:N, AC:L, PR:N, UI:N, S:U, C:N, I:N, A:H"})
    void a_vector_with_other_separators_is_read(String written) {
        assertThat(read(written)).isEqualTo(Parsed.of(List.of(cvss("3.1", "CVSS:3.1/" + V3, 7.5))));
    }

    @Test
    void a_mean_or_an_epss_in_a_number_cell_is_no_score() {
        assertThat(VALUES.cvss(new CellValue.Number(0.97, false, false, false)).notes()).singleElement().returns("VALUE-037", Note::code);
        assertThat(VALUES.cvss(new CellValue.Number(9.799999999999999, false, false, false)).notes()).isEmpty();
    }

    @Test
    void a_broken_vector_leaves_the_score_beside_it() {
        Parsed<List<Cvss>> read = read("7.5 (AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:Q)");
        assertThat(read.value()).containsExactly(cvss(null, null, 7.5));
        assertThat(read.notes()).singleElement().returns("VALUE-032", Note::code);
    }

    @Test
    void a_number_cell_is_a_score_from_0_to_10() {
        assertThat(VALUES.cvss(new CellValue.Number(9.8, false, false, false)).value()).containsExactly(cvss(null, null, 9.8));
        assertThat(VALUES.cvss(new CellValue.Number(10, false, false, false)).notes()).isEmpty();
        assertThat(VALUES.cvss(new CellValue.Number(0, false, false, false)).value()).containsExactly(cvss(null, null, 0.0));
        assertThat(VALUES.cvss(new CellValue.Number(10.1, false, false, false)).value()).isEmpty();
        assertThat(VALUES.cvss(new CellValue.Number(45961, true, false, false)).notes()).singleElement().returns("VALUE-034", Note::code);
        assertThat(VALUES.cvss(CellValue.BLANK)).isEqualTo(Parsed.of(List.of()));
        assertThat(VALUES.cvss(new CellValue.Text("－"))).isEqualTo(Parsed.of(List.of()));
        assertThat(read("不明").notes()).singleElement().returns(Severity.INFO, Note::severity);
    }
}
