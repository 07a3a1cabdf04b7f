package jp.mimamori.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyLoaderTest {

    @TempDir
    private Path home;

    @BeforeEach
    void a_hospital_has_its_own_copy_of_the_shipped_policy() throws IOException {
        for (String folder : List.of("rules", "spreadsheets/policy", "spreadsheets/vocabulary")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                Files.createDirectories(home.resolve(folder));
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

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
    void a_wrong_heading_is_named_with_the_nearest_right_ones() throws Exception {
        set("urgency.xlsx", "人への影響", "B3", "患者安全えの影響");
        Issue issue = problem("POLICY-002", "B3");
        assertThat(issue.message().in(Language.JA)).contains("患者安全えの影響", "患者安全への影響");
    }

    @Test
    void an_unknown_word_is_refused_with_the_nearest_right_ones() throws Exception {
        set("urgency.xlsx", "人への影響", "B8", "重台");
        Issue issue = problem("POLICY-003", "B8");
        assertThat(issue.message().in(Language.JA)).contains("重台", "重大");
        assertThat(issue.place().text()).isEqualTo("urgency.xlsx, 人への影響!B8");
    }

    @Test
    void code_in_a_cell_is_only_an_unknown_word() throws Exception {
        set("treatment.xlsx", "期限", "E5", "1; Runtime.getRuntime().exit(42)");
        problem("POLICY-007", "E5");
    }

    @Test
    void a_comparison_with_something_that_has_no_order_is_refused() throws Exception {
        set("treatment.xlsx", "処置", "B5", "≥ パッチあり（承認済み）");
        problem("POLICY-003", "B5");
    }

    @Test
    void a_blank_condition_is_refused_and_not_taken_for_any() throws Exception {
        set("urgency.xlsx", "人への影響", "C8", "");
        problem("POLICY-003", "C8");
    }

    @Test
    void an_empty_outcome_is_refused() throws Exception {
        set("urgency.xlsx", "SSVC判定", "F7", "");
        problem("POLICY-004", "F7");
    }

    @Test
    void a_rule_number_stands_only_once() throws Exception {
        set("urgency.xlsx", "SSVC判定", "A7", "SSVC-001");
        assertThat(problems()).extracting(Issue::code).contains("POLICY-005");
    }

    @Test
    void a_rule_number_has_its_form() throws Exception {
        set("urgency.xlsx", "SSVC判定", "A7", "SSVC\" then System.exit(1)");
        problem("POLICY-005", "A7");
    }

    @Test
    void a_reason_is_needed_in_both_languages() throws Exception {
        set("urgency.xlsx", "SSVC判定", "H7", "");
        problem("POLICY-006", "H7");
    }

    @Test
    void days_have_their_limits() throws Exception {
        set("treatment.xlsx", "期限", "E5", "0");
        problem("POLICY-007", "E5");
        set("treatment.xlsx", "期限", "E5", "3661");
        problem("POLICY-007", "E5");
        set("treatment.xlsx", "期限", "E5", "3660");
        assertThat(load()).isNotNull();
    }

    @Test
    void a_combination_without_a_row_is_told_in_words() throws Exception {
        edit("urgency.xlsx", workbook -> remove(workbook.getSheet("SSVC判定"), 10));
        Issue issue = problem("POLICY-009", null);
        assertThat(issue.message().in(Language.JA)).contains("悪用状況 = 確認されていない", "分離ネットワーク");
    }

    @Test
    void the_same_row_twice_is_refused() throws Exception {
        edit("treatment.xlsx", workbook -> {
            XSSFSheet sheet = workbook.getSheet("緩和策");
            for (int column = 1; column < 10; column++) {
                copy(sheet.getRow(4), sheet.getRow(5), column);
            }
        });
        problem("POLICY-011", "A6");
    }

    @Test
    void an_unknown_control_is_refused() throws Exception {
        set("treatment.xlsx", "緩和策", "I5", "C1|C99");
        problem("POLICY-003", "I5");
    }

    @Test
    void a_missing_sheet_is_named() throws Exception {
        edit("urgency.xlsx", workbook -> workbook.setSheetName(workbook.getSheetIndex("SSVC判定"), "SSVC判定（旧）"));
        Issue issue = problem("POLICY-001", null);
        assertThat(issue.message().in(Language.JA)).contains("SSVC判定");
    }

    @Test
    void a_value_beside_the_table_is_no_silent_comment() throws Exception {
        set("urgency.xlsx", "人への影響", "Z6", "ただし救急は除く");
        problem("POLICY-012", "Z6");
    }

    @Test
    void a_cautious_value_is_needed_for_every_risk() throws Exception {
        edit("urgency.xlsx", workbook -> remove(workbook.getSheet("不明の扱い"), 6));
        problem("POLICY-013", null);
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
    void a_limit_on_overrides_is_a_number_or_a_word_of_its_list() throws Exception {
        for (String[] bad : new String[][] {{"C5", "4", "POLICY-007"}, {"C6", "0", "POLICY-007"}, {"C6", "九十", "POLICY-007"},
                {"C7", "不明", "POLICY-003"}, {"C8", "いつか", "POLICY-003"}, {"C9", "委員会、部長", "POLICY-003"}, {"C9", "", "POLICY-004"},
                {"B5", "下げられる回数", "POLICY-003"}, {"B6", "下げられる段階数", "POLICY-011"}}) {
            a_hospital_has_its_own_copy_again();
            set("overrides.xlsx", "緊急度の変更", bad[0], bad[1]);
            assertThat(problems()).as(bad[0] + " " + bad[1]).anySatisfy(issue -> {
                assertThat(issue.code()).isEqualTo(bad[2]);
                assertThat(issue.place().sheet()).isEqualTo("緊急度の変更");
            });
        }
    }

    @Test
    void a_limit_that_is_left_out_is_missing_and_so_is_the_sheet() throws Exception {
        edit("overrides.xlsx", workbook -> remove(workbook.getSheet("緊急度の変更"), 6));
        problem("POLICY-013", null);
        Files.delete(home.resolve("spreadsheets/policy/overrides.xlsx"));
        problem("POLICY-001", null);
    }

    private void a_hospital_has_its_own_copy_again() throws IOException {
        Files.copy(Path.of("spreadsheets/policy/overrides.xlsx"), home.resolve("spreadsheets/policy/overrides.xlsx"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void a_damaged_workbook_is_named() throws Exception {
        Files.writeString(home.resolve("spreadsheets/policy/urgency.xlsx"), "not a workbook");
        assertThat(problems()).extracting(Issue::code).contains("POLICY-008");
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

    private RuleSet load() throws PolicyException {
        return PolicyLoader.load(Shelf.at(home));
    }

    private List<Issue> problems() {
        PolicyException refused = catchThrowableOfType(PolicyException.class, this::load);
        assertThat(refused).as("the policy was taken").isNotNull();
        return refused.issues();
    }

    private Issue problem(String code, @org.jspecify.annotations.Nullable String cell) {
        List<Issue> issues = problems();
        assertThat(issues).as("only this problem").hasSize(1);
        assertThat(issues.get(0).code()).isEqualTo(code);
        assertThat(issues.get(0).place().cell()).isEqualTo(cell);
        return issues.get(0);
    }

    private void set(String file, String sheet, String cell, String text) throws IOException {
        edit(file, workbook -> {
            var at = new org.apache.poi.ss.util.CellReference(cell);
            Row row = workbook.getSheet(sheet).getRow(at.getRow());
            row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
        });
    }

    private void edit(String file, Consumer<XSSFWorkbook> change) throws IOException {
        Path path = home.resolve("spreadsheets/policy").resolve(file);
        try (InputStream in = Files.newInputStream(path); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            change.accept(workbook);
            try (OutputStream out = Files.newOutputStream(path)) {
                workbook.write(out);
            }
        }
    }

    private static void remove(XSSFSheet sheet, int row) {
        sheet.removeRow(sheet.getRow(row));
    }

    private static void swapColumns(XSSFSheet sheet, int left, int right) {
        for (int row = 2; row <= sheet.getLastRowNum(); row++) {
            String text = sheet.getRow(row).getCell(left).getStringCellValue();
            sheet.getRow(row).getCell(left).setCellValue(sheet.getRow(row).getCell(right).getStringCellValue());
            sheet.getRow(row).getCell(right).setCellValue(text);
        }
    }

    private static void copy(Row from, Row to, int column) {
        if (from.getCell(column).getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
            to.getCell(column).setCellValue(from.getCell(column).getNumericCellValue());
        } else {
            to.getCell(column).setCellValue(from.getCell(column).getStringCellValue());
        }
    }
}
