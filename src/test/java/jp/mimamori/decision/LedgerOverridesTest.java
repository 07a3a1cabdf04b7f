package jp.mimamori.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.MainJob;
import jp.mimamori.decision.drools.ShippedPolicy;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.AskedUrgency;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Signatory;
import jp.mimamori.ledger.UrgencyChange;
import jp.mimamori.planning.posing.StaffRoles;
import jp.mimamori.report.xlsx.PlanWorkbook;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What approvers write into the columns of a ledger, from the cell to the decision and back. */
class LedgerOverridesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 10);
    private static final String HEADINGS = "管理番号,発見日,機器名,機器ID,脆弱性情報,深刻度（CVSS）,リスク評価,対応方針,対応状況,悪用状況";
    private static final String ASKED = ",緊急度の変更,変更理由,変更承認者,変更の承認,変更承認日,変更期限";
    /** SCHEDULED by the rules. */
    private static final String ECG = ",2026-09-01,心電計,ME-3,CVE-2020-1472,5.0,軽微,,未対応,悪用なし";

    @TempDir
    private Path folder;

    @Test
    void a_complete_lowering_holds_with_the_committee_named_in_a_column_or_as_the_approver() throws Exception {
        Assessed assessed = assess(HEADINGS + ASKED, "V-1" + ECG + ",保留,代替機あり,佐藤,委員会,2026-09-05,2026-11-30",
                "V-2" + ECG + ",保留,代替機あり,委員会,,2026-09-05,2026-11-30");
        assertThat(assessed.decisions()).hasSize(2).allSatisfy(one -> {
            assertThat(one.decision().urgency()).isEqualTo(Urgency.DEFER);
            assertThat(one.decision().override()).isNotNull().satisfies(override -> {
                assertThat(override.holds()).isTrue();
                assertThat(override.byRules()).isEqualTo(Urgency.SCHEDULED);
            });
            assertThat(one.decision().reasons().get(0).text().in(Language.JA)).contains("「計画」から「保留」に下げました", "代替機あり");
        });
        assertThat(codes(assessed)).isEmpty();
    }

    @Test
    void an_incomplete_lowering_is_told_at_its_cell_and_changes_nothing() throws Exception {
        Assessed assessed = assess(HEADINGS + ASKED, "V-1" + ECG + ",保留,代替機あり,佐藤,,2026-09-05,2026-11-30",
                "V-2" + ECG + ",保留,,佐藤,委員会,2026-09-05,2026-11-30", "V-3" + ECG + ",保留,代替機あり,佐藤,委員会,2026-09-05,",
                "V-4" + ECG + ",保留,代替機あり,佐藤,委員会,2026-09-05,2027-11-30",
                "V-5" + ECG + ",保留,代替機あり,佐藤,委員会（承認予定）,2026-09-05,2026-11-30",
                "V-6" + ECG + ",保留,代替機あり,佐藤,委員会,2026-09-05,そのうち");
        assertThat(assessed.decisions().stream().map(one -> one.decision().urgency())).hasSize(6).containsOnly(Urgency.SCHEDULED);
        assertThat(issues(assessed, "DECISION-010")).extracting(issue -> issue.place().cell()).containsExactly("K2", "K3", "K4", "K5", "K6", "K7");
        assertThat(issues(assessed, "DECISION-010").get(0).message().in(Language.JA)).contains("「委員会」または「委員会・病院長」の承認");
        assertThat(issues(assessed, "DECISION-010").get(0).message().in(Language.EN)).contains("approval of");
    }

    @Test
    void a_raise_applies_whatever_else_is_missing() throws Exception {
        Assessed assessed = assess(HEADINGS + ASKED, "V-1" + ECG + ",緊急,,,,,", "V-2" + ECG + ",早急,院内で流行,佐藤,,,");
        assertThat(assessed.decisions()).extracting(one -> one.decision().urgency()).containsExactly(Urgency.IMMEDIATE, Urgency.OUT_OF_CYCLE);
        assertThat(issues(assessed, "DECISION-011")).singleElement().extracting(issue -> issue.place().cell()).isEqualTo("K2");
        assertThat(codes(assessed)).containsExactly("DECISION-011");
    }

    @Test
    void without_a_known_urgency_nothing_is_applied_and_the_cell_is_told() throws Exception {
        Assessed assessed = assess(HEADINGS + ASKED, "V-1" + ECG + ",高め,代替機あり,佐藤,,,", "V-2" + ECG + ",,代替機あり,佐藤,,,", "V-3" + ECG + ",,,,,,");
        assertThat(assessed.decisions()).allSatisfy(one -> assertThat(one.decision().override()).isNull());
        assertThat(issues(assessed, "INTAKE-340")).singleElement().extracting(issue -> issue.place().cell()).isEqualTo("L3");
        assertThat(assessed.issues()).anySatisfy(issue -> assertThat(issue.place().cell()).isEqualTo("K2"));
    }

    @Test
    void of_several_vulnerabilities_in_a_row_lowering_raises_none() throws Exception {
        String two = ",2026-09-01,心電計,ME-3,\"CVE-2020-1472、CVE-2020-1473\",5.0,軽微,,未対応,";
        Assessed assessed = assess(HEADINGS + ASKED, "V-1" + two + ",早急,隔離,佐藤,委員会,2026-09-05,2026-11-30");
        Map<String, Urgency> rules = assess(HEADINGS, "V-1" + two).decisions().stream()
                .collect(Collectors.toMap(one -> one.decision().id(), one -> one.decision().urgency()));
        Urgency highest = rules.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        assertThat(assessed.decisions()).hasSize(2).allSatisfy(one ->
                assertThat(one.decision().urgency()).isEqualTo(highest.compareTo(Urgency.OUT_OF_CYCLE) <= 0 ? Urgency.OUT_OF_CYCLE
                        : rules.get(one.decision().id())));
        Finding finding = assessed.decisions().get(0).tracked().finding();
        // the wish is OUT_OF_CYCLE: below a row at IMMEDIATE it lowers, so a milder vulnerability beside it is left alone
        assertThat(LedgerOverrides.asked(finding, Urgency.SCHEDULED, Urgency.IMMEDIATE)).isNull();
        assertThat(LedgerOverrides.asked(finding, Urgency.OUT_OF_CYCLE, Urgency.IMMEDIATE)).isNull();
        assertThat(LedgerOverrides.asked(finding, Urgency.IMMEDIATE, Urgency.IMMEDIATE)).isNotNull();
        assertThat(LedgerOverrides.asked(finding, Urgency.DEFER, Urgency.SCHEDULED)).isNotNull();
    }

    @Test
    void the_same_urgency_is_needless_and_only_an_information() throws Exception {
        Assessed assessed = assess(HEADINGS + ASKED, "V-1" + ECG + ",計画,念のため,佐藤,,,");
        assertThat(codes(assessed)).containsExactly("DECISION-012");
        assertThat(assessed.decisions().get(0).decision().urgency()).isEqualTo(Urgency.SCHEDULED);
    }

    @Test
    void english_headings_and_words_are_read_as_well() throws Exception {
        Assessed assessed = assess(HEADINGS + ",changed urgency,reason for the change,change approved by,approval of the change,"
                + "change approved on,change expires on", "V-1" + ECG + ",Defer,spare unit,Sato,Committee and hospital director,2026-09-05,2026-11-30");
        assertThat(assessed.decisions().get(0).tracked().finding().urgencyChange()).isEqualTo(new UrgencyChange(AskedUrgency.DEFER,
                "spare unit", "Sato", Signatory.COMMITTEE_DIRECTOR, LocalDate.of(2026, 9, 5), LocalDate.of(2026, 11, 30)));
        assertThat(assessed.decisions().get(0).decision().urgency()).isEqualTo(Urgency.DEFER);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void our_own_workbook_gives_the_columns_back(Language language) throws Exception {
        String[] signed = {"医療機器安全管理責任者", "医療情報システム安全管理責任者", "両責任者", "委員会", "委員会・病院長", "追認待ち"};
        String[] urgencies = {"保留", "計画", "早急", "緊急"};
        List<String> rows = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add("V-" + i + ECG + "," + urgencies[i % 4] + ",理由" + i + ",佐藤," + signed[i % 6] + ",2026-09-05,2026-11-30");
        }
        rows.add("V-99" + ECG + ",,,,,,");
        Assessed assessed = assess(HEADINGS + ASKED, rows.toArray(String[]::new));
        Path file = folder.resolve("out.xlsx");
        try (var out = Files.newOutputStream(file)) {
            new PlanWorkbook(StaffRoles.of(Shelf.shipped()), Clock.systemUTC()).write(assessed, language, out);
        }
        List<@Nullable UrgencyChange> before = assessed.reading().findings().stream().map(row -> row.finding().urgencyChange()).toList();
        assertThat(before).filteredOn(java.util.Objects::nonNull).hasSize(12)
                .allSatisfy(change -> assertThat(change.signed()).isNotEqualTo(Signatory.UNKNOWN));
        assertThat(new Intake(Shelf.shipped()).read(List.of(new InputFile(file, null)), AS_OF, progress -> { }).findings().stream()
                .map(row -> row.finding().urgencyChange()).toList()).isEqualTo(before);
    }

    @Test
    void the_ledgers_words_are_the_policys_words() {
        assertThat(Stream.of(AskedUrgency.values()).map(Enum::name).filter(name -> !name.equals("UNKNOWN")))
                .containsExactlyElementsOf(Arrays.stream(Urgency.values()).map(Enum::name).toList());
        assertThat(Stream.of(Signatory.values()).map(Enum::name).filter(name -> !name.equals("UNKNOWN")))
                .containsExactlyElementsOf(Arrays.stream(Approver.values()).map(Enum::name).toList());
    }

    @Test
    void what_is_told_of_discovery_and_of_patient_impact_names_the_cell() throws Exception {
        Assessed assessed = assess(HEADINGS, "V-1,,人工呼吸器,ME-9,CVE-2020-1472,5.0,軽微（他の装置で代替可）,,未対応,悪用なし");
        assertThat(issues(assessed, "DECISION-001")).singleElement().extracting(issue -> issue.place().text()).asString().endsWith("B2");
        assertThat(issues(assessed, "DECISION-002")).singleElement().extracting(issue -> issue.place().text()).asString().endsWith("G2");
    }

    private Assessed assess(String headings, String... rows) throws Exception {
        Path file = Files.writeString(folder.resolve("台帳.csv"), headings + "\n" + String.join("\n", rows) + "\n");
        return new MainJob((what, share) -> { }).assess(new Intake(Shelf.shipped()).read(List.of(new InputFile(file, null)), AS_OF, progress -> { }),
                ShippedPolicy.engine(), AS_OF);
    }

    private static List<String> codes(Assessed assessed) {
        return assessed.issues().stream().map(Issue::code).filter(code -> code.startsWith("DECISION") || code.equals("INTAKE-340")).toList();
    }

    private static List<Issue> issues(Assessed assessed, String code) {
        return assessed.issues().stream().filter(issue -> issue.code().equals(code)).toList();
    }
}
