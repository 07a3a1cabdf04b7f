package jp.mimamori.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.language.Language;
import jp.mimamori.trace.Issue;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** What is wrong in a hospital's own tables is refused at its cell, with what would be right. */
class PolicyFaultsTest extends OwnPolicy {

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

    private static void remove(XSSFSheet sheet, int row) {
        sheet.removeRow(sheet.getRow(row));
    }
}
