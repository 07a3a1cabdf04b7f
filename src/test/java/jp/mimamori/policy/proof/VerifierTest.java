package jp.mimamori.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.HumanImpact;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.drools.ShippedPolicy;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Outcome;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof holds for the shipped policy, and finds what is broken in each of many that are not. */
class VerifierTest {

    @Test
    void the_shipped_policy_is_proven_over_every_state() throws Exception {
        Proof proof = Verifier.prove(ShippedPolicy.engine());
        assertThat(proof.checked()).extracting(Proof.Checked::property).containsExactly(Property.values());
        assertThat(proof.checked()).allSatisfy(checked -> assertThat(checked.violations()).isEmpty());
        assertThat(proof.holds()).isTrue();
        assertThat(proof.states()).isEqualTo(6 * 5 * 6 * 5 * 5 * 4 * 6 * 3 * 5);
        // one step up in one input, the others at any value: for an input of n answers (n - 1) of its (n + 1) values begin a step
        assertThat(cases(proof, Property.MONOTONE)).isEqualTo(1_620_000L * 4 / 6 + 1_620_000L * 3 / 5 + 1_620_000L * 4 / 6
                + 1_620_000L * 3 / 5 + 1_620_000L * 3 / 5 + 1_620_000L * 2 / 4 + 1_620_000L * 4 / 6 + 1_620_000L / 3
                + 1_620_000L * 3 / 5 + 3 * 4 * 2);
    }

    @Test
    void rows_that_do_nothing_are_told_apart_from_rows_that_do() throws Exception {
        Proof proof = Verifier.prove(shipped().twin("SSVC-029", "SSVC-901", Outcome.URGENCY, Urgency.SCHEDULED).rules());
        assertThat(proof.holds()).isTrue();
        assertThat(idle(proof, Proof.Why.DEAD)).contains("SSVC-003", "APR-006").doesNotContain("SSVC-901", "SSVC-001");
        assertThat(idle(proof, Proof.Why.SHADOWED)).contains("SSVC-901", "IMPF-003").doesNotContain("SSVC-029", "EOS-001", "TRT-006");
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                mutant("a cell below SSVC", shipped().then("SSVC-018", Outcome.URGENCY, Urgency.SCHEDULED),
                        Property.NEVER_BELOW_SSVC, "SSVC-018"),
                mutant("a cell lower than its neighbour", shipped().then("SSVC-029", Outcome.URGENCY, Urgency.DEFER),
                        Property.MONOTONE, "SSVC-029"),
                mutant("human impact falls where the hospital stops", shipped().then("IMP-003", Outcome.IMPACT, HumanImpact.LOW),
                        Property.MONOTONE, "IMP-003"),
                mutant("a missing treatment row", shipped().without("TRT-005"), Property.TOTAL, ""),
                mutant("a missing SSVC row", shipped().without("SSVC-007"), Property.TOTAL, ""),
                mutant("an uplift that leaves out the network", shipped().when("EOS-004", Input.ATTACK_VECTOR, AttackVector.A),
                        Property.MONOTONE, "EOS-004"),
                mutant("an uplift that stops at the general network", shipped().when("EOS-001", Input.REACH, Exposure.INTERNAL_FLAT),
                        Property.MONOTONE, "EOS-001"),
                mutant("a floor that forgets what is exploited", shipped().when("FLOOR-003", Input.EXPLOITATION,
                        Exploitation.EPSS_ELEVATED, Exploitation.POC), Property.MONOTONE, "FLOOR-003"),
                mutant("a cap on attacks over the network", shipped().then("REACH-003", Outcome.REACH, Exposure.SEGMENTED),
                        Property.MONOTONE, "REACH-003"),
                mutant("an unknown cost accepted", shipped().when("TRT-002", Input.COST, Cost.LOW, Cost.MEDIUM)
                        .when("TRT-003", Input.COST, Cost.HIGH, Cost.VERY_HIGH, Cost.UNKNOWN), Property.CAUTIOUS, "TRT-003"),
                mutant("an unknown patch accepted", shipped().when("TRT-006", Input.ACCEPTABILITY, Acceptability.EXCLUDED)
                        .when("TRT-004", Input.PATCH, Patch.PATCH_NOT_APPROVED, Patch.PATCH_PLANNED, Patch.NO_PATCH, Patch.UNKNOWN),
                        Property.CAUTIOUS, "TRT-004"),
                mutant("immediate for want of an answer", shipped().cap(Urgency.IMMEDIATE), Property.CAUTIOUS, ""),
                mutant("an unknown accepted where its cautious value is not", shipped().cap(Urgency.DEFER).without("ACC-003")
                        .when("ACC-001", Input.CERTAINTY), Property.CAUTIOUS, "ACC-001"),
                mutant("a second row that contradicts the first", shipped().twin("SSVC-005", "SSVC-900", Outcome.URGENCY,
                        Urgency.IMMEDIATE), Property.MONOTONE, "SSVC-900"),
                mutant("acceptance refused for little and granted for much", shipped().when("ACC-005", Input.LEAK, Leak.PHI_LIMITED),
                        Property.MONOTONE, "ACC-005"),
                mutant("acceptance the wrong way round", shipped().then("TRT-005", Outcome.TREATMENT, Treatment.ACCEPT)
                        .then("TRT-004", Outcome.TREATMENT, Treatment.MITIGATE), Property.MONOTONE, "TRT-005"),
                mutant("an immediate mitigation with a month's time", shipped().then("DUE-001", Outcome.DUE_DAYS, 30),
                        Property.MONOTONE, "DUE-001"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void what_is_broken_is_caught_with_the_right_property_and_row(String name, RuleSet mutant, Property property, String rule)
            throws Exception {
        assertCaught(Verifier.prove(mutant), property, rule);
    }

    @Test
    void a_rule_file_that_caps_what_the_tables_do_not_is_named_with_its_line() throws Exception {
        Proof proof = Verifier.prove(shipped().file("rules/house.drl", """
                package mimamori.rules;
                import jp.mimamori.decision.drools.Reach;
                import jp.mimamori.inventory.Exposure;
                import jp.mimamori.vulnerability.AttackVector;
                rule "BAD-001"
                when
                    $q : Reach( attackVector == AttackVector.N )
                then
                    $q.claims().add( "BAD-001", Exposure.ISOLATED, "理由", "reason" );
                end
                """).rules());
        assertCaught(proof, Property.MONOTONE, "BAD-001");
        assertThat(violations(proof, Property.MONOTONE).get(0).rows()).contains(new RowPlace("BAD-001", "rules/house.drl", null, 5));
    }

    @Test
    void a_claim_of_the_wrong_kind_is_named_and_nothing_else_is_called_proven() throws Exception {
        Proof proof = Verifier.prove(shipped().file("rules/house.drl", """
                package mimamori.rules;
                import jp.mimamori.decision.drools.Threat;
                import jp.mimamori.ledger.Treatment;
                rule "BAD-002"
                when
                    $q : Threat( )
                then
                    $q.claims().add( "BAD-002", Treatment.ACCEPT, "理由", "reason" );
                end
                """).rules());
        assertCaught(proof, Property.DETERMINISTIC, "BAD-002");
        assertThat(proof.checked()).noneMatch(Proof.Checked::proven);
    }

    @Test
    void a_rule_that_asks_which_row_comes_first_is_caught() throws Exception {
        Proof proof = Verifier.prove(shipped().file("rules/house.drl", """
                package mimamori.rules;
                import java.util.List;
                import jp.mimamori.decision.drools.Row;
                import jp.mimamori.decision.drools.Threat;
                import jp.mimamori.decision.table.Question;
                rule "BAD-003"
                when
                    Threat( $claims : claims )
                    $rows : List( ) from collect( Row( question == Question.URGENCY_FLOOR, admits($claims) ) )
                then
                    if (!$rows.isEmpty()) {
                        $claims.add( "BAD-003", ((Row) $rows.get(0)).word(), "理由", "reason" );
                    }
                end
                """).rules());
        assertCaught(proof, Property.DETERMINISTIC, "BAD-003");
    }

    @Test
    void no_order_of_rows_tables_and_files_changes_a_proof() throws Exception {
        RuleSet rules = ShippedPolicy.engine().rules();
        Random random = new Random(20261123);
        List<PolicyTable> tables = new ArrayList<>();
        for (PolicyTable table : rules.tables()) {
            List<jp.mimamori.decision.table.PolicyRow> rows = new ArrayList<>(table.rows());
            Collections.shuffle(rows, random);
            tables.add(new PolicyTable(table.question(), table.file(), table.sheet(), rows));
        }
        Collections.shuffle(tables, random);
        Proof shuffled = Verifier.prove(new RuleSet(rules.version(), rules.name(), tables, rules.rules(), rules.unknowns(), rules.overrides(), rules.controls()));
        assertThat(shuffled.holds()).isTrue();
        assertThat(shuffled.idle()).containsExactlyInAnyOrderElementsOf(Verifier.prove(ShippedPolicy.engine()).idle());
    }

    @Test
    void a_counter_example_is_as_small_as_can_be_and_says_it_in_words() throws Exception {
        Proof proof = Verifier.prove(shipped().when("EOS-004", Input.ATTACK_VECTOR, AttackVector.A).rules());
        CounterExample example = violations(proof, Property.MONOTONE).get(0);
        assertThat(example.summary().in(Language.JA)).contains("攻撃元区分", "隣接", "ネットワーク", "緊急", "早急", "サポート終了の引上げ", "EOS-004");
        assertThat(example.summary().in(Language.EN)).contains("Raising", "lowers").doesNotContain("{", "null");
        // support ended, within reach of the general network, and exploited: without any of these there is nothing to raise
        assertThat(example.facts().get("support")).isEqualTo("EOS");
        assertThat(example.state()).hasSizeLessThanOrEqualTo(4);
        assertThat(example.before().en()).isNotEqualTo(example.after().en());
    }

    private static void assertCaught(Proof proof, Property property, String rule) {
        assertThat(proof.holds()).isFalse();
        List<CounterExample> found = violations(proof, property);
        assertThat(found).as("violations of %s among %s", property, proof.checked()).isNotEmpty();
        assertThat(found).allSatisfy(example -> {
            assertThat(example.property()).isEqualTo(property);
            assertThat(example.summary().ja()).isNotBlank().doesNotContain("null", "{");
            assertThat(example.summary().en()).isNotBlank().doesNotContain("null", "{");
        });
        if (!rule.isEmpty()) {
            assertThat(found.get(0).rows()).as(found.get(0).toString()).extracting(RowPlace::rule).contains(rule);
        }
    }

    private static List<CounterExample> violations(Proof proof, Property property) {
        return proof.checked().get(property.ordinal()).violations();
    }

    private static long cases(Proof proof, Property property) {
        return proof.checked().get(property.ordinal()).cases();
    }

    private static Set<String> idle(Proof proof, Proof.Why why) {
        Set<String> rules = new java.util.TreeSet<>();
        proof.idle().stream().filter(row -> row.why() == why).forEach(row -> rules.add(row.row().rule()));
        return rules;
    }

    private static Mutant shipped() {
        return new Mutant(ShippedPolicy.engine().rules());
    }

    private static Arguments mutant(String name, Mutant mutant, Property property, String rule) {
        return Arguments.of(name, mutant.rules(), property, rule);
    }
}
