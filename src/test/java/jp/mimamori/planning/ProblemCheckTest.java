package jp.mimamori.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.trace.Issue;
import org.junit.jupiter.api.Test;

class ProblemCheckTest {

    private final SmallProblem small = new SmallProblem().device("D", null);

    private List<String> codes() {
        return ProblemCheck.of(small.build()).stream().map(Issue::code).toList();
    }

    @Test
    void a_sound_problem_has_no_issues() {
        small.task("T", "D", 1).task("U", "D", 1, 0, 5, 1, List.of("nobody has this"), null, List.of("T"), null, false);
        assertThat(codes()).isEmpty();
    }

    @Test
    void unknown_ids_are_named() {
        small.task("T", "X", 1, 0, 5, 1, List.of(), "V", List.of("Y"), null, false);
        assertThat(codes()).containsExactly("SCHEDULE-004", "SCHEDULE-004", "SCHEDULE-004");
    }

    @Test
    void an_id_occurs_once() {
        small.task("T", "D", 1).task("T", "D", 1);
        assertThat(codes()).containsExactly("SCHEDULE-005");
    }

    @Test
    void nothing_waits_for_itself_not_even_by_a_detour() {
        small.task("A", "D", 1, 0, 5, 1, List.of(), null, List.of("C"), null, false)
                .task("B", "D", 1, 0, 5, 1, List.of(), null, List.of("A"), null, false)
                .task("C", "D", 1, 0, 5, 1, List.of(), null, List.of("B"), null, false)
                .task("E", "D", 1);
        assertThat(codes()).containsExactly("SCHEDULE-006");
        assertThat(ProblemCheck.of(small.build()).get(0).message().in(Language.EN)).contains("A, B, C").doesNotContain("E,");
    }

    @Test
    void a_task_takes_at_least_one_grain() {
        small.task("T", "D", 0).task("U", "D", -1).task("V", "D", 1);
        assertThat(codes()).containsExactly("SCHEDULE-007", "SCHEDULE-007");
    }

    @Test
    void utilisation_covers_a_week_in_percent() {
        small.devices.add(Plain.device("E", "S", null, 1, new int[167], List.of()));
        int[] tooMuch = new int[168];
        tooMuch[3] = 101;
        small.devices.add(Plain.device("F", "S", null, 1, tooMuch, List.of()));
        assertThat(codes()).containsExactly("SCHEDULE-008", "SCHEDULE-008");
    }

    @Test
    void an_interval_does_not_run_backwards() {
        small.device("E", null, new Interval(5, 4)).device("F", null, new Interval(5, 5));
        assertThat(codes()).containsExactly("SCHEDULE-009");
    }

    @Test
    void numbers_stay_in_range_and_pins_have_a_place() {
        small.vendor("V", -1, 0).task("T", "D", 1, 0, 5, 0, List.of(), null, List.of(), null, true);
        assertThat(codes()).containsExactlyInAnyOrder("SCHEDULE-010", "SCHEDULE-010", "SCHEDULE-011");
        assertThatThrownBy(() -> ProblemCheck.require(small.build())).isInstanceOf(InvalidProblemException.class);
    }

    @Test
    void every_sentence_is_told_in_both_languages() {
        Wording words = Wording.of(ProblemCheck.class);
        assertThat(words.keys(Language.JA)).isEqualTo(words.keys(Language.EN));
    }
}
