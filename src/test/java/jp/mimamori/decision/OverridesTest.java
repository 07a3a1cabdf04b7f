package jp.mimamori.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import jp.mimamori.decision.drools.ShippedPolicy;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.Test;

class OverridesTest {

    private static final DecisionEngine ENGINE = ShippedPolicy.engine();
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
    private static final LocalDate FOUND = LocalDate.of(2026, 6, 20);
    /** SCHEDULED by the rules; all else would allow an acceptance. */
    private static final Facts PLANNED = new Facts("F", Asset.MEDICAL, Safety.SERIOUS, Operation.LOW, Exposure.INTERNAL_FLAT,
            Exploitation.NONE, Support.SUPPORTED, Leak.PHI_LIMITED, 7.5, Automatable.NO, AttackVector.N, Patch.NO_PATCH, Cost.LOW, FOUND);

    @Test
    void without_an_override_nothing_changes() {
        Decision byRules = decide(PLANNED);
        assertThat(new Overrides(ENGINE, AS_OF).apply(PLANNED, byRules, null)).isSameAs(byRules);
        assertThat(byRules.override()).isNull();
    }

    @Test
    void raised_the_deadlines_and_the_approver_follow_and_the_claims_stay() {
        Facts facts = edit(PLANNED).patch(Patch.PATCH_APPROVED).facts();
        Decision byRules = decide(facts);
        Decision raised = apply(facts, raise(Urgency.IMMEDIATE));
        assertThat(byRules.urgency()).isEqualTo(Urgency.SCHEDULED);
        assertThat(raised.urgency()).isEqualTo(Urgency.IMMEDIATE);
        assertThat(raised.treatment()).isEqualTo(Treatment.FIX);
        assertThat(List.of(raised.dueDays(), raised.interimDueDays(), raised.mitigationDays())).containsExactly(14, 3, 3);
        assertThat(raised.dueDate()).isEqualTo(FOUND.plusDays(14));
        assertThat(raised.approver()).isEqualTo(Approver.ACT_THEN_RATIFY);
        assertThat(raised.claims()).isEqualTo(byRules.claims());
        assertThat(List.of(raised.lowest(), raised.highest())).containsExactly(byRules.lowest(), byRules.highest());
        assertThat(raised.reasons().get(0).text().en()).startsWith(
                "Sato raised the urgency from \"Scheduled\" to \"Immediate\".");
        assertThat(raised.reasons().get(0).text().ja()).startsWith("Satoが緊急度を「計画」から「緊急」に上げました。");
        assertThat(raised.reasons()).extracting(Reason::rule).containsSubsequence("OVERRIDE", byRules.claims().get(0).rule());
    }

    @Test
    void lowered_to_defer_an_acceptance_becomes_possible_and_ends_with_the_override() {
        Decision lowered = apply(PLANNED, lower(Urgency.DEFER));
        assertThat(lowered.treatment()).isEqualTo(Treatment.ACCEPT);
        assertThat(lowered.approver()).isEqualTo(Approver.COMMITTEE);
        assertThat(lowered.acceptanceDays()).isEqualTo(40); // 180 by the table
        assertThat(lowered.dueDate()).isNull();
        assertThat(text(lowered)).contains("until 2026-08-10", "acceptance", "代替機あり");
    }

    @Test
    void lowered_to_defer_a_risk_that_may_not_be_accepted_is_still_mitigated() {
        Decision phi = apply(edit(PLANNED).leak(Leak.PHI_MASS).facts(), lower(Urgency.DEFER));
        assertThat(phi.urgency()).isEqualTo(Urgency.DEFER);
        assertThat(phi.treatment()).isEqualTo(Treatment.MITIGATE);
        assertThat(phi.dueDays()).isEqualTo(180);
        Facts open = edit(PLANNED).exposure(Exposure.UNKNOWN).facts();
        Decision byRules = decide(open);
        assertThat(byRules.provisional()).isTrue();
        Decision provisional = ENGINE.decideAt(open, Urgency.DEFER);
        assertThat(provisional.provisional()).isTrue();
        assertThat(provisional.treatment()).isEqualTo(Treatment.MITIGATE);
        assertThat(ENGINE.decideAt(PLANNED, Urgency.DEFER).treatment()).isEqualTo(Treatment.ACCEPT);
    }

    @Test
    void one_that_does_not_hold_changes_nothing_but_is_told_first() {
        Facts facts = edit(PLANNED).safety(Safety.UNKNOWN).facts();
        Decision byRules = decide(facts);
        Decision refused = apply(facts, lower(Urgency.DEFER));
        assertThat(refused.override()).isNotNull().extracting(Overridden::holds).isEqualTo(false);
        assertThat(text(refused)).startsWith("The wish for the urgency \"Defer\" does not meet its terms, so the rules' own");
        assertThat(new Decision(refused.id(), refused.treatment(), refused.urgency(), refused.provisional(), refused.lowest(),
                refused.highest(), refused.missing(), refused.dueDays(), refused.interimDueDays(), refused.dueDate(), refused.controls(),
                refused.actions(), refused.approver(), refused.acceptanceDays(), refused.claims(),
                refused.reasons().subList(1, refused.reasons().size()), refused.mitigationDays(), refused.policy())).isEqualTo(byRules);
    }

    @Test
    void once_it_has_expired_the_rules_decide_again_and_the_explanation_says_so() {
        Decision later = new Overrides(ENGINE, AS_OF.plusDays(41)).apply(PLANNED, decide(PLANNED), lower(Urgency.DEFER));
        assertThat(later.urgency()).isEqualTo(Urgency.SCHEDULED);
        assertThat(text(later)).contains("expired on 2026-08-10", "the rules' own again");
    }

    @Test
    void at_the_rules_own_urgency_the_engine_decides_as_it_always_does() {
        Random random = new Random(20261123);
        for (int i = 0; i < 300; i++) {
            Facts facts = random(random);
            Decision byRules = decide(facts);
            assertThat(ENGINE.decideAt(facts, byRules.urgency())).isEqualTo(byRules);
            for (Urgency urgency : Urgency.values()) {
                Decision set = ENGINE.decideAt(facts, urgency);
                assertThat(set.urgency()).isEqualTo(urgency);
                assertThat(set.claims()).isEqualTo(byRules.claims());
                assertThat(set.treatment() == Treatment.ACCEPT && (urgency != Urgency.DEFER || set.provisional())).isFalse();
            }
        }
    }

    @Test
    void no_override_that_holds_lowers_by_more_than_a_step_or_below_scheduled_where_patients_are_at_risk() {
        Random random = new Random(4);
        Overrides overrides = new Overrides(ENGINE, AS_OF);
        for (int i = 0; i < 500; i++) {
            Facts facts = random(random);
            Decision byRules = decide(facts);
            for (Urgency wanted : Urgency.values()) {
                Decision decision = overrides.apply(facts, byRules, lower(wanted));
                assertThat(byRules.urgency().ordinal() - decision.urgency().ordinal()).isLessThanOrEqualTo(1);
                boolean grave = !facts.safety().isKnown() || facts.safety().isAtLeast(Safety.CRITICAL);
                assertThat(grave && decision.urgency() == Urgency.DEFER && byRules.urgency() != Urgency.DEFER).isFalse();
            }
        }
    }

    private static Facts random(Random random) {
        return new Facts("R", any(Asset.values(), random), any(Safety.values(), random), any(Operation.values(), random),
                any(Exposure.values(), random), any(Exploitation.values(), random), any(Support.values(), random),
                any(Leak.values(), random), random.nextInt(5) == 0 ? null : random.nextInt(101) / 10.0,
                any(Automatable.values(), random), any(AttackVector.values(), random), any(Patch.values(), random),
                any(Cost.values(), random), FOUND);
    }

    private static <E> E any(E[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static UrgencyOverride raise(Urgency urgency) {
        return new UrgencyOverride(urgency, "救急の唯一の装置。", "Sato", null, null, null);
    }

    private static UrgencyOverride lower(Urgency urgency) {
        return new UrgencyOverride(urgency, "代替機あり", "Sato", Approver.COMMITTEE, AS_OF.minusDays(20), AS_OF.plusDays(40));
    }

    private static Decision apply(Facts facts, UrgencyOverride asked) {
        return new Overrides(ENGINE, AS_OF).apply(facts, decide(facts), asked);
    }

    private static Decision decide(Facts facts) {
        return ENGINE.decide(List.of(facts)).get(0);
    }

    private static String text(Decision decision) {
        return decision.reasons().get(0).text().in(Language.EN);
    }

    private static FactsEdit edit(Facts facts) {
        return new FactsEdit(facts);
    }
}
