package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordValuesTest {

    private static final Values VALUES = Values.from(Shelf.shipped());

    private static CellValue text(String text) {
        return new CellValue.Text(text);
    }

    private static CellValue number(double value) {
        return new CellValue.Number(value, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"有", "あり", "有り", "○", "〇", "◯", "●", "レ", "ﾚ", "✓", "1", "Y", "ｙｅｓ", "TRUE", "接続", "オンライン", "有（医療機器VLAN）", "○(有線)"})
    void yes_in_every_mark(String written) {
        assertThat(VALUES.yesNo(text(written))).isEqualTo(Parsed.of(YesNo.YES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"無", "なし", "無し", "×", "✕", "☓", "0", "N", "no", "FALSE", "未接続", "スタンドアロン", "ｽﾀﾝﾄﾞｱﾛﾝ", "非接続", "オフライン", "無（単体使用）"})
    void no_in_every_mark(String written) {
        assertThat(VALUES.yesNo(text(written))).isEqualTo(Parsed.of(YesNo.NO));
    }

    @ParameterizedTest
    @CsvSource({"△,WARNING", "○（一部）,WARNING", "－,INFO", "―,INFO", "ー,INFO", "‐,INFO", "-,INFO", "不明,INFO", "x,INFO", "たぶん,WARNING", "USBのみ,WARNING"})
    void marks_that_settle_nothing_are_unknown_and_said(String written, Severity severity) {
        Parsed<YesNo> read = VALUES.yesNo(text(written));
        assertThat(read.value()).isEqualTo(YesNo.UNKNOWN);
        assertThat(read.notes()).singleElement().returns(severity, Note::severity);
    }

    @Test
    void a_blank_is_no_answer_and_numbers_and_truth_values_are_one() {
        assertThat(VALUES.yesNo(CellValue.BLANK)).isEqualTo(Parsed.of(YesNo.BLANK));
        assertThat(VALUES.yesNo(text("\u3000"))).isEqualTo(Parsed.of(YesNo.BLANK));
        assertThat(VALUES.yesNo(number(1)).value()).isEqualTo(YesNo.YES);
        assertThat(VALUES.yesNo(number(0)).value()).isEqualTo(YesNo.NO);
        assertThat(VALUES.yesNo(number(2)).notes()).isNotEmpty();
        assertThat(VALUES.yesNo(new CellValue.Bool(false)).value()).isEqualTo(YesNo.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "n/a", "Ｎ／Ａ", "未回答", "メーカー確認中"})
    void not_applicable_or_not_known_is_never_a_no(String written) {
        assertThat(VALUES.yesNo(text(written)).value()).isEqualTo(YesNo.UNKNOWN);
        assertThat(VALUES.patch(text(written)).value()).isEqualTo(Patch.UNKNOWN);
        assertThat(VALUES.exploitation(text(written)).value()).isEqualTo(Exploitation.UNKNOWN);
        assertThat(VALUES.leak(text(written)).value()).isEqualTo(Leak.UNKNOWN);
        assertThat(VALUES.safety(text(written)).value()).isEqualTo(Safety.UNKNOWN);
        assertThat(VALUES.yesNo(text(written)).notes()).singleElement().returns(Severity.INFO, Note::severity);
    }

    @ParameterizedTest
    @CsvSource({"有（ルータ経由）,YES", "無し（単独）,NO", "(有),YES", "（無）,NO", "○有線,YES", "有線・無線,YES", "ﾅｼ,NO", "院内LANのみ,YES", "VPN,YES", "接続していない,NO", "ネットワーク無,NO", "接続予定なし,NO",
        "△（保守時のみ）,UNKNOWN", "×無線,UNKNOWN", "有・無,UNKNOWN", "接続予定,UNKNOWN", "無　LAN接続あり,UNKNOWN", "USBメモリ,UNKNOWN", "O,UNKNOWN", "／,UNKNOWN"})
    void an_answer_with_its_way_is_read_or_asked(String written, YesNo answer) {
        Parsed<YesNo> read = VALUES.yesNo(text(written));
        assertThat(read.value()).isEqualTo(answer);
        assertThat(read.notes().isEmpty()).isEqualTo(answer != YesNo.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"稼動中,IN_USE", "廃棄手続中,IN_USE", "返却予定,IN_USE", "使用中止,IDLE", "倉庫保管,IDLE", "他院貸出,ON_LOAN", "リース返却済,DISPOSED", "R6.3廃棄,DISPOSED", "2024/3/31廃棄,DISPOSED", "廃棄 2024/3,DISPOSED"})
    void further_states_of_a_device_are_read(String written, DeviceStatus status) {
        assertThat(VALUES.deviceStatus(text(written))).isEqualTo(Parsed.of(status));
    }

    @ParameterizedTest
    @CsvSource({"使用中,IN_USE", "稼働中,IN_USE", "予備,SPARE", "休止,IDLE", "貸出,ON_LOAN", "廃棄,DISPOSED", "廃棄済,DISPOSED", "廃棄予定,IN_USE", "リース,IN_USE"})
    void a_device_status_is_read(String written, DeviceStatus status) {
        assertThat(VALUES.deviceStatus(text(written))).isEqualTo(Parsed.of(status));
    }

    @Test
    void a_device_is_gone_only_without_a_proviso() {
        for (String written : List.of("廃棄（2027年3月予定）", "廃棄→再稼働", "撤去（1台のみ）")) {
            assertThat(VALUES.deviceStatus(text(written)).value()).as(written).isNotEqualTo(DeviceStatus.DISPOSED);
        }
        assertThat(VALUES.deviceStatus(text("廃棄→再稼働")).notes()).singleElement().returns(Severity.WARNING, Note::severity);
        assertThat(VALUES.deviceStatus(text("廃棄（2024/3/31）"))).isEqualTo(Parsed.of(DeviceStatus.DISPOSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"無（無線で接続）", "無（保守時に接続）", "無（必要に応じVPN）", "無（未確認）", "なし→検討中", "無（院内のみ）"})
    void a_no_with_a_proviso_is_asked(String written) {
        Parsed<YesNo> read = VALUES.yesNo(text(written));
        assertThat(read.value()).isEqualTo(YesNo.UNKNOWN);
        assertThat(read.notes()).singleElement().returns(Severity.WARNING, Note::severity);
    }

    @Test
    void remote_access_on_demand_is_remote_access_and_one_taken_away_is_none() {
        assertThat(VALUES.yesNo(text("有（MFA・接続元限定・要求時のみ・ログ取得）"))).isEqualTo(Parsed.of(YesNo.YES));
        assertThat(VALUES.yesNo(text("必要時のみ")).value()).isEqualTo(YesNo.UNKNOWN);
        assertThat(VALUES.yesNo(text("無（必要時のみ）")).value()).isEqualTo(YesNo.UNKNOWN);
        for (String written : List.of("廃止済", "撤去済", "停止済", "無（接続機能なし）", "無（LAN未接続）")) {
            assertThat(VALUES.yesNo(text(written))).as(written).isEqualTo(Parsed.of(YesNo.NO));
        }
    }

    @Test
    void examples_are_the_first_words_of_the_vocabulary() {
        assertThat(VALUES.yesNo(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("（有・無）");
        assertThat(VALUES.findingStatus(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("未対応・対応中・完了");
        assertThat(VALUES.safety(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("致命的・重大・中・軽微");
        assertThat(VALUES.treatment(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("（修正・緩和策・受容）");
    }

    @Test
    void every_remark_has_its_sentence_in_both_languages() {
        Wording wording = Wording.of(Values.class);
        assertThat(wording.keys(Language.JA)).containsExactlyInAnyOrderElementsOf(Remark.codes()).isEqualTo(wording.keys(Language.EN));
    }
}
