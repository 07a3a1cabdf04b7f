package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, addresses, quantities, times and plain texts out of cells. */
class NamesAndNumbersTest {

    private static final Values VALUES = Values.from(Shelf.shipped());

    private static CellValue text(String text) {
        return new CellValue.Text(text);
    }

    private static CellValue number(double value) {
        return new CellValue.Number(value, false, false, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CVE-2025-1234～1238|CVE-2025-1234,CVE-2025-1235,CVE-2025-1236,CVE-2025-1237,CVE-2025-1238", "CVE-2025-1234〜CVE-2025-1236|CVE-2025-1234,CVE-2025-1235,CVE-2025-1236",
        "CVE-2017-0144/0145|CVE-2017-0144,CVE-2017-0145", "CVE-2025-1234,1235・1236|CVE-2025-1234,CVE-2025-1235,CVE-2025-1236"})
    void short_forms_of_ids_are_written_out_and_said(String written, String ids) {
        Parsed<List<String>> read = VALUES.vulnerabilityIds(text(written));
        assertThat(read.value()).containsExactly(ids.split(","));
        assertThat(read.notes()).singleElement().returns("VALUE-044", Note::code).returns(Severity.INFO, Note::severity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CVE-2025-1234 他3件|VALUE-043", "CVE-2025-1234ほか|VALUE-043", "CVE-2025-1234 (+2)|VALUE-043", "CVE-2025-1234など5件|VALUE-043", "CVE-2025-1234 and 3 more|VALUE-043",
        "CVE-2025-1234～2034|VALUE-041", "CVE-2025-1234-1238|VALUE-041", "CVE-2025-1234？|VALUE-041", "CVE-2025-1234/2024|VALUE-041"})
    void what_a_cell_does_not_name_is_asked_for(String written, String code) {
        Parsed<List<String>> read = VALUES.vulnerabilityIds(text(written));
        assertThat(read.value()).first().isEqualTo("CVE-2025-1234");
        assertThat(read.notes()).singleElement().returns(code, Note::code).returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @CsvSource({"JVN75307484,JVN#75307484", "JVN♯75307484,JVN#75307484", "https://jvn.jp/vu/JVNVU92345678/,JVNVU#92345678", "VU#123456,VU#123456", "CVE-2025-1234*,CVE-2025-1234", "CVE-2025-1234 対象外,CVE-2025-1234"})
    void ids_are_read_in_the_shapes_of_addresses_and_footnotes(String written, String id) {
        assertThat(VALUES.vulnerabilityIds(text(written))).isEqualTo(Parsed.of(List.of(id)));
    }

    @ParameterizedTest
    @CsvSource({"三台,3", "2式,2", "1組,1", "3台(うち1台予備),3"})
    void quantities_in_words_are_read(String written, int count) {
        assertThat(VALUES.quantity(text(written)).value()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2台+予備1台", "数台", "10～15", "5台中3台"})
    void quantities_that_can_be_two_are_asked(String written) {
        assertThat(VALUES.quantity(text(written)).value()).isNull();
        assertThat(VALUES.quantity(text(written)).notes()).singleElement().returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CVE-2021-44228|CVE-2021-44228", "cve‐2021‐44228|CVE-2021-44228", "ＣＶＥ－２０２１－４４２２８|CVE-2021-44228", "CVE-2021-34527、CVE-2020-1472|CVE-2021-34527,CVE-2020-1472",
        "CVE-2020-0796;CVE-2019-0708|CVE-2020-0796,CVE-2019-0708", "CVE-2017-0144 CVE-2017-0144|CVE-2017-0144", "CVE‐2021‐44228 ／ cve-2021-45046|CVE-2021-44228,CVE-2021-45046", "Log4Shell (CVE-2021-44228)|CVE-2021-44228",
        "JVNDB-2021-000123|JVNDB-2021-000123", "JVN#75307484|JVN#75307484", "JVNVU#98765432|JVNVU#98765432", "ICSMA-20-049-01|ICSMA-20-049-01", "https://nvd.nist.gov/vuln/detail/CVE-2021-44228|CVE-2021-44228"})
    void ids_are_read_in_their_order_each_once(String written, String ids) {
        assertThat(VALUES.vulnerabilityIds(text(written))).isEqualTo(Parsed.of(List.of(ids.split(","))));
    }

    @Test
    void ids_on_lines_of_one_cell_are_read() {
        assertThat(VALUES.vulnerabilityIds(text("CVE-2021-34527\nCVE-2020-1472")).value()).containsExactly("CVE-2021-34527", "CVE-2020-1472");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CVE-2025-XXXXX", "CVE-20XX-XXXX", "CVE-2025-●●●●", "CVE-2025-????", "ＣＶＥ－２０２５－ＸＸＸＸＸ", "CVE-2025-"})
    void a_placeholder_is_kept_out_and_said(String written) {
        Parsed<List<String>> read = VALUES.vulnerabilityIds(text(written));
        assertThat(read.value()).isEmpty();
        assertThat(read.notes()).singleElement().returns("VALUE-040", Note::code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2021-44228|", "CVE-2021-34527, 2020-1472|CVE-2021-34527", "CVE-2021-123|", "SMBの脆弱性|", "44228|"})
    void what_only_looks_like_an_id_is_asked(String written, String taken) {
        Parsed<List<String>> read = VALUES.vulnerabilityIds(text(written));
        assertThat(read.value()).isEqualTo(taken == null ? List.of() : List.of(taken));
        assertThat(read.notes()).singleElement().returns("VALUE-041", Note::code).returns(Severity.WARNING, Note::severity);
    }

    @Test
    void numbers_of_devices_keep_zeros_and_lose_widths() {
        assertThat(VALUES.id(text("００１２３")).value()).isEqualTo("00123");
        assertThat(VALUES.id(text("ＭＥ－００００９")).value()).isEqualTo("ME-00009");
        assertThat(VALUES.id(text("MEー00009")).value()).isEqualTo("ME-00009");
        assertThat(VALUES.id(text("脆-001")).value()).isEqualTo("脆-001");
        assertThat(VALUES.id(number(301)).value()).isEqualTo("301");
        assertThat(VALUES.id(number(1.23e16)).notes()).singleElement().returns("VALUE-042", Note::code);
        assertThat(VALUES.id(text("－")).value()).isNull();
        assertThat(VALUES.id(new CellValue.Error("#REF!"))).satisfies(p -> assertThat(p.notes()).hasSize(1));
    }

    @Test
    void addresses_are_read() {
        assertThat(VALUES.ip(text("１９２．１６８．１．１０")).value()).isEqualTo("192.168.1.10");
        assertThat(VALUES.ip(text("192.168.1.10-15")).value()).isEqualTo("192.168.1.10-15");
        assertThat(VALUES.ip(text("10.0.0.0/24")).value()).isEqualTo("10.0.0.0/24");
        assertThat(VALUES.ip(text("10.0.0.1\n10.0.0.2")).value()).isEqualTo("10.0.0.1, 10.0.0.2");
        assertThat(VALUES.ip(text("DHCP")).value()).isEqualTo("DHCP");
        assertThat(VALUES.ip(text("fe80::1")).value()).isEqualTo("fe80::1");
        assertThat(VALUES.ip(text("なし"))).isEqualTo(Parsed.of(null));
        assertThat(VALUES.ip(text("－"))).isEqualTo(Parsed.of(null));
        assertThat(VALUES.ip(text("192.168.1.300")).notes()).singleElement().returns("VALUE-064", Note::code);
        for (String mac : List.of("00:1B:44:11:3A:B7", "00-1b-44-11-3a-b7", "001B.4411.3AB7", "001B44113AB7", "００：１Ｂ：４４：１１：３Ａ：Ｂ７")) {
            assertThat(VALUES.mac(text(mac))).isEqualTo(Parsed.of("00:1B:44:11:3A:B7"));
        }
        assertThat(VALUES.mac(text("00:1B:44")).notes()).singleElement().returns("VALUE-064", Note::code);
    }

    @Test
    void quantities_are_whole_and_at_least_one() {
        assertThat(VALUES.quantity(number(35)).value()).isEqualTo(35);
        assertThat(VALUES.quantity(text("３５台")).value()).isEqualTo(35);
        assertThat(VALUES.quantity(CellValue.BLANK)).isEqualTo(Parsed.of(1));
        assertThat(VALUES.quantity(text("一式")).notes()).singleElement().returns("VALUE-061", Note::code);
        assertThat(VALUES.quantity(number(0)).value()).isNull();
        assertThat(VALUES.quantity(number(1.5)).notes()).singleElement().returns("VALUE-060", Note::code);
        assertThat(VALUES.quantity(text("たくさん")).value()).isNull();
    }

    @Test
    void texts_are_tidied_but_kept() {
        assertThat(VALUES.text(text("\u3000ｼﾘﾝｼﾞﾎﾟﾝﾌﾟ \u3000 髙﨑①㈱\n（別紙）")).value()).isEqualTo("シリンジポンプ 髙﨑①㈱ （別紙）");
        assertThat(VALUES.text(text("―"))).isEqualTo(Parsed.of(null));
        assertThat(VALUES.text(text("=cmd|' /C calc'!A0")).value()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(VALUES.text(number(1.5)).value()).isEqualTo("1.5");
    }

    @Test
    void times_and_percentages_are_read() {
        assertThat(VALUES.time(text("９：３０")).value()).isEqualTo(LocalTime.of(9, 30));
        assertThat(VALUES.time(text("9時半")).value()).isEqualTo(LocalTime.of(9, 30));
        assertThat(VALUES.time(text("午後1時30分")).value()).isEqualTo(LocalTime.of(13, 30));
        assertThat(VALUES.time(text("0930")).value()).isEqualTo(LocalTime.of(9, 30));
        assertThat(VALUES.time(text("24:00")).notes()).singleElement().returns("VALUE-026", Note::code);
        assertThat(VALUES.time(text("翌8:30")).value()).isEqualTo(LocalTime.of(8, 30));
        assertThat(VALUES.time(new CellValue.Number(0.395833333, true, false, false)).value()).isEqualTo(LocalTime.of(9, 30));
        assertThat(VALUES.time(new CellValue.Number(45915.5, true, false, false)).value()).isEqualTo(LocalTime.NOON);
        assertThat(VALUES.time(text("25:99")).value()).isNull();
        assertThat(VALUES.percent(text("85%"), true).value()).isEqualTo(85);
        assertThat(VALUES.percent(number(0.85), true).value()).isEqualTo(85);
        assertThat(VALUES.percent(number(85), false).value()).isEqualTo(85);
        assertThat(VALUES.percent(new CellValue.Number(0.85, false, true, false), false).value()).isEqualTo(85);
        assertThat(VALUES.percent(number(101), false).notes()).singleElement().returns("VALUE-062", Note::code);
        assertThat(VALUES.percent(CellValue.BLANK, false)).isEqualTo(Parsed.of(null));
    }
}
