package jp.mimamori.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Assessor;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.intake.Reading;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;
import jp.mimamori.vulnerability.ExploitationEvidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DossierTest {

    private static final LocalDate DAY = StarHospital.AS_OF;

    private static List<FindingDecision> decisions = List.of();
    private static Reading reading;
    private static RuleSet rules;

    @BeforeAll
    static void decide() throws Exception {
        reading = StarHospital.read();
        rules = PolicyLoader.load(Shelf.shipped());
        decisions = new Assessor(DroolsEngine.of(rules), new ExploitationEvidence(reading.kev(), reading.epss()))
                .assess(reading.findings(), DAY, DAY, done -> { }).decisions();
    }

    @Test
    void no_word_of_a_reason_is_lost_and_those_out_of_tables_are_taken_apart() {
        Proof proof = new Proof(rules);
        int apart = 0;
        int chips = 0;
        for (Language language : Language.values()) {
            for (FindingDecision decision : decisions) {
                List<ProofLine> lines = proof.lines(decision.decision(), language);
                String text = String.join("\n", decision.decision().reasons().stream().map(reason -> reason.text().in(language)).toList());
                for (ProofLine line : lines) {
                    assertThat(text).contains(line.sentence());
                    for (ProofLine.Chip chip : line.chips()) {
                        assertThat(text).contains(chip.label()).contains(chip.value());
                        assertThat(chip.value()).isNotBlank();
                        chips++;
                    }
                    if (line.outcome() != null) {
                        assertThat(text).contains(line.outcome());
                        assertThat(line.row()).isNotNull();
                        assertThat(line.chips()).as(line.sentence()).hasSizeLessThanOrEqualTo(line.row().when().size());
                        apart++;
                    }
                }
            }
        }
        assertThat(apart).isGreaterThan(decisions.size() * 4);
        assertThat(chips).isGreaterThan(apart);
    }

    private static FindingDecision with(Urgency urgency, boolean grave) {
        return decisions.stream().filter(one -> Wish.byRules(one) == urgency
                && (one.facts().safety().isKnown() && one.facts().safety().compareTo(Safety.CRITICAL) >= 0) == grave).findFirst().orElseThrow();
    }

    private static Map<String, List<Bilingual>> refused(UrgencyOverride asked, FindingDecision... of) {
        return new Wish(rules.overrides(), DAY).refused(asked, List.of(of));
    }

    @Test
    void a_wish_that_lacks_everything_is_told_at_each_field() {
        FindingDecision one = with(Urgency.OUT_OF_CYCLE, false);
        assertThat(refused(new UrgencyOverride(Urgency.SCHEDULED, null, null, null, null, null), one).keySet())
                .containsExactlyInAnyOrder("reason", "by", "signed", "approved", "expires");
        UrgencyOverride whole = new UrgencyOverride(Urgency.SCHEDULED, "閉域", "佐藤", Approver.COMMITTEE, DAY, DAY.plusDays(30));
        assertThat(refused(whole, one)).isEmpty();
    }

    @Test
    void what_goes_too_far_is_told_where_it_can_be_mended() {
        FindingDecision one = with(Urgency.OUT_OF_CYCLE, false);
        assertThat(refused(new UrgencyOverride(Urgency.DEFER, "閉域", "佐藤", Approver.COMMITTEE, DAY, DAY.plusDays(30)), one).keySet())
                .containsExactly("urgency");
        assertThat(refused(new UrgencyOverride(Urgency.SCHEDULED, "閉域", "佐藤", Approver.COMMITTEE, DAY, DAY.plusDays(400)), one).keySet())
                .containsExactly("expires");
        assertThat(refused(new UrgencyOverride(Urgency.SCHEDULED, "閉域", "佐藤", Approver.COMMITTEE, DAY.minusDays(40), DAY.minusDays(1)), one).keySet())
                .containsExactly("expires");
        assertThat(refused(new UrgencyOverride(Urgency.SCHEDULED, "閉域", "佐藤", Approver.COMMITTEE, DAY.plusDays(3), DAY.plusDays(9)), one).keySet())
                .containsExactly("approved");
        assertThat(refused(new UrgencyOverride(Urgency.OUT_OF_CYCLE, "閉域", "佐藤", Approver.COMMITTEE, DAY, DAY.plusDays(9)), one).keySet())
                .containsExactly("urgency");
    }

    @Test
    void raising_is_free_and_milder_vulnerabilities_beside_stay_as_they_are() {
        assertThat(refused(new UrgencyOverride(Urgency.IMMEDIATE, null, null, null, null, null), with(Urgency.SCHEDULED, true))).isEmpty();
        UrgencyOverride lower = new UrgencyOverride(Urgency.SCHEDULED, "閉域", "佐藤", Approver.COMMITTEE, DAY, DAY.plusDays(30));
        assertThat(refused(lower, with(Urgency.OUT_OF_CYCLE, false), with(Urgency.SCHEDULED, true))).isEmpty();
        assertThat(refused(lower, with(Urgency.IMMEDIATE, false), with(Urgency.SCHEDULED, true)).keySet()).containsExactly("urgency");
    }

    @Test
    void evidence_is_told_by_its_content() {
        byte[] pdf = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
        assertThat(Evidence.of("確認.PDF", pdf).orElseThrow().type()).isEqualTo(EvidenceType.PDF);
        assertThat(Evidence.of("確認.png", pdf)).isEmpty();
        assertThat(Evidence.of("確認.html", "<script>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Evidence.of("確認.exe", new byte[] {'M', 'Z'})).isEmpty();
        assertThat(Evidence.of("確認.csv", "記録,日付".getBytes(Charset.forName("windows-31j"))).orElseThrow().type()).isEqualTo(EvidenceType.TEXT);
        assertThat(Evidence.of("確認.txt", new byte[] {1, 0, 2})).isEmpty();
        assertThat(Evidence.of("空.txt", new byte[0])).isEmpty();
    }

    @Test
    void a_control_counts_only_with_a_name_evidence_and_an_end() {
        assertThat(new NewControl(null, null, null, null, null).problems(Set.of("C1"), DAY).keySet())
                .containsExactlyInAnyOrder("code", "verifiedBy", "evidence", "verified", "validUntil");
        assertThat(new NewControl("C1", "佐藤", "見た", DAY, DAY.plusDays(90)).problems(Set.of("C1"), DAY)).isEmpty();
        assertThat(new NewControl("C1", "佐藤", "見た", DAY, DAY.plusDays(91)).problems(Set.of("C1"), DAY).keySet()).containsExactly("validUntil");
        assertThat(new NewControl("C1", "佐藤", "見た", DAY.plusDays(1), DAY.plusDays(9)).problems(Set.of("C1"), DAY).keySet())
                .containsExactly("verified");
    }

    @Test
    void an_edit_changes_its_fields_and_nothing_else_and_asks_for_a_day_of_completion() {
        Finding before = reading.findings().stream().map(tracked -> tracked.finding()).filter(finding -> finding.status() == FindingStatus.OPEN
                && finding.discovered() != null).findFirst().orElseThrow();
        assertThat(FindingEdit.of(before).applied(before)).isEqualTo(before);
        FindingEdit done = new FindingEdit(FindingStatus.DONE, "放技A", null, null, null, null);
        assertThat(done.problems(before, DAY).keySet()).containsExactly("completed");
        assertThat(new FindingEdit(FindingStatus.DONE, null, null, DAY.plusDays(1), null, null).problems(before, DAY).keySet()).containsExactly("completed");
        assertThat(new FindingEdit(FindingStatus.OPEN, null, null, DAY, null, null).problems(before, DAY).keySet()).containsExactly("completed");
        assertThat(new FindingEdit(FindingStatus.DONE, null, null, before.discovered().minusDays(1), null, null).problems(before, DAY).keySet())
                .containsExactly("completed");
        assertThat(new FindingEdit(FindingStatus.DONE, null, null, DAY, null, null).problems(before, DAY)).isEmpty();
    }

    @Test
    void out_of_scope_by_hand_is_never_without_a_reason() {
        Finding before = reading.findings().stream().map(tracked -> tracked.finding()).filter(finding -> finding.status() == FindingStatus.OPEN)
                .findFirst().orElseThrow();
        FindingEdit silent = new FindingEdit(FindingStatus.OUT_OF_SCOPE, null, null, null, null, " ");
        assertThat(silent.problems(before, DAY).keySet()).containsExactly("note");
        assertThat(new FindingEdit(FindingStatus.OUT_OF_SCOPE, null, null, null, null, "他院へ移設").problems(before, DAY)).isEmpty();
        assertThat(silent.problems(silent.applied(before), DAY)).as("what came so from a ledger can be edited otherwise").isEmpty();
    }

    @Test
    void a_wish_below_the_rules_is_known_as_lowering() {
        FindingDecision one = with(Urgency.OUT_OF_CYCLE, false);
        assertThat(Wish.lowers(new UrgencyOverride(Urgency.SCHEDULED, null, null, null, null, null), List.of(one))).isTrue();
        assertThat(Wish.lowers(new UrgencyOverride(Urgency.IMMEDIATE, null, null, null, null, null), List.of(one))).isFalse();
        assertThat(Wish.lowers(new UrgencyOverride(Urgency.OUT_OF_CYCLE, null, null, null, null, null),
                List.of(with(Urgency.SCHEDULED, true), with(Urgency.IMMEDIATE, true)))).as("one of several is enough").isTrue();
    }
}
