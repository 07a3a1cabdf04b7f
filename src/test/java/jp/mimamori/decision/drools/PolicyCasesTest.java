package jp.mimamori.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.inventory.Asset;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class PolicyCasesTest {

    @Test
    void every_worked_case_of_the_policy_comes_out_as_written() throws IOException {
        Path file = Path.of("../shared/policy-cases.csv");
        assumeTrue(Files.exists(file), "no ../shared/policy-cases.csv here; our own cases prove the same");
        check(file, 32);
    }

    @Test
    void every_case_of_our_own_comes_out_as_written() throws IOException {
        check(Path.of("rules/cases/cases.csv"), 20);
    }

    @Test
    void the_profile_of_bod_26_04_changes_no_case_of_a_medical_device() throws Exception {
        Path file = Path.of("../shared/policy-cases.csv");
        DecisionEngine with = DroolsEngine.of(PolicyLoader.load(Shelf.shipped(), List.of("bod-26-04")));
        int medical = 0;
        for (PolicyCases one : PolicyCases.read(Files.exists(file) ? file : Path.of("rules/cases/cases.csv"))) {
            if (one.facts().asset() == Asset.MEDICAL) {
                assertThat(told(with.decide(List.of(one.facts())).get(0))).as(one.toString()).isEqualTo(one.expected());
                medical++;
            }
        }
        assertThat(medical).isGreaterThan(10);
    }

    private static void check(Path file, int atLeast) throws IOException {
        List<PolicyCases> cases = PolicyCases.read(file);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
        List<Decision> decisions = ShippedPolicy.engine().decide(cases.stream().map(PolicyCases::facts).toList());
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < cases.size(); i++) {
            softly.assertThat(told(decisions.get(i))).as(cases.get(i).toString()).isEqualTo(cases.get(i).expected());
        }
        softly.assertAll();
    }

    private static String told(Decision decision) {
        return String.join(" ", decision.treatment().name(), decision.urgency().name(),
                String.valueOf(decision.provisional()), decision.lowest() + ".." + decision.highest(),
                "due", text(decision.dueDays()), "interim", text(decision.interimDueDays()));
    }

    private static String text(@org.jspecify.annotations.Nullable Integer days) {
        return days == null ? "" : days.toString();
    }
}
