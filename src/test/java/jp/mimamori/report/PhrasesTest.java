package jp.mimamori.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.mimamori.decision.Change;
import jp.mimamori.decision.Change.Direction;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.report.sample.SampleHospital;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private final Phrases ja = new Phrases(Language.JA);
    private final Phrases en = new Phrases(Language.EN);

    @Test
    void a_fix_that_cannot_wait_names_the_interim_mitigation_and_its_date() {
        FindingDecision first = PlanSummary.of(SampleHospital.assessed(12)).decisions().get(0);
        assertThat(first.decision().treatment()).isEqualTo(Treatment.FIX);
        assertThat(ja.action(first, null, InterimMitigations.unplanned())).isEqualTo("まず侵害の確認とログ保全 → 修正：作業日を決める。作業までの緩和策が必要（期限 2025-11-18）");
        assertThat(en.action(first, null, InterimMitigations.unplanned())).isEqualTo("First check for compromise and save the logs → Fix: agree a date. A mitigation is needed until then (by 2025-11-18)");
    }

    @Test
    void a_backlogs_interim_date_counts_from_the_first_import() {
        FindingDecision backlog = PlanSummary.of(SampleHospital.assessed(245)).decisions().stream()
                .filter(d -> d.overdue() && d.decision().interimDueDays() != null).findFirst().orElseThrow();
        assertThat(InterimMitigations.unplanned().by(backlog)).isEqualTo(SampleHospital.AS_OF.plusDays(14));
    }

    @Test
    void a_reason_is_one_sentence_and_its_proof_is_whole() {
        String text = "止まると危険です。（サポート：終了 → 早急。表「判定」8行目）";
        FindingDecision decision = SampleHospital.nasty(text).decisions().get(0);
        assertThat(ja.why(decision)).isEqualTo("止まると危険です。");
        assertThat(ja.proof(decision)).isEqualTo("・" + text);
        FindingDecision english = SampleHospital.nasty("CVSS is 7.5 or more. (band: high)").decisions().get(0);
        assertThat(en.reasons(english, 3)).isEqualTo("• CVSS is 7.5 or more.");
    }

    @Test
    void further_reasons_are_counted_and_not_lost() {
        FindingDecision decision = PlanSummary.of(SampleHospital.assessed(12)).decisions().get(0);
        assertThat(ja.reasons(decision, 1)).endsWith("\n・ほか 1件（「理由の根拠」の列）");
        assertThat(ja.reasons(decision, 2)).doesNotContain("ほか");
    }

    @Test
    void what_is_provisional_is_first_asked_about() {
        FindingDecision provisional = PlanSummary.of(SampleHospital.assessed(40)).decisions().stream()
                .filter(d -> d.decision().provisional() && d.decision().treatment() == Treatment.MITIGATE).findFirst().orElseThrow();
        assertThat(ja.action(provisional, null, InterimMitigations.unplanned())).startsWith("まず情報確認（悪用状況").contains("→ 緩和策：");
    }

    private static FindingDecision mitigation(Urgency urgency) {
        return PlanSummary.of(SampleHospital.assessed(245)).decisions().stream().filter(d -> d.decision().treatment() == Treatment.MITIGATE
                && d.decision().urgency() == urgency && !d.decision().provisional() && d.bindingDate() != null).findFirst().orElseThrow();
    }

    @Test
    void a_mitigation_that_cannot_wait_begins_with_containment_and_its_day_and_the_plan_to_replace_follows() {
        FindingDecision urgent = mitigation(Urgency.OUT_OF_CYCLE);
        assertThat(urgent.decision().controls().get(0)).isEqualTo("C13");
        assertThat(ja.action(urgent, null, InterimMitigations.unplanned())).isEqualTo("緩和策：C1 ネットワーク分離・アクセス元限定、または "
                + "C2 不要ポート閉鎖、または C8 保守専用端末に限定（" + urgent.bindingDate() + " まで）。次に C13 更新・買い替え・廃棄の計画");
        assertThat(ja.firstStep(urgent, null, InterimMitigations.unplanned())).isEqualTo("緩和策：C1/C2/C8 通信の制限");
    }

    @Test
    void a_mitigation_that_can_wait_begins_as_the_policy_lists_it() {
        assertThat(ja.action(mitigation(Urgency.SCHEDULED), null, InterimMitigations.unplanned()))
                .isEqualTo("緩和策：C13 更新・買い替え・廃棄の計画");
    }

    @Test
    void a_check_for_compromise_comes_before_a_fix_and_before_a_mitigation() {
        List<FindingDecision> immediate = PlanSummary.of(SampleHospital.assessed(245)).decisions().stream()
                .filter(d -> d.decision().urgency() == Urgency.IMMEDIATE).toList();
        assertThat(immediate).isNotEmpty();
        for (FindingDecision decision : immediate) {
            assertThat(ja.action(decision, null, InterimMitigations.unplanned())).startsWith("まず侵害の確認とログ保全 → ");
            assertThat(ja.firstStep(decision, null, InterimMitigations.unplanned())).startsWith("侵害の確認とログ保全");
            assertThat(ja.controls(decision.decision())).startsWith("A2 侵害の確認とログ保全").endsWith("A1 保守回線は使うときだけ接続");
        }
        assertThat(ja.action(mitigation(Urgency.OUT_OF_CYCLE), null, InterimMitigations.unplanned())).doesNotContain("侵害");
    }

    @Test
    void alternatives_are_told_as_alternatives_and_an_unknown_control_stays_as_it_is() {
        assertThat(en.controls(List.of("C7", "C11|C12", "X1")))
                .isEqualTo("C7 Watch logs for anomalies / C11 Restrict USB and media or C12 Physical access control / X1");
    }

    @Test
    void estimates_and_unknowns_are_marked() {
        assertThat(ja.value(Sourced.of(Safety.CRITICAL, Origin.LEDGER))).isEqualTo("重大");
        assertThat(ja.value(Sourced.of(Safety.CRITICAL, Origin.CATEGORY_DEFAULT))).isEqualTo("重大（推定）");
        assertThat(en.value(Sourced.of(Safety.CRITICAL, Origin.ESTIMATE))).isEqualTo("Critical (estimated)");
        assertThat(ja.value(Sourced.unknown(Safety.UNKNOWN))).isEqualTo("不明");
        assertThat(ja.value((Sourced<?>) null)).isEmpty();
    }

    @Test
    void inputs_and_their_values_have_words_in_both_languages() {
        assertThat(ja.inputs(List.of("exploitation", "cvssScore"))).isEqualTo("悪用状況、CVSS基本値");
        assertThat(en.value("exploitation", "ACTIVE")).isEqualTo("Exploited");
        assertThat(ja.value("cvssScore", "CRITICAL")).isEqualTo("最高");
        assertThat(ja.value("exploitation", "something new")).isEqualTo("something new");
        assertThat(ja.input("something new")).isEqualTo("something new");
    }

    @Test
    void what_would_settle_a_mitigation_is_told_beside_what_would_lower_it() {
        FindingDecision first = PlanSummary.of(SampleHospital.assessed(12)).decisions().get(0);
        FindingDecision told = new FindingDecision(first.tracked(), first.vulnerability(), first.cvss(), first.inputs(), first.facts(),
                first.decision(), first.overdue(), first.catchUpDate(), List.of(
                new Change("exploitation", "POC", "ACTIVE", Direction.RAISE, Treatment.MITIGATE, Urgency.IMMEDIATE),
                new Change("patch", "NO_PATCH", "PATCH_APPROVED", Direction.FIX_POSSIBLE, Treatment.FIX, Urgency.SCHEDULED),
                new Change("controls", "C11|C12;C7", "VERIFIED", Direction.RESIDUAL_ACCEPTANCE, Treatment.ACCEPT, Urgency.SCHEDULED)));
        assertThat(en.changes(told, Direction.LOWER, Direction.FIX_POSSIBLE, Direction.RESIDUAL_ACCEPTANCE).lines()).containsExactly(
                "once Patch is “Patch approved”, a fix is possible: Scheduled, Fix",
                "once all these controls are verified, the risk goes to residual acceptance (Committee and hospital director; urgency stays "
                        + "Scheduled): C11 Restrict USB and media or C12 Physical access control / C7 Watch logs for anomalies");
        assertThat(ja.changes(told, Direction.RESIDUAL_ACCEPTANCE)).startsWith("次の対策がすべて確認済みになれば").contains("C7 ログ監視");
        assertThat(ja.changes(told, Direction.RAISE)).doesNotContain("C7", "修正が可能").contains("緊急");
    }
}
