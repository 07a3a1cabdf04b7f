package jp.mimamori.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Question;
import jp.mimamori.inventory.Asset;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.policy.DraftPolicy;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Patch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a committee changed in its workbooks, told in the words of its sheets, and what that does. */
class PolicyDiffTest {

    @TempDir
    private Path home;
    private DraftPolicy draft;

    @BeforeEach
    void the_draft_is_a_copy_of_the_shipped_policy() throws Exception {
        draft = DraftPolicy.in(home);
    }

    @Test
    void a_copy_differs_in_nothing() throws Exception {
        PolicyDiff diff = diff();
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.decides()).isFalse();
        assertThat(diff.vocabulary()).isEmpty();
        assertThat(effect(diff)).isEqualTo(PolicyEffect.none());
    }

    @Test
    void a_changed_cell_is_told_by_its_rule_in_the_words_of_the_sheet_with_both_places() throws Exception {
        draft.set("urgency.xlsx", "FLOOR-001", "深刻度区分（CVSS）", "最高");
        RowChange row = only(diff());
        assertThat(row.kind()).isEqualTo(Kind.CHANGED);
        assertThat(row.rule()).isEqualTo("FLOOR-001");
        assertThat(row.question()).isEqualTo(Question.URGENCY_FLOOR);
        assertThat(row.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.heading().in(Language.JA)).isEqualTo("深刻度区分（CVSS）");
            assertThat(cell.from()).isEqualTo(new Bilingual("≥ 高", "≥ High"));
            assertThat(cell.to()).isEqualTo(new Bilingual("最高", "Critical"));
        });
        assertThat(row.from()).isNotNull().satisfies(place -> assertThat(place.text()).isEqualTo("urgency.xlsx, 緊急度の下限!5"));
        assertThat(row.to()).isEqualTo(row.from());
    }

    @Test
    void a_removed_row_is_one_change_though_all_rows_below_it_move_up() throws Exception {
        draft.remove("urgency.xlsx", "SSVC-012");
        // without it a combination would have no row: its neighbour takes it over
        draft.set("urgency.xlsx", "SSVC-013", "人への影響", "*");
        assertThat(diff().rows()).extracting(row -> row.kind() + " " + row.rule())
                .containsExactly("REMOVED SSVC-012", "CHANGED SSVC-013");
        RowChange gone = diff().rows().get(0);
        assertThat(gone.to()).isNull();
        assertThat(gone.cells()).allSatisfy(cell -> assertThat(cell.to()).isNull());
    }

    @Test
    void a_new_row_is_told_whole_and_its_note_as_a_text_that_decides_nothing() throws Exception {
        draft.add("treatment.xlsx", "CTL-001", "CTL-013", "緩和策", "≥ リモート保守あり", "*", "*", "*", "*", "*", "C6", "60", "委員会で追加。",
                "Added by the committee.", "2026年の訓練から");
        PolicyDiff diff = diff();
        RowChange row = only(diff);
        assertThat(row.kind()).isEqualTo(Kind.ADDED);
        assertThat(row.from()).isNull();
        assertThat(row.cells()).extracting(cell -> cell.to() == null ? "" : cell.to().ja())
                .contains("≥ リモート保守あり", "C6 最小権限", "60", "委員会で追加。");
        assertThat(diff.notes()).singleElement().satisfies(note -> {
            assertThat(note.what()).isEqualTo("CTL-013");
            assertThat(note.to()).isEqualTo("2026年の訓練から");
        });
    }

    @Test
    void other_limits_on_what_an_approver_may_change_are_told_with_the_milder_ones_named() throws Exception {
        draft.set("overrides.xlsx", "OVR-001", "値", "2").set("overrides.xlsx", "OVR-002", "値", "30")
                .set("overrides.xlsx", "OVR-003", "値", "致命的").set("overrides.xlsx", "OVR-005", "値", "委員会");
        PolicyDiff diff = diff();
        assertThat(diff.overrides()).extracting(change -> change.term() + " " + change.direction())
                .containsExactly("STEPS MILDER", "DAYS STRICTER", "GRAVE MILDER", "SIGNERS STRICTER");
        assertThat(diff.overrides().get(2).after()).isEqualTo(new Bilingual("致命的", "Catastrophic"));
        assertThat(diff.overrides().get(0).to()).isNotNull()
                .satisfies(place -> assertThat(place.text()).isEqualTo("overrides.xlsx, 緊急度の変更!5"));
        assertThat(diff.decides()).isTrue();
        assertThat(diff.rows()).isEmpty();
        assertThat(diff.notes()).isEmpty();
    }

    @Test
    void a_lower_value_for_an_unknown_and_a_lower_cap_are_milder() throws Exception {
        draft.set("urgency.xlsx", "UNK-003", "値", "院内ネットワーク").set("urgency.xlsx", "UNK-010", "値", "計画")
                .set("urgency.xlsx", "UNK-001", "値", "致命的");
        List<CautiousChange> changes = diff().cautious();
        assertThat(changes).extracting(change -> change.input() + " " + change.direction())
                .containsExactly("SAFETY STRICTER", "EXPOSURE MILDER", "URGENCY MILDER");
        assertThat(changes.get(1).from()).isNotNull()
                .satisfies(place -> assertThat(place.text()).isEqualTo("urgency.xlsx, 不明の扱い!7"));
        assertThat(diff().rows()).isEmpty();
    }

    @Test
    void days_and_approvers_are_told_too() throws Exception {
        draft.set("treatment.xlsx", "DUE-006", "結果：期限（日）", "45").set("treatment.xlsx", "APR-005", "結果：承認者", "委員会・病院長");
        assertThat(diff().rows()).extracting(row -> row.rule() + " " + row.cells().get(0).from() + " " + row.cells().get(0).to())
                .containsExactly("DUE-006 " + new Bilingual("30", "30") + " " + new Bilingual("45", "45"),
                        "APR-005 " + new Bilingual("委員会", "Committee") + " "
                                + new Bilingual("委員会・病院長", "Committee and hospital director"));
    }

    @Test
    void another_spelling_of_the_same_is_no_difference_and_other_reasons_change_no_decision() throws Exception {
        draft.set("treatment.xlsx", "TRT-001", "結果：対応方針", "Fix").set("treatment.xlsx", "TRT-002", "理由", "別の言い方です。");
        PolicyDiff diff = diff();
        assertThat(only(diff).rule()).isEqualTo("TRT-002");
        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.decides()).isFalse();
    }

    @Test
    void version_sheet_controls_code_and_vocabulary_are_compared_each_in_its_way() throws Exception {
        draft.edit("urgency.xlsx", book -> book.getSheet("版").getRow(2).getCell(1).setCellValue("2.0"));
        edit("spreadsheets/vocabulary/controls.csv", text -> text.replace("ログ監視・異常検知", "ログの監視"));
        edit("rules/ssvc.drl", text -> text + "\n// 委員会の指示\n");
        edit("spreadsheets/vocabulary/roles.csv", text -> text.replace("\r\n", "\n").replace("\n", "\r\n"));
        edit("spreadsheets/vocabulary/eos.csv", text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
        PolicyDiff diff = diff();
        assertThat(diff.notes()).singleElement().satisfies(note -> {
            assertThat(note.what()).isEqualTo("版");
            assertThat(note.from() + "→" + note.to()).isEqualTo("1.0→2.0");
        });
        assertThat(diff.controls()).singleElement().satisfies(change -> assertThat(change.code()).isEqualTo("C7"));
        assertThat(diff.code()).containsExactly(new FileChange(Kind.CHANGED, "rules/ssvc.drl", 2, 0));
        assertThat(diff.vocabulary()).as("line ends are no difference")
                .containsExactly(new FileChange(Kind.CHANGED, "spreadsheets/vocabulary/eos.csv", 0, 1));
    }

    @Test
    void lines_of_a_file_are_counted_as_added_and_removed() {
        assertThat(FileChange.of("f", "a\nb\nc\nd\n", "a\nx\nc\nd\ne\n")).isEqualTo(new FileChange(Kind.CHANGED, "f", 2, 1));
        assertThat(FileChange.of("f", null, "a\nb\n")).isEqualTo(new FileChange(Kind.ADDED, "f", 2, 0));
        assertThat(FileChange.of("f", "a\n", null)).isEqualTo(new FileChange(Kind.REMOVED, "f", 0, 1));
    }

    @Test
    void a_longer_deadline_changes_no_verdict_and_still_counts_as_milder() throws Exception {
        draft.set("treatment.xlsx", "DUE-006", "結果：期限（日）", "45");
        PolicyEffect effect = effect(diff());
        assertThat(effect.transitions()).isEmpty();
        assertThat(effect.consequences()).singleElement().satisfies(one -> {
            assertThat(one.aspect()).isEqualTo(Aspect.DUE_DAYS);
            assertThat(one.direction()).isEqualTo(Direction.MILDER);
            assertThat(one.from().ja() + one.to().ja()).isEqualTo("30日45日");
            assertThat(one.states()).isPositive();
        });
        assertThat(effect.lowers()).isTrue();
    }

    @Test
    void an_acceptance_in_place_of_a_fix_is_counted_over_every_combination_and_told_by_its_smallest_state() throws Exception {
        draft.set("treatment.xlsx", "TRT-002", "結果：対応方針", "受容");
        PolicyDiff diff = diff();
        PolicyEffect effect = effect(diff);
        // TRT-002 speaks of an approved patch at three costs; here every state of one of them is asked, none by a representative
        long counted = 0;
        DecisionEngine today = DroolsEngine.of(diff.from().rules());
        DecisionEngine other = DroolsEngine.of(diff.to().rules());
        for (int first = 0; first < States.RISKS; first += 40_000) {
            List<Facts> states = new ArrayList<>();
            for (int i = first; i < Math.min(States.RISKS, first + 40_000); i++) {
                states.add(States.risks(i, Asset.IT, Patch.PATCH_APPROVED, Cost.LOW));
            }
            List<Verdict> before = today.verdicts(states);
            List<Verdict> after = other.verdicts(states);
            for (int i = 0; i < states.size(); i++) {
                counted += before.get(i).equals(after.get(i)) ? 0 : 1;
            }
        }
        assertThat(effect.states()).isEqualTo(40_500_000);
        assertThat(effect.changed()).isEqualTo(3 * counted).isPositive();
        assertThat(effect.changed(Direction.MILDER)).isEqualTo(effect.changed());
        assertThat(effect.transitions()).singleElement().satisfies(step -> {
            assertThat(step.from() + " " + step.to()).contains("FIX", "ACCEPT", "DEFER");
            assertThat(step.grave()).as("what endangers patients is never accepted").isZero();
            assertThat(States.rank(step.example()) / 100).as("every risk input at its lowest").isZero();
        });
        assertThat(PolicyEffect.inWords(effect.transitions().get(0).example()).ja())
                .isEqualTo("パッチ パッチあり（承認済み）、費用・難易度 小（ほかは最も低い値）");
    }

    @Test
    void numbers_of_the_state_space_are_those_of_the_vocabulary() {
        assertThat(States.RISKS).isEqualTo(6 * 5 * 6 * 5 * 5 * 4 * 6 * 3 * 5);
        assertThat(States.handled()).hasSize(2 * 2 * 5 * 4 * 5 * 4 * 4 * 3 * 5);
        Facts first = States.risks(0, Asset.IT, Patch.NO_PATCH, Cost.LOW);
        assertThat(States.value(first, Input.SAFETY).name()).isEqualTo("NEGLIGIBLE");
        assertThat(first.cvssScore()).isEqualTo(0.0);
        assertThat(States.risks(States.RISKS - 1, Asset.IT, Patch.NO_PATCH, Cost.LOW).cvssScore()).isNull();
    }

    private PolicyDiff diff() throws Exception {
        Shelf shelf = Shelf.at(home);
        return PolicyDiff.between(new Edition("標準", Shelf.shipped(), PolicyLoader.load(Shelf.shipped())),
                new Edition("案", shelf, PolicyLoader.load(shelf)));
    }

    private static PolicyEffect effect(PolicyDiff diff) throws Exception {
        return new Comparison(DroolsEngine.of(diff.from().rules()), DroolsEngine.of(diff.to().rules()), done -> { }).of(diff);
    }

    private static RowChange only(PolicyDiff diff) {
        assertThat(diff.rows()).hasSize(1);
        return diff.rows().get(0);
    }

    private void edit(String path, java.util.function.UnaryOperator<String> change) throws Exception {
        Path file = home.resolve(path);
        String text = Files.readString(file);
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }
}
