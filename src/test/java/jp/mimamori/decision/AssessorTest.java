package jp.mimamori.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.drools.ShippedPolicy;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Source;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.ExploitationEvidence;
import jp.mimamori.vulnerability.KevList;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessorTest {

    private static final LocalDate FOUND = LocalDate.of(2025, 9, 11);
    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H";

    // one row, changed by each test before it is assessed
    private @Nullable String id = "VT-1";
    private List<String> vulnerabilities = List.of("CVE-2025-0001");
    private Cvss cvss = new Cvss("3.1", VECTOR, 7.5);
    private Safety word = Safety.CRITICAL;
    private Sourced<Safety> safety = Sourced.of(Safety.SERIOUS, Origin.CATEGORY_DEFAULT);
    private Sourced<Exploitation> exploitation = Sourced.unknown(Exploitation.UNKNOWN);
    private FindingStatus status = FindingStatus.OPEN;
    private DeviceStatus deviceStatus = DeviceStatus.IN_USE;
    private @Nullable LocalDate discovered = FOUND;
    private @Nullable LocalDate catchUp;
    private LocalDate imported = FOUND;
    private List<KevList> kev = List.of();
    private Patch patch = Patch.NO_PATCH;
    private Map<String, UrgencyOverride> overrides = Map.of();

    @Test
    void the_decks_ct_comes_out_as_the_deck_decided() {
        FindingDecision decided = one();
        assertThat(decided.decision().treatment()).isEqualTo(Treatment.MITIGATE);
        assertThat(decided.decision().dueDate()).isEqualTo("2025-11-10");
        assertThat(decided.decision().id()).isEqualTo("VT-1#CVE-2025-0001");
        assertThat(decided.inputs().keySet()).containsExactly("safety", "operation", "exposure", "exploitation", "support", "leak",
                "cvssScore", "automatable", "attackVector", "patch", "cost", "discovered", "asset");
        assertThat(decided.inputs().get("safety").origin()).isEqualTo(Origin.LEDGER);
        assertThat(decided.inputs().get("exposure").origin()).isEqualTo(Origin.INVENTORY);
        assertThat(decided.inputs().get("automatable").value()).hasToString("YES");
    }

    @Test
    void each_vulnerability_of_a_row_is_decided_on_its_own() {
        vulnerabilities = List.of("CVE-2025-0001", "CVE-2025-0002");
        kev = List.of(new KevList("kev.json", FOUND, java.util.Set.of("CVE-2025-0002")));
        List<FindingDecision> decided = assess(1).decisions();
        assertThat(decided).extracting(FindingDecision::vulnerability).isEqualTo(vulnerabilities);
        assertThat(decided.get(1).decision().urgency()).isGreaterThan(decided.get(0).decision().urgency());
        assertThat(decided.get(1).inputs().get("exploitation").origin()).isEqualTo(Origin.FEED);
    }

    @Test
    void a_row_without_a_vulnerability_or_a_number_is_decided_too() {
        vulnerabilities = List.of();
        id = null;
        assertThat(one().decision().id()).isNotBlank();
        assertThat(one().vulnerability()).isNull();
    }

    @Test
    void a_number_used_twice_gets_a_suffix() {
        assertThat(assess(3).decisions()).extracting(one -> one.decision().id())
                .containsExactly("VT-1#CVE-2025-0001", "VT-1#CVE-2025-0001~2", "VT-1#CVE-2025-0001~3");
    }

    @Test
    void done_rows_rows_out_of_scope_and_disposed_devices_are_set_apart_with_the_reason() {
        status = FindingStatus.DONE;
        assertThat(assess(1).notDecided()).extracting(NotDecided::why).containsExactly(NotDecided.Why.DONE);
        status = FindingStatus.OUT_OF_SCOPE;
        assertThat(assess(1).notDecided()).extracting(NotDecided::why).containsExactly(NotDecided.Why.OUT_OF_SCOPE);
        status = FindingStatus.UNKNOWN;
        assertThat(assess(1).decisions()).hasSize(1);
        deviceStatus = DeviceStatus.DISPOSED;
        assertThat(assess(1).notDecided()).extracting(NotDecided::why).containsExactly(NotDecided.Why.DEVICE_DISPOSED);
    }

    @Test
    void a_word_two_steps_below_the_category_counts_one_step_below_it_with_a_warning() {
        safety = Sourced.of(Safety.CATASTROPHIC, Origin.CATEGORY_DEFAULT);
        word = Safety.SERIOUS;
        Assessment assessment = assess(1);
        assertThat(assessment.decisions().get(0).facts().safety()).isEqualTo(Safety.CRITICAL);
        assertThat(assessment.decisions().get(0).inputs().get("safety").origin()).isEqualTo(Origin.ESTIMATE);
        assertThat(assessment.issues()).extracting(Issue::code).containsExactly("DECISION-002");
    }

    @Test
    void a_word_one_step_below_the_category_or_above_it_stands() {
        safety = Sourced.of(Safety.CATASTROPHIC, Origin.CATEGORY_DEFAULT);
        word = Safety.CRITICAL;
        assertThat(one().facts().safety()).isEqualTo(Safety.CRITICAL);
        safety = Sourced.of(Safety.MINOR, Origin.CATEGORY_DEFAULT);
        assertThat(one().facts().safety()).isEqualTo(Safety.CRITICAL);
        assertThat(assess(1).issues()).isEmpty();
    }

    @Test
    void the_devices_own_column_is_read_as_it_stands() {
        safety = Sourced.of(Safety.MINOR, Origin.INVENTORY);
        word = Safety.UNKNOWN;
        assertThat(one().facts().safety()).isEqualTo(Safety.MINOR);
        safety = Sourced.of(Safety.CATASTROPHIC, Origin.INVENTORY);
        word = Safety.MINOR;
        assertThat(one().facts().safety()).isEqualTo(Safety.CATASTROPHIC);
    }

    @Test
    void of_ledger_and_feed_the_worse_exploitation_counts() {
        exploitation = Sourced.of(Exploitation.POC, Origin.LEDGER);
        assertThat(one().facts().exploitation()).isEqualTo(Exploitation.POC);
        kev = List.of(new KevList("kev.json", FOUND, java.util.Set.of("CVE-2025-0001")));
        assertThat(one().facts().exploitation()).isEqualTo(Exploitation.ACTIVE);
    }

    @Test
    void a_feed_says_nothing_of_a_number_it_does_not_know_of() {
        vulnerabilities = List.of("JVNVU#90000000", "CVE-2025-XXXXX");
        assertThat(assess(1).decisions()).allSatisfy(one ->
                assertThat(one.facts().exploitation()).isEqualTo(Exploitation.UNKNOWN));
    }

    @Test
    void without_a_date_of_discovery_there_is_no_deadline_and_one_issue_a_row() {
        discovered = null;
        vulnerabilities = List.of("CVE-2025-0001", "CVE-2025-0002");
        Assessment assessment = assess(1);
        assertThat(assessment.decisions()).allSatisfy(one -> assertThat(one.decision().dueDate()).isNull());
        assertThat(assessment.issues()).extracting(Issue::code).containsExactly("DECISION-001");
    }

    @Test
    void what_was_overdue_when_it_was_imported_gets_a_second_date_and_the_day_itself_is_not_overdue() {
        imported = LocalDate.of(2025, 11, 10);
        assertThat(one().overdue()).isFalse();
        assertThat(one().catchUpDate()).isNull();
        imported = LocalDate.of(2025, 11, 11);
        assertThat(one().overdue()).isTrue();
        assertThat(one().catchUpDate()).isEqualTo("2026-01-10");
        catchUp = LocalDate.of(2025, 12, 1);
        assertThat(one().bindingDate()).isEqualTo("2025-12-01");
    }

    @Test
    void a_second_date_later_than_the_policy_allows_is_not_taken() {
        imported = LocalDate.of(2025, 11, 11);
        catchUp = LocalDate.of(2026, 1, 10);
        assertThat(one().catchUpDate()).isEqualTo("2026-01-10");
        catchUp = LocalDate.of(2026, 1, 11);
        vulnerabilities = List.of("CVE-2025-0001", "CVE-2025-0002");
        Assessment assessment = assess(1);
        assertThat(assessment.decisions()).extracting(FindingDecision::catchUpDate).containsOnly(LocalDate.of(2026, 1, 10));
        assertThat(assessment.issues()).filteredOn(i -> i.code().equals("DECISION-004")).singleElement()
                .satisfies(i -> assertThat(i.severity()).isEqualTo(jp.mimamori.trace.Severity.WARNING));
    }

    @Test
    void changes_tell_the_nearest_value_that_lowers_or_raises_and_are_true() {
        FindingDecision decided = one();
        assertThat(decided.changes()).contains(
                new Change("exploitation", "UNKNOWN", "ACTIVE", Change.Direction.RAISE, Treatment.MITIGATE, Urgency.OUT_OF_CYCLE),
                new Change("support", "EOS_WITHIN_12M", "EOS", Change.Direction.RAISE, Treatment.MITIGATE, Urgency.OUT_OF_CYCLE));
        for (Change change : decided.changes()) {
            boolean raised = change.urgency().compareTo(decided.decision().urgency()) > 0;
            assertThat(raised).as(change.toString()).isEqualTo(change.direction() == Change.Direction.RAISE);
        }
    }

    @Test
    void changes_tell_what_the_makers_approval_and_verified_controls_lead_to() {
        Decision decision = one().decision();
        assertThat(decision.treatment()).isEqualTo(Treatment.MITIGATE);
        assertThat(one().changes()).contains(
                new Change("patch", "NO_PATCH", "PATCH_APPROVED", Change.Direction.FIX_POSSIBLE, Treatment.FIX, decision.urgency()),
                new Change("controls", "C1|C2|C8;C7;C10;C13;C14", "VERIFIED", Change.Direction.RESIDUAL_ACCEPTANCE, Treatment.ACCEPT,
                        decision.urgency()));
        assertThat(one().changes()).filteredOn(change -> change.direction() == Change.Direction.FIX_POSSIBLE).hasSize(1);
    }

    @Test
    void what_is_fixed_already_needs_neither() {
        patch = Patch.PATCH_APPROVED;
        assertThat(one().decision().treatment()).isEqualTo(Treatment.FIX);
        assertThat(one().changes()).extracting(Change::direction).isNotEmpty()
                .doesNotContain(Change.Direction.FIX_POSSIBLE, Change.Direction.RESIDUAL_ACCEPTANCE);
    }

    @Test
    void an_override_counts_for_the_case_it_names_and_for_no_other() {
        vulnerabilities = List.of("CVE-2025-0001", "CVE-2025-0002");
        overrides = Map.of("VT-1#CVE-2025-0002", new UrgencyOverride(Urgency.IMMEDIATE, null, "佐藤", null, null, null));
        List<FindingDecision> decided = assess(1).decisions();
        assertThat(decided).extracting(d -> d.decision().urgency()).containsExactly(Urgency.SCHEDULED, Urgency.IMMEDIATE);
        assertThat(decided.get(1).decision().dueDate()).isEqualTo(FOUND.plusDays(3));
        assertThat(decided.get(1).changes()).isEqualTo(decided.get(0).changes());
        assertThat(decided.get(0).decision().override()).isNull();
        assertThat(assess(1).issues()).extracting(Issue::code).doesNotContain("DECISION-005");
    }

    @Test
    void an_override_holds_on_the_as_of_day_or_not_at_all() {
        overrides = Map.of("VT-1#CVE-2025-0001", new UrgencyOverride(Urgency.IMMEDIATE, null, "佐藤", null, null, FOUND));
        assertThat(one().decision().urgency()).isEqualTo(Urgency.IMMEDIATE);
        overrides = Map.of("VT-1#CVE-2025-0001", new UrgencyOverride(Urgency.IMMEDIATE, null, "佐藤", null, null, FOUND.minusDays(1)));
        assertThat(one().decision().urgency()).isEqualTo(Urgency.SCHEDULED);
    }

    @Test
    void an_override_that_belongs_to_no_open_case_is_told() {
        overrides = Map.of("VT-9#CVE-2025-0001", new UrgencyOverride(Urgency.IMMEDIATE, null, "佐藤", null, null, null));
        assertThat(assess(1).issues()).filteredOn(issue -> issue.code().equals("DECISION-005")).singleElement()
                .satisfies(issue -> assertThat(issue.value()).isEqualTo("VT-9#CVE-2025-0001"));
    }

    @Test
    void a_score_changes_to_the_edge_of_the_next_band() {
        word = Safety.UNKNOWN;
        safety = Sourced.of(Safety.NEGLIGIBLE, Origin.INVENTORY);
        cvss = new Cvss("3.1", VECTOR.replace("UI:N", "UI:R"), 6.5);
        exploitation = Sourced.of(Exploitation.NONE, Origin.LEDGER);
        assertThat(one().decision().urgency()).isEqualTo(Urgency.SCHEDULED);
        cvss = new Cvss("3.1", null, 9.8);
        assertThat(one().changes()).filteredOn(change -> change.input().equals("cvssScore"))
                .allSatisfy(change -> assertThat(change.from()).isEqualTo("9.8"));
    }

    private FindingDecision one() {
        return assess(1).decisions().get(0);
    }

    private Assessment assess(int rows) {
        List<Tracked> tracked = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Source source = new Source("ledger.xlsx", "台帳", 5 + row);
            Device device = new Device("MC-1", null, "CT", null, null, null, null, null, null, null, null,
                    Sourced.of(Asset.MEDICAL, Origin.CATEGORY_DEFAULT), "ct", null, null, List.of(), null, null, null, null,
                    Sourced.of(Exposure.INTERNAL_FLAT, Origin.INVENTORY), null, null,
                    Sourced.of(Support.EOS_WITHIN_12M, Origin.INVENTORY), safety,
                    Sourced.of(Operation.HIGH, Origin.CATEGORY_DEFAULT), Sourced.of(Leak.PHI_LIMITED, Origin.CATEGORY_DEFAULT),
                    null, 1, deviceStatus, null, null, source);
            Finding finding = new Finding(id, discovered, "MC-1", "CT", null, vulnerabilities, cvss, List.of(cvss), "言葉", word,
                    null, null, null, status, null, null, null, Sourced.of(patch, Origin.LEDGER), exploitation,
                    Cost.UNKNOWN, null, null, null, catchUp, source);
            tracked.add(new Tracked(finding, device, false));
        }
        return new Assessor(ShippedPolicy.engine(), new ExploitationEvidence(kev, List.of()))
                .assess(tracked, FOUND, imported, overrides, count -> { });
    }
}
