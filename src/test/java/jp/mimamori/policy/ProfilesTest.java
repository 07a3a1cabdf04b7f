package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.drools.ShippedPolicy;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles on top of a policy, and the shipped one of CISA BOD 26-04. */
class ProfilesTest {

    private static final List<String> BOD = List.of("bod-26-04");
    private static final DroolsEngine WITH = engine(Shelf.shipped(), BOD);

    @TempDir
    private Path home;

    @Test
    void over_every_state_the_profile_only_raises_and_leaves_medical_devices_alone() {
        long raised = 0;
        for (Asset asset : Asset.values()) {
            for (int from = 0; from < RiskSpace.STATES; from += 30_000) {
                List<Facts> states = new ArrayList<>();
                for (int state = from; state < Math.min(RiskSpace.STATES, from + 30_000); state++) {
                    // an approved, costly patch: where an acceptance, a fix and a mitigation are all possible over the states
                    states.add(state(state, asset, state % 2 == 0 ? Patch.PATCH_APPROVED : Patch.NO_PATCH));
                }
                List<DecisionEngine.Verdict> as = ShippedPolicy.engine().verdicts(states);
                List<DecisionEngine.Verdict> with = WITH.verdicts(states);
                for (int i = 0; i < states.size(); i++) {
                    boolean milder = with.get(i).urgency().compareTo(as.get(i).urgency()) < 0
                            || with.get(i).treatment() == Treatment.ACCEPT && as.get(i).treatment() != Treatment.ACCEPT;
                    boolean changed = !with.get(i).equals(as.get(i));
                    if (milder || changed && asset == Asset.MEDICAL) { // no assertion object for each of three million states
                        fail(states.get(i) + ": " + as.get(i) + " becomes " + with.get(i));
                    }
                    raised += changed ? 1 : 0;
                }
            }
        }
        assertThat(raised).isPositive();
    }

    private static Facts state(int state, Asset asset, Patch patch) {
        double[] scores = {0.0, 2.5, 5.3, 7.5, 9.8};
        int band = RiskSpace.value(state, 6);
        return new Facts("", asset, Safety.values()[RiskSpace.value(state, 0)], Operation.values()[RiskSpace.value(state, 1)],
                Exposure.values()[RiskSpace.value(state, 2)], Exploitation.values()[RiskSpace.value(state, 3)],
                Support.values()[RiskSpace.value(state, 4)], Leak.values()[RiskSpace.value(state, 5)],
                band < scores.length ? (Double) scores[band] : null, Automatable.values()[RiskSpace.value(state, 7)],
                AttackVector.values()[RiskSpace.value(state, 8)], patch, Cost.HIGH, null);
    }

    /** CISA's table, the technical impact left as it is there: the policy does not know it and takes it as total. */
    @ParameterizedTest
    @CsvSource({
        "0, no, no, no, partial, DEFER", "1, yes, no, no, partial, OUT_OF_CYCLE", "2, no, yes, no, partial, OUT_OF_CYCLE",
        "3, no, no, yes, partial, SCHEDULED", "4, no, no, no, total, DEFER", "5, yes, yes, no, partial, IMMEDIATE",
        "6, yes, no, yes, partial, IMMEDIATE", "7, no, yes, yes, partial, IMMEDIATE", "8, yes, no, no, total, OUT_OF_CYCLE",
        "9, no, yes, no, total, OUT_OF_CYCLE", "10, no, no, yes, total, SCHEDULED", "11, yes, yes, yes, partial, IMMEDIATE",
        "12, yes, yes, no, total, IMMEDIATE", "13, yes, no, yes, total, IMMEDIATE", "14, no, yes, yes, total, IMMEDIATE",
        "15, yes, yes, yes, total, IMMEDIATE"})
    void each_row_of_the_table_is_a_claim_for_an_it_asset_and_none_for_a_medical_device(int row, String kev, String open,
            String automatable, String impact, Urgency claim) {
        List<Exploitation> exploited = kev.equals("yes") ? List.of(Exploitation.ACTIVE)
                : List.of(Exploitation.NONE, Exploitation.EPSS_ELEVATED, Exploitation.POC);
        List<Exposure> exposed = open.equals("yes") ? List.of(Exposure.INTERNET)
                : List.of(Exposure.ISOLATED, Exposure.SEGMENTED, Exposure.INTERNAL_FLAT, Exposure.REMOTE_MAINTENANCE);
        for (Asset asset : Asset.values()) {
            for (Exploitation exploitation : exploited) {
                for (Exposure exposure : exposed) {
                    Facts facts = facts(asset, exploitation, exposure,
                            automatable.equals("yes") ? Automatable.YES : Automatable.NO);
                    Decision as = ShippedPolicy.engine().decide(List.of(facts)).get(0);
                    Decision with = WITH.decide(List.of(facts)).get(0);
                    if (asset == Asset.MEDICAL) {
                        assertThat(told(with)).as(facts.toString()).isEqualTo(told(as));
                        continue;
                    }
                    assertThat(with.urgency()).as(facts.toString()).isEqualTo(as.urgency().max(claim));
                    assertThat(with.claims().stream().filter(one -> one.rule().startsWith("BOD-")).map(Claim::urgency).toList())
                            .as(facts.toString()).isEqualTo(claim == Urgency.DEFER ? List.of() : List.of(claim));
                }
            }
        }
    }

    @Test
    void the_days_of_an_it_asset_are_those_of_the_table() {
        assertThat(fix(Exploitation.ACTIVE, Exposure.INTERNET, Automatable.YES).dueDays()).isEqualTo(3);
        assertThat(fix(Exploitation.ACTIVE, Exposure.SEGMENTED, Automatable.NO).dueDays()).isEqualTo(14);
        assertThat(fix(Exploitation.NONE, Exposure.SEGMENTED, Automatable.YES).dueDays()).isEqualTo(60);
        assertThat(fix(Exploitation.NONE, Exposure.ISOLATED, Automatable.NO).dueDays()).isEqualTo(365);
    }

    @Test
    void what_is_exploited_and_open_to_the_internet_is_checked_for_compromise_and_told_with_its_row() {
        Decision told = fix(Exploitation.ACTIVE, Exposure.INTERNET, Automatable.NO);
        assertThat(told.actions()).contains("A2");
        assertThat(told.reasons()).anySatisfy(reason -> {
            assertThat(reason.rule()).isEqualTo("BOD-005");
            assertThat(reason.text().ja()).contains("BOD 26-04", "3日以内", "追加の主張", "total");
            assertThat(reason.text().en()).contains("within 3 days", "Further claims");
        });
    }

    @Test
    void what_is_unknown_claims_its_cautious_value_and_never_alone_makes_it_immediate() {
        Decision told = fix(Exploitation.ACTIVE, Exposure.SEGMENTED, Automatable.UNKNOWN);
        assertThat(told.lowest()).isEqualTo(Urgency.OUT_OF_CYCLE);
        assertThat(told.highest()).isEqualTo(Urgency.IMMEDIATE);
        assertThat(told.urgency()).isEqualTo(Urgency.OUT_OF_CYCLE);
        assertThat(told.reasons()).anySatisfy(reason -> assertThat(reason.rule()).isEqualTo("UNKNOWN"));
    }

    @Test
    void a_profile_only_raises_and_leaves_medical_devices_as_they_are() {
        List<Facts> cases = sample(30_000);
        List<Decision> as = ShippedPolicy.engine().decide(cases);
        List<Decision> with = WITH.decide(cases);
        int raised = 0;
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).asset() == Asset.MEDICAL) {
                assertThat(told(with.get(i))).isEqualTo(told(as.get(i)));
            } else if (with.get(i).urgency() != as.get(i).urgency()) {
                raised++;
                assertThat(with.get(i).urgency()).as(cases.get(i).toString()).isGreaterThan(as.get(i).urgency());
            }
        }
        assertThat(raised).isGreaterThan(100);
    }

    @Test
    void no_profile_is_on_unless_asked_for_and_one_that_is_makes_another_version_that_says_so() throws Exception {
        RuleSet as = PolicyLoader.load(Shelf.shipped());
        RuleSet with = WITH.rules();
        assertThat(as.tables()).noneMatch(table -> table.question() == Question.URGENCY_EXTRA);
        assertThat(PolicyLoader.load(Shelf.shipped(), List.of()).version()).isEqualTo(as.version());
        assertThat(with.version()).isNotEqualTo(as.version()).startsWith("sha256:");
        assertThat(with.name()).isEqualTo(as.name() + "＋bod-26-04");
        assertThat(PolicyLoader.load(Shelf.shipped(), List.of("bod-26-04", "bod-26-04")).version()).isEqualTo(with.version());
        assertThat(Profiles.names(Shelf.shipped())).containsExactly("bod-26-04");
    }

    @Test
    void its_workbook_says_what_our_rows_say() throws Exception {
        Path made = Files.createDirectories(home.resolve("spreadsheets/policy/profiles/bod-26-04")).resolve("bod-26-04.xlsx");
        DraftPolicy.in(home);
        ProfileTables.bod().write(made);
        assertThat(PolicyLoader.load(Shelf.at(home), BOD).version()).isEqualTo(WITH.rules().version());
    }

    @Test
    void a_name_that_is_no_profile_is_refused_with_those_there_are() throws Exception {
        Issue unknown = refused(Shelf.shipped(), List.of("bod")).get(0);
        assertThat(unknown.code()).isEqualTo("POLICY-016");
        assertThat(unknown.message().in(Language.EN)).contains("bod", "bod-26-04");
        assertThat(refused(Shelf.shipped(), List.of("../..")).get(0).code()).isEqualTo("POLICY-016");
        DraftPolicy.in(home);
        assertThat(refused(Shelf.at(home), BOD).get(0).message().in(Language.JA)).contains("なし");
    }

    @Test
    void a_profile_may_bring_no_table_that_limits_or_allows_and_no_sheet_that_would_be_left_out() throws Exception {
        DraftPolicy.in(home);
        Path folder = Files.createDirectories(home.resolve("spreadsheets/policy/profiles/own"));
        new PolicyWorkbookWriter().table(Question.REACH, "OWN-001 ; * ; 非接続・隔離 ; 理由 ; reason").write(folder.resolve("own.xlsx"));
        Issue limit = refused(Shelf.at(home), List.of("own")).get(0);
        assertThat(limit.code()).isEqualTo("POLICY-017");
        assertThat(limit.message().in(Language.JA)).contains("到達範囲", "追加の主張");
    }

    @Test
    void a_rule_file_of_a_profile_adds_claims_and_may_be_called_as_one_of_the_policy_but_not_limit() throws Exception {
        DraftPolicy.in(home);
        Path folder = Files.createDirectories(home.resolve("rules/profiles/own"));
        Files.writeString(folder.resolve("ssvc.drl"), """
                package mimamori.rules;
                import jp.mimamori.decision.Urgency;
                import jp.mimamori.decision.drools.Further;
                import jp.mimamori.inventory.Asset;
                rule "OWN-001"
                when
                    $q : Further( asset == Asset.IT )
                then
                    $q.claims().add( "OWN-001", Urgency.SCHEDULED, "理由", "reason" );
                end
                """);
        DroolsEngine own = engine(Shelf.at(home), List.of("own"));
        Facts it = facts(Asset.IT, Exploitation.NONE, Exposure.ISOLATED, Automatable.NO);
        Facts medical = facts(Asset.MEDICAL, Exploitation.NONE, Exposure.ISOLATED, Automatable.NO);
        assertThat(own.decide(List.of(it, medical))).extracting(Decision::urgency).containsExactly(Urgency.SCHEDULED, Urgency.DEFER);
        Files.writeString(folder.resolve("limit.drl"), "package mimamori.rules;\nimport jp.mimamori.decision.drools.Reach;\n");
        assertThat(refused(Shelf.at(home), List.of("own"))).extracting(Issue::code).containsExactly("POLICY-017");
    }

    @Test
    void a_hospital_may_have_the_table_in_its_own_workbook_and_a_misspelt_one_is_not_left_out_in_silence() throws Exception {
        DraftPolicy draft = DraftPolicy.in(home);
        Path own = home.resolve("spreadsheets/policy/own.xlsx");
        new PolicyWorkbookWriter().table(Question.URGENCY_EXTRA, "OWN-001 ; IT機器 ; * ; ≥ リモート保守あり ; * ; ≥ 中 ; 計画 ; 理由 ; reason")
                .write(own);
        Facts facts = new Facts("x", Asset.IT, Safety.NEGLIGIBLE, Operation.LOW, Exposure.REMOTE_MAINTENANCE, Exploitation.NONE,
                Support.SUPPORTED, Leak.NONE, 5.0, Automatable.NO, AttackVector.N, Patch.NO_PATCH, Cost.LOW, null);
        assertThat(ShippedPolicy.engine().decide(List.of(facts)).get(0).urgency()).isEqualTo(Urgency.DEFER);
        assertThat(engine(Shelf.at(home), List.of()).decide(List.of(facts)).get(0).urgency()).isEqualTo(Urgency.SCHEDULED);
        Files.move(own, draft.home().resolve("spreadsheets/policy/z.xlsx"));
        draft.edit("z.xlsx", book -> book.setSheetName(book.getSheetIndex("追加の主張"), "追加主張"));
        List<Issue> refused = refused(Shelf.at(home), List.of());
        assertThat(refused).extracting(Issue::code).containsExactly("POLICY-017");
        assertThat(refused.get(0).message().in(Language.JA)).contains("追加主張");
    }

    @Test
    void a_home_of_before_the_further_claims_still_loads_until_it_wants_them() throws Exception {
        DraftPolicy.in(home);
        Files.delete(home.resolve("rules/urgencyExtra.drl"));
        assertThat(PolicyLoader.load(Shelf.at(home)).tables()).isNotEmpty();
        Path folder = Files.createDirectories(home.resolve("spreadsheets/policy/profiles/bod-26-04"));
        ProfileTables.bod().write(folder.resolve("bod.xlsx"));
        assertThat(refused(Shelf.at(home), BOD)).extracting(Issue::code).containsExactly("POLICY-001");
    }

    private static List<Issue> refused(Shelf shelf, List<String> profiles) {
        return requireNonNull(catchThrowableOfType(PolicyException.class, () -> PolicyLoader.load(shelf, profiles))).issues();
    }

    private static String told(Decision decision) {
        return decision.toString().replaceAll("sha256:[0-9a-f]+", "");
    }

    private static Decision fix(Exploitation exploitation, Exposure exposure, Automatable automatable) {
        return WITH.decide(List.of(facts(Asset.IT, exploitation, exposure, automatable))).get(0);
    }

    /** As harmless as can be in everything that CISA's table does not ask. */
    private static Facts facts(Asset asset, Exploitation exploitation, Exposure exposure, Automatable automatable) {
        return new Facts("x", asset, Safety.NEGLIGIBLE, Operation.LOW, exposure, exploitation, Support.SUPPORTED, Leak.NONE, 5.0,
                automatable, AttackVector.P, Patch.PATCH_APPROVED, Cost.LOW, null);
    }

    private static List<Facts> sample(int size) {
        Random random = new Random(2604);
        List<Facts> cases = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            cases.add(new Facts("x", any(random, Asset.values()), any(random, Safety.values()), any(random, Operation.values()),
                    any(random, Exposure.values()), any(random, Exploitation.values()), any(random, Support.values()),
                    any(random, Leak.values()), any(random, new Double[] {0.0, 3.0, 5.0, 8.0, 9.8}), any(random, Automatable.values()),
                    any(random, AttackVector.values()), any(random, Patch.values()), any(random, Cost.values()), null));
        }
        return cases;
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static DroolsEngine engine(Shelf shelf, List<String> profiles) {
        try {
            return DroolsEngine.of(PolicyLoader.load(shelf, profiles));
        } catch (PolicyException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
