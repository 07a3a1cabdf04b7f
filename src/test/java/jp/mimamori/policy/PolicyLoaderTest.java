package jp.mimamori.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.OverrideTerms;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.Outcome;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

class PolicyLoaderTest extends OwnPolicy {

    @Test
    void the_shipped_policy_reads_without_a_problem_and_every_question_has_rows() throws Exception {
        RuleSet rules = PolicyLoader.load(Shelf.shipped());
        assertThat(rules.tables()).extracting(table -> table.question()).containsExactly(
                Stream.of(Question.values()).filter(question -> !question.optional()).toArray(Question[]::new));
        assertThat(rules.tables()).allSatisfy(table -> assertThat(table.rows()).isNotEmpty());
        assertThat(rules.name()).isNotBlank();
    }

    @Test
    void a_copy_in_a_directory_is_the_same_version_as_the_shipped_one() throws Exception {
        assertThat(load().version()).isEqualTo(PolicyLoader.load(Shelf.shipped()).version()).startsWith("sha256:");
    }

    @Test
    void saving_a_workbook_again_or_changing_line_ends_keeps_the_version_and_changing_a_cell_does_not() throws Exception {
        String version = load().version();
        edit("urgency.xlsx", workbook -> workbook.getSheet("SSVC判定").setColumnWidth(0, 9999));
        Path rule = home.resolve("rules/ssvc.drl");
        Files.writeString(rule, Files.readString(rule).replace("\n", "\r\n"));
        assertThat(load().version()).isEqualTo(version);
        set("urgency.xlsx", "SSVC判定", "I5", "委員会で確認");
        assertThat(load().version()).isNotEqualTo(version);
    }

    @Test
    void rows_and_columns_may_stand_in_any_order() throws Exception {
        RuleSet before = load();
        edit("treatment.xlsx", workbook -> {
            XSSFSheet sheet = workbook.getSheet("処置");
            swapColumns(sheet, 1, 3);
            for (int column = 0; column < 8; column++) {
                String first = sheet.getRow(4).getCell(column).getStringCellValue();
                sheet.getRow(4).getCell(column).setCellValue(sheet.getRow(9).getCell(column).getStringCellValue());
                sheet.getRow(9).getCell(column).setCellValue(first);
            }
        });
        assertThat(rows(load(), Question.TREATMENT))
                .extracting(row -> row.rule() + row.when() + row.then())
                .containsExactlyInAnyOrderElementsOf(rows(before, Question.TREATMENT).stream()
                        .map(row -> row.rule() + row.when() + row.then()).toList());
    }

    @Test
    void english_words_and_names_in_the_code_are_understood_too() throws Exception {
        set("treatment.xlsx", "処置", "E5", "Fix");
        set("treatment.xlsx", "処置", "C5", "EXCLUDED");
        set("treatment.xlsx", "処置", "D7", "≧ high");
        assertThat(rows(load(), Question.TREATMENT))
                .extracting(row -> row.when().toString() + row.then())
                .containsExactlyElementsOf(rows(PolicyLoader.load(Shelf.shipped()), Question.TREATMENT)
                        .stream().map(row -> row.when().toString() + row.then()).toList());
    }

    @Test
    void the_limits_on_overrides_come_from_their_sheet_and_belong_to_the_version() throws Exception {
        RuleSet shipped = load();
        assertThat(shipped.overrides()).isEqualTo(new OverrideTerms(1, 90, Safety.CRITICAL, Urgency.SCHEDULED,
                Set.of(Approver.COMMITTEE, Approver.COMMITTEE_DIRECTOR)));
        set("overrides.xlsx", "緊急度の変更", "C6", "60");
        set("overrides.xlsx", "緊急度の変更", "C9", "Committee and hospital director");
        RuleSet changed = load();
        assertThat(changed.overrides()).isEqualTo(new OverrideTerms(1, 60, Safety.CRITICAL, Urgency.SCHEDULED,
                Set.of(Approver.COMMITTEE_DIRECTOR)));
        assertThat(changed.version()).isNotEqualTo(shipped.version());
    }

    @Test
    void a_rule_that_does_not_compile_is_named_with_its_file() throws Exception {
        Files.writeString(home.resolve("rules/extra.drl"), "package mimamori.rules;\nrule \"X-001\" when Nothing( then end\n",
                StandardCharsets.UTF_8);
        RuleSet rules = load();
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> DroolsEngine.of(rules));
        assertThat(refused.issues()).extracting(Issue::code).containsOnly("POLICY-010");
        assertThat(refused.issues().get(0).place().file()).isEqualTo("extra.drl");
        assertThat(refused.issues().get(0).place().row()).isEqualTo(2);
    }

    @Test
    void a_rule_file_of_the_hospital_counts_although_the_shipped_ones_are_compiled_beforehand() throws Exception {
        Facts harmless = new Facts("x", Asset.IT, Safety.NEGLIGIBLE, Operation.LOW, Exposure.ISOLATED, Exploitation.NONE,
                Support.SUPPORTED, Leak.NONE, 0.0, Automatable.NO, AttackVector.P, Patch.NO_PATCH, Cost.LOW, null);
        assertThat(DroolsEngine.of(load()).decide(List.of(harmless)).get(0).urgency()).isEqualTo(Urgency.DEFER);
        Files.writeString(home.resolve("rules/extra.drl"), """
                package mimamori.rules;
                import jp.mimamori.decision.Urgency;
                import jp.mimamori.decision.drools.Threat;
                import jp.mimamori.vulnerability.CvssBand;
                rule "X-001"
                when
                    $q : Threat( cvss == CvssBand.NONE )
                then
                    $q.claims().add( "X-001", Urgency.SCHEDULED, "理由", "reason" );
                end
                """);
        Decision told = DroolsEngine.of(load()).decide(List.of(harmless)).get(0);
        assertThat(told.urgency()).isEqualTo(Urgency.SCHEDULED);
        assertThat(told.claims()).extracting(Claim::rule).contains("X-001");
    }

    @Test
    void a_changed_cell_counts_without_compiling_anything() throws Exception {
        set("treatment.xlsx", "期限", "E8", "7");
        Integer days = (Integer) rows(load(), Question.DEADLINE).get(3).then().get(Outcome.DUE_DAYS);
        assertThat(days).isEqualTo(7);
        Facts worrying = new Facts("x", Asset.IT, Safety.SERIOUS, Operation.LOW, Exposure.ISOLATED, Exploitation.NONE,
                Support.SUPPORTED, Leak.PHI_MASS, 0.0, Automatable.NO, AttackVector.P, Patch.NO_PATCH, Cost.LOW, null);
        Decision told = DroolsEngine.of(load()).decide(List.of(worrying)).get(0);
        assertThat(told.urgency()).isEqualTo(Urgency.DEFER);
        assertThat(told.dueDays()).isEqualTo(7);
    }

    private static List<PolicyRow> rows(RuleSet rules, Question question) {
        return rules.tables().stream().filter(table -> table.question() == question).findFirst().orElseThrow().rows();
    }

    private static void swapColumns(XSSFSheet sheet, int left, int right) {
        for (int row = 2; row <= sheet.getLastRowNum(); row++) {
            String text = sheet.getRow(row).getCell(left).getStringCellValue();
            sheet.getRow(row).getCell(left).setCellValue(sheet.getRow(row).getCell(right).getStringCellValue());
            sheet.getRow(row).getCell(right).setCellValue(text);
        }
    }
}
