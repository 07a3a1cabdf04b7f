package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateValuesTest {

    private static final Values VALUES = Values.from(Shelf.shipped());

    private static CellValue text(String text) {
        return new CellValue.Text(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025/10/31", "2025-10-31", "2025.10.31", "2025年10月31日", "2025年10月 31日", " 2025 / 10 / 31 ", "令和7年10月31日",
        "R7.10.31", "Ｒ７．１０．３１", "R07/10/31", "r7-10-31", "令7.10.31", "令和７年１０月３１日", "令和七年十月三十一日", "㋿7年10月31日", "R071031", "20251031",
        "２０２５／１０／３１", "2025/10/31 13:00", "2025-10-31T00:00:00Z", "2025/10/31(金)", "2025年10月31日（金）", "2025‐10‐31", "2025－10－31",
        "Oct 31, 2025", "31 October 2025", "31-Oct-2025", "10/31/2025", "31/10/2025", "2025/10/31まで", "EOS: 2025/10/31", "令和7(2025)年10月31日", "2025年（令和7年）10月31日", "2025(R7)年10月31日", "令和7年10月31日（2025年）", "2025年10月31日金曜日", "2025年10月31日 24時", "2025/10/31（公表）", "サポート終了 2025年10月31日", "'2025/10/31"})
    void one_day_in_every_spelling_is_the_same_day_without_any_question(String written) {
        Parsed<LocalDate> date = VALUES.date(text(written), DateUse.SUPPORT_END);
        assertThat(date.value()).isEqualTo("2025-10-31");
        assertThat(date.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"令和元年5月1日,2019-05-01", "令和1年5月1日,2019-05-01", "R元.5.1,2019-05-01", "H31.4.30,2019-04-30", "平成元年1月8日,1989-01-08", "S64.1.7,1989-01-07",
        "㍻28年3月25日,2016-03-25", "H28.3.25,2016-03-25", "昭和63年3月31日,1988-03-31", "S1.12.25,1926-12-25", "R2.2.29,2020-02-29", "2024/2/29,2024-02-29"})
    void eras_meet_at_their_borders(String written, LocalDate day) {
        assertThat(VALUES.date(text(written), DateUse.PURCHASE)).isEqualTo(Parsed.of(day));
    }

    @ParameterizedTest
    @CsvSource({"平成37年3月31日,2025-03-31", "R1.4.1,2019-04-01"})
    void an_era_counted_past_its_border_is_read_and_said(String written, LocalDate day) {
        Parsed<LocalDate> date = VALUES.date(text(written), DateUse.SUPPORT_END);
        assertThat(date.value()).isEqualTo(day);
        assertThat(date.notes()).singleElement().returns("VALUE-021", Note::code).returns(Severity.INFO, Note::severity);
    }

    @ParameterizedTest
    @CsvSource({"2025年10月,SUPPORT_END,2025-10-31", "2025年10月,PURCHASE,2025-10-01", "2025年10月,OTHER,2025-10-01", "2025年10月,DUE,2025-10-31",
        "2025/10,SUPPORT_END,2025-10-31", "令和7年2月,SUPPORT_END,2025-02-28", "平成31年4月,SUPPORT_END,2019-04-30", "S63.3,PURCHASE,1988-03-01", "202510,SUPPORT_END,2025-10-31",
        "2025年10月末,OTHER,2025-10-31", "2025年10月上旬,DUE,2025-10-10", "2025年10月下旬,OTHER,2025-10-21", "Oct 2025,SUPPORT_END,2025-10-31",
        "2025年度末,OTHER,2026-03-31", "令和7年度末,OTHER,2026-03-31", "2025年度,SUPPORT_END,2026-03-31", "2025年度,PURCHASE,2025-04-01", "R8年度末,DUE,2027-03-31",
        "2025年度上期,DUE,2025-09-30", "2025年度第2四半期,DUE,2025-09-30", "2025年秋,SUPPORT_END,2025-11-30", "2025年春頃,PURCHASE,2025-03-01", "H30,PURCHASE,2018-01-01", "S63,SUPPORT_END,1988-12-31", "’25.10.31,OTHER,2025-10-31", "45961.0,OTHER,2025-10-31", "2025（令和7）年度末,OTHER,2026-03-31", "R7/10頃,SUPPORT_END,2025-10-31", "FY2025,SUPPORT_END,2026-03-31", "2027年,SUPPORT_END,2027-12-31", "2018,PURCHASE,2018-01-01", "2027年末,OTHER,2027-12-31",
        "2025年10月頃,SUPPORT_END,2025-10-31", "2025/10/31頃,SUPPORT_END,2025-10-31", "2025年10月以降,SUPPORT_END,2025-10-31",
        "25/10/31,SUPPORT_END,2025-10-31", "25-10-31,OTHER,2025-10-31", "2025/10/14（米国時間）,OTHER,2025-10-14", "45961,OTHER,2025-10-31"})
    void an_assumption_is_made_as_the_use_needs_it_and_said(String written, DateUse use, LocalDate day) {
        Parsed<LocalDate> date = VALUES.date(text(written), use);
        assertThat(date.value()).isEqualTo(day);
        assertThat(date.notes()).singleElement().returns(Severity.INFO, Note::severity);
    }

    @ParameterizedTest
    @CsvSource({"7.10.31,VALUE-011", "7.6.2,VALUE-011", "07/10/31,VALUE-011", "7/10/31,VALUE-011", "25.10.31,VALUE-011", "10/14,VALUE-012", "10/14（米国時間）,VALUE-012", "10月14日,VALUE-012",
        "9月末,VALUE-012", "令和6年10月31日（2025年）,VALUE-010", "2025（R6）年10月31日,VALUE-010", "2030年代,VALUE-010", "来年3月,VALUE-010", "随時,VALUE-010", "2025Q3,VALUE-010", "251031,VALUE-010", "購入後7年,VALUE-010", "2025/2/30,VALUE-013", "R7.13.1,VALUE-013", "令和元年2月30日,VALUE-013", "2025年13月,VALUE-013", "20251332,VALUE-013", "10/11/2025,VALUE-010",
        "2025/10/31～2026/3/31,VALUE-010", "2025/10/31?,VALUE-010", "決まっていません,VALUE-010", "完了,VALUE-010", "12345678901,VALUE-010", "3025/1/1,VALUE-013", "元年5月1日,VALUE-011"})
    void what_a_person_would_have_to_ask_is_asked(String written, String code) {
        Parsed<LocalDate> date = VALUES.date(text(written), DateUse.OTHER);
        assertThat(date.value()).isNull();
        assertThat(date.notes()).singleElement().returns(code, Note::code).returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"未定", "不明", "調査中", "確認中", "N/A", "無期限", "tbd", "？"})
    void not_yet_known_is_unknown_and_said(String written) {
        Parsed<SupportEnd> end = VALUES.supportEnd(text(written));
        assertThat(end.value()).isEqualTo(SupportEnd.UNKNOWN);
        assertThat(end.notes()).singleElement().returns("VALUE-014", Note::code).returns(Severity.INFO, Note::severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "-", "―", "－", "ー", "‐", "*"})
    void a_blank_and_a_dash_say_nothing(String written) {
        assertThat(VALUES.date(text(written), DateUse.OTHER)).isEqualTo(Parsed.of(null));
        assertThat(VALUES.supportEnd(text(written))).isEqualTo(Parsed.of(SupportEnd.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"終了済", "終了済み", "済", "サポート終了", "EOS", "expired"})
    void over_without_a_date_is_over(String written) {
        Parsed<SupportEnd> end = VALUES.supportEnd(text(written));
        assertThat(end.value()).isEqualTo(new SupportEnd(null, true));
        assertThat(end.notes()).singleElement().returns("VALUE-023", Note::code);
    }

    @Test
    void a_year_behind_a_straight_quote_is_asked_for_its_era() {
        assertThat(VALUES.date(text("'25.10.31"), DateUse.OTHER).notes()).singleElement().returns("VALUE-011", Note::code);
    }

    @Test
    void over_with_a_date_is_that_date() {
        assertThat(VALUES.supportEnd(text("2020/1/14（終了）")).value()).isEqualTo(new SupportEnd(LocalDate.of(2020, 1, 14), false));
        assertThat(VALUES.supportEnd(text("終了済（令和2年1月14日）")).value()).isEqualTo(new SupportEnd(LocalDate.of(2020, 1, 14), false));
    }

    @Test
    void serial_numbers_count_from_1900_or_1904_with_or_without_a_date_format() {
        assertThat(VALUES.date(new CellValue.Number(45961, true, false, false), DateUse.OTHER)).isEqualTo(Parsed.of(LocalDate.of(2025, 10, 31)));
        assertThat(VALUES.date(new CellValue.Number(45961.75, true, false, false), DateUse.OTHER).value()).isEqualTo("2025-10-31");
        assertThat(VALUES.date(new CellValue.Number(44499, true, false, true), DateUse.OTHER).value()).isEqualTo("2025-10-31");
        assertThat(VALUES.date(new CellValue.Number(46477, false, false, false), DateUse.OTHER)).isEqualTo(Parsed.of(LocalDate.of(2027, 3, 31)));
        assertThat(VALUES.date(new CellValue.Number(20251031, false, false, false), DateUse.OTHER).value()).isEqualTo("2025-10-31");
        assertThat(VALUES.date(new CellValue.Number(59, true, false, false), DateUse.OTHER).value()).isEqualTo("1900-02-28");
        assertThat(VALUES.date(new CellValue.Number(61, true, false, false), DateUse.OTHER).value()).isEqualTo("1900-03-01");
        assertThat(VALUES.date(new CellValue.Number(7.5, false, false, false), DateUse.OTHER).notes()).singleElement().returns(Severity.WARNING, Note::severity);
        assertThat(VALUES.date(new CellValue.Error("#REF!"), DateUse.OTHER).notes()).singleElement().returns("VALUE-001", Note::code);
    }

    @ParameterizedTest
    @CsvSource({"2027年上期,SUPPORT_END,2027-06-30", "2027年前半,PURCHASE,2027-01-01", "2027年下期,SUPPORT_END,2027-12-31", "2027年後半,OTHER,2027-07-01",
        "2027年初,SUPPORT_END,2027-03-31", "2027年初頭,PURCHASE,2027-01-01"})
    void the_half_of_a_year_never_reaches_to_its_end(String written, DateUse use, LocalDate day) {
        Parsed<LocalDate> date = VALUES.date(text(written), use);
        assertThat(date.value()).isEqualTo(day);
        assertThat(date.notes()).singleElement().returns("VALUE-018", Note::code);
    }
}
