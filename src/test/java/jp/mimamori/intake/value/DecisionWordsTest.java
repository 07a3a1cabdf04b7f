package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Safety;
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

/** Words of a ledger's own judgement: treatment, status, patch, exploitation, severity, cost. */
class DecisionWordsTest {

    private static final Values VALUES = Values.from(Shelf.shipped());

    private static CellValue text(String text) {
        return new CellValue.Text(text);
    }

    private static CellValue number(double value) {
        return new CellValue.Number(value, false, false, false);
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

    @Test
    void kev_not_listed_is_no_exploitation_and_no_denial() {
        assertThat(VALUES.exploitation(text("KEV掲載なし")).value()).isEqualTo(Exploitation.UNKNOWN);
        assertThat(VALUES.exploitation(text("ランサムウェアで悪用"))).isEqualTo(Parsed.of(Exploitation.ACTIVE));
    }

    @Test
    void an_unknown_status_is_not_done() {
        assertThat(VALUES.findingStatus(text("完了していない")).value()).isEqualTo(FindingStatus.UNKNOWN);
        assertThat(VALUES.findingStatus(text("完了していない")).notes()).singleElement().returns(Severity.WARNING, Note::severity);
        assertThat(VALUES.findingStatus(CellValue.BLANK)).isEqualTo(Parsed.of(FindingStatus.UNKNOWN));
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
}
