package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.Cost;
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
    @CsvSource({"修正,FIX", "修正（パッチ適用）,FIX", "パッチ適用,FIX", "バージョンアップ,FIX", "ﾊﾞｰｼﾞｮﾝｱｯﾌﾟ,FIX", "Patch,FIX", "緩和策（ネットワーク分離）,MITIGATE", "緩和,MITIGATE", "回避策,MITIGATE", "暫定対応,MITIGATE"})
    void a_treatment_is_its_head_word_and_keeps_its_text(String written, Treatment treatment) {
        assertThat(VALUES.treatment(text(written)).value().treatment()).isEqualTo(treatment);
        assertThat(VALUES.treatment(text(written)).notes()).isEmpty();
        assertThat(VALUES.treatment(text("緩和策（ネットワーク分離）")).value().text()).isEqualTo("緩和策（ネットワーク分離）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"受容", "許容", "リスク受容", "対応不要", "様子見", "静観", "accept"})
    void an_acceptance_is_taken_without_an_approval_record(String written) {
        Parsed<TreatmentText> read = VALUES.treatment(text(written));
        assertThat(read.value().treatment()).isEqualTo(Treatment.ACCEPT);
        assertThat(read.notes()).singleElement().returns("VALUE-050", Note::code).returns(Severity.INFO, Note::severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"修正／緩和策", "修正または受容", "いろいろ"})
    void a_treatment_nobody_can_choose_is_asked(String written) {
        Parsed<TreatmentText> read = VALUES.treatment(text(written));
        assertThat(read.value().treatment()).isNull();
        assertThat(read.notes()).singleElement().returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @CsvSource({"未対応,OPEN", "未着手,OPEN", "未完了,OPEN", "対応中,IN_PROGRESS", "一部完了,IN_PROGRESS", "完了予定（10月）,IN_PROGRESS", "完了,DONE", "対応済み,DONE", "完了（9/30）,DONE", "保留,ON_HOLD", "対象外,OUT_OF_SCOPE", "Closed,DONE"})
    void a_status_is_read(String written, FindingStatus status) {
        assertThat(VALUES.findingStatus(text(written))).isEqualTo(Parsed.of(status));
    }

    @ParameterizedTest
    @CsvSource({"完了（田中）,DONE", "完了 田中,DONE", "完了・鈴木,DONE", "完了（田中・佐藤 9/18）,DONE", "2025/9/18 完了,DONE", "完了 9/18,DONE", "完了（パッチ適用済み）,DONE", "完了（Ver3.2適用）,DONE",
        "1.未対応,OPEN", "② 対応中,IN_PROGRESS", "継続監視,IN_PROGRESS", "ベンダ回答待ち,IN_PROGRESS", "次回点検時,ON_HOLD", "差戻し,OPEN", "全台完了,DONE"})
    void a_status_is_read_with_who_and_when_beside_it(String written, FindingStatus status) {
        assertThat(VALUES.findingStatus(text(written))).isEqualTo(Parsed.of(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/5完了", "3/5台完了", "完了？", "完了（1台目に適用）", "完了（適用を依頼）", "完了（暫定パッチ）", "完了（来年更新）", "ほぼ完了", "1台完了", "受容", "対応不要", "廃棄済", "○", "完了 していない", "完了（東棟のみ）"})
    void what_may_not_be_done_closes_nothing(String written) {
        Parsed<FindingStatus> read = VALUES.findingStatus(text(written));
        assertThat(read.value().isClosed()).isFalse();
        assertThat(read.notes()).isNotEmpty();
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

    @Test
    void kev_not_listed_is_no_exploitation_and_no_denial() {
        assertThat(VALUES.exploitation(text("KEV掲載なし")).value()).isEqualTo(Exploitation.UNKNOWN);
        assertThat(VALUES.exploitation(text("ランサムウェアで悪用"))).isEqualTo(Parsed.of(Exploitation.ACTIVE));
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

    @Test
    void an_unknown_status_is_not_done() {
        assertThat(VALUES.findingStatus(text("完了していない")).value()).isEqualTo(FindingStatus.UNKNOWN);
        assertThat(VALUES.findingStatus(text("完了していない")).notes()).singleElement().returns(Severity.WARNING, Note::severity);
        assertThat(VALUES.findingStatus(CellValue.BLANK)).isEqualTo(Parsed.of(FindingStatus.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({"使用中,IN_USE", "稼働中,IN_USE", "予備,SPARE", "休止,IDLE", "貸出,ON_LOAN", "廃棄,DISPOSED", "廃棄済,DISPOSED", "廃棄予定,IN_USE", "リース,IN_USE"})
    void a_device_status_is_read(String written, DeviceStatus status) {
        assertThat(VALUES.deviceStatus(text(written))).isEqualTo(Parsed.of(status));
    }

    @ParameterizedTest
    @CsvSource({"致命的,CATASTROPHIC", "極めて重大（全診療に影響）,CRITICAL", "重大（機器停止リスク、診療への影響大）,CRITICAL", "大,CRITICAL", "高,CRITICAL", "中（代替の手動払出あり）,SERIOUS", "重度,SERIOUS",
        "軽微（他の装置で代替可）,MINOR", "小,MINOR", "低,MINOR", "無視できる,NEGLIGIBLE", "なし,NEGLIGIBLE", "無,NEGLIGIBLE", "High,CRITICAL"})
    void severity_words_are_read(String written, Safety safety) {
        assertThat(VALUES.safety(text(written))).isEqualTo(Parsed.of(safety));
    }

    @ParameterizedTest
    @CsvSource({"パッチ有,PATCH_APPROVED", "適用可,PATCH_APPROVED", "提供済,PATCH_APPROVED", "無,NO_PATCH", "提供なし,NO_PATCH", "メーカー対応なし,NO_PATCH", "提供予定なし,NO_PATCH", "予定,PATCH_PLANNED",
        "開発中,PATCH_PLANNED", "2026年3月提供予定,PATCH_PLANNED", "未承認,PATCH_NOT_APPROVED", "検証中,PATCH_NOT_APPROVED", "パッチあり（メーカー検証中）,PATCH_NOT_APPROVED", "適用不可,PATCH_NOT_APPROVED", "未提供,NO_PATCH"})
    void patch_words_are_read(String written, Patch patch) {
        assertThat(VALUES.patch(text(written))).isEqualTo(Parsed.of(patch));
    }

    @ParameterizedTest
    @CsvSource({"あり,ACTIVE", "KEV掲載,ACTIVE", "悪用あり,ACTIVE", "PoC公開,POC", "なし,NONE", "悪用は確認されていない,NONE", "KEV未掲載,UNKNOWN"})
    void exploitation_words_are_read(String written, Exploitation exploitation) {
        assertThat(VALUES.exploitation(text(written)).value()).isEqualTo(exploitation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"完了（1台目のみ）", "完了→再発", "済（再起動待ち）", "完了、ただし2台目未", "完了（2台中1台）", "影響なし（メーカー未確認）", "対象外（要確認）", "完了(仮)"})
    void a_proviso_keeps_a_row_open(String written) {
        Parsed<FindingStatus> read = VALUES.findingStatus(text(written));
        assertThat(read.value().isClosed()).isFalse();
        assertThat(read.notes()).singleElement().returns("VALUE-006", Note::code).returns(Severity.WARNING, Note::severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"完了（9/18 情報システム）", "完了（R7.9.26）", "完了（確認済）", "完了（2025年9月18日）", "完了（放射線科）", "完了：2025/9/18", "済（臨床工学室 田中氏）"})
    void a_date_or_a_department_leaves_a_row_closed(String written) {
        assertThat(VALUES.findingStatus(text(written))).isEqualTo(Parsed.of(FindingStatus.DONE));
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

    @ParameterizedTest
    @CsvSource({"なし（停止時は重大）,CRITICAL", "低（誤照射のおそれ）,UNKNOWN", "中（停止時は致命的）,CATASTROPHIC", "軽微（未確認）,UNKNOWN", "なし（代替不可）,UNKNOWN"})
    void the_graver_word_of_an_assessment_counts_and_is_asked(String written, Safety safety) {
        Parsed<Safety> read = VALUES.safety(text(written));
        assertThat(read.value()).isEqualTo(safety);
        assertThat(read.notes()).singleElement().returns(Severity.WARNING, Note::severity);
    }

    @Test
    void a_grave_word_is_not_weakened_by_what_stands_behind_it() {
        assertThat(VALUES.safety(text("重大（誤照射のおそれ）"))).isEqualTo(Parsed.of(Safety.CRITICAL));
        assertThat(VALUES.exploitation(text("悪用あり（国内は未確認）"))).isEqualTo(Parsed.of(Exploitation.ACTIVE));
        assertThat(VALUES.exploitation(text("悪用なし（PoC公開）")).value()).isEqualTo(Exploitation.POC);
        assertThat(VALUES.exploitation(text("なし（メーカー未確認）")).value()).isEqualTo(Exploitation.UNKNOWN);
        assertThat(VALUES.exploitation(text("悪用なし（PoCなし）"))).isEqualTo(Parsed.of(Exploitation.NONE));
        assertThat(VALUES.leak(text("なし（一時保存）")).value()).isEqualTo(Leak.PHI_LIMITED);
    }

    @ParameterizedTest
    @CsvSource({"有（2026年12月提供予定）,PATCH_PLANNED", "あり（開発中）,PATCH_PLANNED", "有（検証未了）,PATCH_NOT_APPROVED", "有（メーカー未確認）,PATCH_NOT_APPROVED", "公開済（メーカー許可待ち）,PATCH_NOT_APPROVED",
        "有（ただし適用はメーカーが不可と回答）,PATCH_NOT_APPROVED", "有→回収,UNKNOWN", "有（回収）,UNKNOWN", "有（一部機種）,UNKNOWN", "有（旧版は提供なし）,UNKNOWN", "無（メーカー未確認）,UNKNOWN", "有（Ver 3.2）,PATCH_APPROVED", "有（12月適用予定）,PATCH_APPROVED", "無（12月提供予定）,PATCH_PLANNED"})
    void a_patch_with_a_proviso_is_never_taken_as_approved(String written, Patch patch) {
        Parsed<Patch> read = VALUES.patch(text(written));
        assertThat(read.value()).isEqualTo(patch);
        assertThat(read.notes().isEmpty()).isEqualTo(patch != Patch.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"パッチ適用しない", "パッチ適用不可のため運用で対応", "修正版が出るまで監視", "修正不要", "バージョンアップを検討", "修正（メーカー提供後）"})
    void a_fix_that_is_denied_or_put_off_is_no_fix(String written) {
        Parsed<TreatmentText> read = VALUES.treatment(text(written));
        assertThat(read.value().treatment()).isNull();
        assertThat(read.notes()).singleElement().returns(Severity.WARNING, Note::severity);
    }

    @Test
    void a_clear_treatment_may_say_why_there_is_no_fix() {
        assertThat(VALUES.treatment(text("緩和策（パッチ適用不可のため）")).value().treatment()).isEqualTo(Treatment.MITIGATE);
        assertThat(VALUES.treatment(text("受容（パッチ適用不可のため）")).value().treatment()).isEqualTo(Treatment.ACCEPT);
        assertThat(VALUES.treatment(text("修正（10月末まで）")).value().treatment()).isEqualTo(Treatment.FIX);
    }

    @Test
    void examples_are_the_first_words_of_the_vocabulary() {
        assertThat(VALUES.yesNo(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("（有・無）");
        assertThat(VALUES.findingStatus(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("未対応・対応中・完了");
        assertThat(VALUES.safety(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("致命的・重大・中・軽微");
        assertThat(VALUES.treatment(text("たぶん")).notes().get(0).message().in(Language.JA)).contains("（修正・緩和策・受容）");
    }

    @ParameterizedTest
    @CsvSource({"有,ACTIVE,UNDERSTOOD", "掲載,ACTIVE,UNDERSTOOD", "1,ACTIVE,UNDERSTOOD", "無,UNKNOWN,INFO", "KEV未掲載,UNKNOWN,INFO", "0,UNKNOWN,INFO", "不明,UNKNOWN,INFO", "来月見る,UNKNOWN,WARNING"})
    void not_in_kev_is_not_unexploited(String written, Exploitation exploitation, String told) {
        Parsed<Exploitation> read = VALUES.kev(text(written));
        assertThat(read.value()).isEqualTo(exploitation);
        assertThat(read.notes()).extracting(n -> n.severity().name()).isEqualTo(told.equals("UNDERSTOOD") ? List.of() : List.of(told));
    }

    @ParameterizedTest
    @CsvSource({"有,POC", "公開,POC", "無,UNKNOWN", "未公開,UNKNOWN", "悪用あり,ACTIVE"})
    void no_public_proof_of_concept_is_not_unexploited(String written, Exploitation exploitation) {
        assertThat(VALUES.poc(text(written)).value()).isEqualTo(exploitation);
        assertThat(VALUES.poc(new CellValue.Bool(true))).isEqualTo(Parsed.of(Exploitation.POC));
        assertThat(VALUES.poc(CellValue.BLANK)).isEqualTo(Parsed.of(Exploitation.UNKNOWN));
        assertThat(VALUES.kev(new CellValue.Bool(false)).value()).isEqualTo(Exploitation.UNKNOWN);
    }

    @Test
    void epss_is_elevated_from_a_tenth_on_and_a_low_one_proves_nothing() {
        assertThat(VALUES.epss(number(0.10)).value()).isEqualTo(Exploitation.EPSS_ELEVATED);
        assertThat(VALUES.epss(number(0.0999))).isEqualTo(Parsed.of(Exploitation.UNKNOWN));
        assertThat(VALUES.epss(text("12%")).value()).isEqualTo(Exploitation.EPSS_ELEVATED);
        assertThat(VALUES.epss(text("9.9％")).value()).isEqualTo(Exploitation.UNKNOWN);
        assertThat(VALUES.epss(number(45)).notes()).singleElement().returns("VALUE-063", Note::code);
        assertThat(VALUES.epss(text("高い")).notes()).singleElement().returns(Severity.WARNING, Note::severity);
        assertThat(VALUES.epss(number(-0.1)).notes()).isNotEmpty();
    }

    @Test
    void cost_and_leak_words_are_read() {
        assertThat(VALUES.cost(text("特大")).value()).isEqualTo(Cost.VERY_HIGH);
        assertThat(VALUES.cost(text("150万円")).notes()).singleElement().returns(Severity.WARNING, Note::severity);
        assertThat(VALUES.leak(text("大量")).value()).isEqualTo(Leak.PHI_MASS);
        assertThat(VALUES.leak(text("有")).value()).as("how much is not said").isEqualTo(Leak.UNKNOWN);
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

    @Test
    void every_remark_has_its_sentence_in_both_languages() {
        Wording wording = Wording.of(Values.class);
        assertThat(wording.keys(Language.JA)).containsExactlyInAnyOrderElementsOf(Remark.codes()).isEqualTo(wording.keys(Language.EN));
    }
}
