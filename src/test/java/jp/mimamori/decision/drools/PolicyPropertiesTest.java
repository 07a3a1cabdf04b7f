package jp.mimamori.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.Test;

class PolicyPropertiesTest {

    private static final Double[] SCORES = {0.0, 3.9, 5.0, 7.0, 9.8, null};
    private final Random random = new Random(20261123);
    private final DecisionEngine engine = ShippedPolicy.engine();

    @Test
    void tables_and_rules_decide_exactly_as_the_policy_is_written() {
        List<Facts> cases = sample(50_000);
        List<Decision> decisions = engine.decide(cases);
        for (int i = 0; i < cases.size(); i++) {
            Decision told = decisions.get(i);
            HandWrittenPolicy.Answer expected = HandWrittenPolicy.decide(cases.get(i));
            HandWrittenPolicy.Answer answer = new HandWrittenPolicy.Answer(told.treatment(), told.urgency(), told.lowest(), told.highest(),
                    told.dueDays(), told.interimDueDays(), new ArrayList<>(new TreeSet<>(told.controls())), told.approver(),
                    told.acceptanceDays(), told.mitigationDays());
            if (!answer.equals(expected)) { // an assertion for each of so many cases would cost more than deciding them
                assertThat(answer).as(cases.get(i).toString()).isEqualTo(expected);
            }
            Urgency claimed = told.claims().stream().map(Claim::urgency).reduce(Urgency.DEFER, Urgency::max);
            if (claimed != told.urgency()) {
                assertThat(claimed).as("claims of " + cases.get(i)).isEqualTo(told.urgency());
            }
        }
    }

    @Test
    void what_is_to_be_done_once_reaches_the_decision_with_a_fix_too() {
        List<Facts> cases = sample(20_000);
        List<Decision> decisions = engine.decide(cases);
        int checks = 0;
        for (int i = 0; i < cases.size(); i++) {
            Facts facts = cases.get(i);
            Decision told = decisions.get(i);
            // An unknown counts at its cautious value: remote maintenance.
            Exposure exposure = facts.exposure() == Exposure.UNKNOWN ? Exposure.REMOTE_MAINTENANCE : facts.exposure();
            List<String> expected = new ArrayList<>();
            if (told.treatment() != Treatment.ACCEPT && facts.exploitation() == Exploitation.ACTIVE
                    && exposure.compareTo(Exposure.REMOTE_MAINTENANCE) >= 0) {
                expected.add("A2");
                checks += told.treatment() == Treatment.FIX ? 1 : 0;
            }
            if (told.treatment() == Treatment.MITIGATE && exposure == Exposure.REMOTE_MAINTENANCE) {
                expected.add("A1");
            }
            if (!told.actions().equals(expected)) {
                assertThat(told.actions()).as(facts.toString()).isEqualTo(expected);
            }
            if (told.controls().stream().anyMatch(code -> code.startsWith("A"))) {
                assertThat(told.controls()).as(facts.toString()).noneMatch(code -> code.startsWith("A"));
            }
        }
        assertThat(checks).as("fixes to check for compromise first").isPositive();
    }

    @Test
    void every_decision_is_complete_and_carries_its_proof() {
        for (Decision decision : engine.decide(sample(2000))) {
            assertThat(decision.claims()).isNotEmpty();
            assertThat(decision.claims().get(0).urgency()).isEqualTo(decision.urgency());
            assertThat(decision.provisional()).isEqualTo(decision.lowest() != decision.highest());
            assertThat(decision.dueDays() == null).isEqualTo(decision.treatment() == Treatment.ACCEPT);
            assertThat(decision.controls().isEmpty()).isEqualTo(decision.treatment() != Treatment.MITIGATE);
            assertThat(decision.reasons()).extracting(Reason::rule).contains(decision.claims().get(0).rule());
            assertThat(decision.reasons()).allSatisfy(reason -> {
                assertThat(reason.text().ja()).isNotBlank().doesNotContain("null", "{");
                assertThat(reason.text().en()).isNotBlank().doesNotContain("null", "{");
            });
        }
    }

    @Test
    void the_order_of_cases_and_earlier_cases_change_nothing() throws Exception {
        List<Facts> cases = sample(500);
        List<Decision> first = engine.decide(cases);
        List<Facts> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, random);
        assertThat(engine.decide(shuffled)).containsExactlyInAnyOrderElementsOf(first);
        DroolsEngine fresh = DroolsEngine.of(ShippedPolicy.engine().rules());
        assertThat(fresh.decide(cases)).isEqualTo(first);
    }

    @Test
    void raising_one_risk_never_lowers_the_outcome() {
        for (Facts facts : sample(600)) {
            for (Input risk : Unknowns.RISKS) {
                List<Enum<?>> values = risk.known();
                List<Facts> ladder = values.stream().map(value -> with(facts, risk, value)).toList();
                List<DecisionEngine.Verdict> outcomes = engine.verdicts(ladder);
                for (int i = 1; i < outcomes.size(); i++) {
                    DecisionEngine.Verdict milder = outcomes.get(i - 1);
                    DecisionEngine.Verdict harsher = outcomes.get(i);
                    assertThat(harsher.urgency()).as("%s of %s", values.get(i), ladder.get(i))
                            .isGreaterThanOrEqualTo(milder.urgency());
                    assertThat(milder.treatment() != Treatment.ACCEPT && harsher.treatment() == Treatment.ACCEPT)
                            .as("%s of %s turns into acceptance", values.get(i), ladder.get(i)).isFalse();
                }
            }
        }
    }

    @Test
    void an_unknown_is_never_treated_better_than_its_most_harmless_value_and_never_alone_makes_it_immediate() {
        for (Facts facts : sample(600)) {
            for (Input risk : Unknowns.RISKS) {
                Facts blank = with(facts, risk, unknown(risk));
                DecisionEngine.Verdict unknown = engine.verdicts(List.of(blank)).get(0);
                DecisionEngine.Verdict harmless = engine.verdicts(List.of(with(facts, risk, risk.known().get(0)))).get(0);
                assertThat(unknown.urgency()).isGreaterThanOrEqualTo(harmless.urgency());
                Enum<?> cautious = ShippedPolicy.engine().rules().unknowns().cautious().get(risk);
                DecisionEngine.Verdict careful = engine.verdicts(List.of(with(facts, risk, cautious))).get(0);
                if (unknown.treatment() == Treatment.ACCEPT) {
                    assertThat(careful.treatment()).as(blank.toString()).isEqualTo(Treatment.ACCEPT);
                }
                if (unknown.urgency() == Urgency.IMMEDIATE) {
                    assertThat(HandWrittenPolicy.urgency(HandWrittenPolicy.lowest(blank))).isEqualTo(Urgency.IMMEDIATE);
                }
            }
        }
    }

    @Test
    void no_outcome_lies_below_the_ssvc_cell_of_the_same_state() {
        for (Facts facts : sample(4000)) {
            Facts known = HandWrittenPolicy.lowest(facts);
            assertThat(engine.verdicts(List.of(known)).get(0).urgency())
                    .isGreaterThanOrEqualTo(HandWrittenPolicy.ssvc(known));
        }
    }

    @Test
    void urgency_of_every_state_without_unknowns_is_as_written() {
        int states = 0;
        List<Facts> batch = new ArrayList<>();
        for (Enum<?> safety : Input.SAFETY.known()) {
            for (Enum<?> operation : Input.OPERATION.known()) {
                for (Enum<?> exposure : Input.EXPOSURE.known()) {
                    for (Enum<?> exploitation : Input.EXPLOITATION.known()) {
                        batch.clear();
                        rest((Safety) safety, (Operation) operation, (Exposure) exposure, (Exploitation) exploitation, batch);
                        List<DecisionEngine.Verdict> told = engine.verdicts(batch);
                        for (int i = 0; i < batch.size(); i++) {
                            if (told.get(i).urgency() != HandWrittenPolicy.urgency(batch.get(i))) {
                                assertThat(told.get(i).urgency()).as(batch.get(i).toString())
                                        .isEqualTo(HandWrittenPolicy.urgency(batch.get(i)));
                            }
                        }
                        states += batch.size();
                    }
                }
            }
        }
        assertThat(states).isEqualTo(5 * 4 * 5 * 4 * 4 * 3 * 5 * 2 * 4);
    }

    private static void rest(Safety safety, Operation operation, Exposure exposure, Exploitation exploitation,
            List<Facts> batch) {
        for (Enum<?> support : Input.SUPPORT.known()) {
            for (Enum<?> leak : Input.LEAK.known()) {
                for (int score = 0; score < SCORES.length - 1; score++) {
                    for (Enum<?> automatable : Input.AUTOMATABLE.known()) {
                        for (Enum<?> vector : Input.ATTACK_VECTOR.known()) {
                            batch.add(new Facts("x", Asset.IT, safety, operation, exposure, exploitation, (Support) support,
                                    (Leak) leak, SCORES[score], (Automatable) automatable, (AttackVector) vector,
                                    Patch.NO_PATCH, Cost.UNKNOWN, null));
                        }
                    }
                }
            }
        }
    }

    private List<Facts> sample(int count) {
        List<Facts> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(new Facts("case " + i, any(Asset.values()), any(Safety.values()), any(Operation.values()),
                    any(Exposure.values()), any(Exploitation.values()), any(Support.values()), any(Leak.values()),
                    any(SCORES), any(Automatable.values()), any(AttackVector.values()), any(Patch.values()),
                    any(Cost.values()), random.nextBoolean() ? LocalDate.of(2025, 9, 11) : null));
        }
        return cases;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Enum<?> unknown(Input risk) {
        return risk.all().get(risk.all().size() - 1);
    }

    private static Facts with(Facts f, Input risk, Enum<?> value) {
        return new Facts(f.id(), f.asset(), risk == Input.SAFETY ? (Safety) value : f.safety(),
                risk == Input.OPERATION ? (Operation) value : f.operation(),
                risk == Input.EXPOSURE ? (Exposure) value : f.exposure(),
                risk == Input.EXPLOITATION ? (Exploitation) value : f.exploitation(),
                risk == Input.SUPPORT ? (Support) value : f.support(), risk == Input.LEAK ? (Leak) value : f.leak(),
                risk == Input.CVSS ? SCORES[value.ordinal()] : f.cvssScore(),
                risk == Input.AUTOMATABLE ? (Automatable) value : f.automatable(),
                risk == Input.ATTACK_VECTOR ? (AttackVector) value : f.attackVector(), f.patch(), f.cost(), f.discovered());
    }
}
