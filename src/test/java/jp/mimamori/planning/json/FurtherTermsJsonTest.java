package jp.mimamori.planning.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.SmallProblem;
import org.junit.jupiter.api.Test;

/** The further terms in the problem's JSON: optional, none where they are absent, refused where they are wrong. */
class FurtherTermsJsonTest {

    private static String json(Problem problem) {
        var bytes = new ByteArrayOutputStream();
        ProblemJson.write(problem, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Problem read(String json) throws Exception {
        return ProblemJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static SmallProblem small() {
        var small = new SmallProblem().device("D", "G").task("T", "D", 1);
        small.nights.add(new Interval(22, 29));
        small.groups.add(new Problem.Group("G", 1, 3, List.of(new Interval(40, 50))));
        small.staff.add(new Problem.Staff("P", "S", List.of(), List.of(), 4, 11));
        small.vendors.add(new Problem.Vendor("V", 1, 1, List.of(), 30));
        small.tasks.add(new Problem.PatchTask("U", "D", 1, 0, 9, 1, List.of(), null, List.of("T"), 24, null, false));
        return small;
    }

    private static List<String> refused(String json) {
        return catchThrowableOfType(InvalidProblemException.class, () -> read(json)).issues().stream()
                .map(issue -> issue.code() + " " + issue.column()).toList();
    }

    @Test
    void what_is_written_is_read_again() throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            Problem problem = RandomProblem.further(seed, 10);
            assertThat(read(json(problem))).usingRecursiveComparison().isEqualTo(problem);
        }
    }

    @Test
    void a_problem_without_further_terms_is_written_as_the_contract_has_it() {
        assertThat(json(RandomProblem.of(1, 10))).doesNotContain("\"nights\"", "\"gap\"", "\"closed\"", "\"inspections\"",
                "\"avoid\"", "\"maxNights\"", "\"rest\"", "\"lead\"", "\"soak\"", "\"spread", "\"inspection\"");
    }

    @Test
    void numbers_and_intervals_of_the_further_terms_are_checked() {
        String json = json(small().build());
        assertThat(refused(json.replace("\"gap\":3", "\"gap\":-1"))).containsExactly("SCHEDULE-010 group G gap");
        assertThat(refused(json.replace("[[40,50]]", "[[50,40]]"))).containsExactly("SCHEDULE-009 group G closed");
        assertThat(refused(json.replace("\"maxNights\":4", "\"maxNights\":-1"))).containsExactly("SCHEDULE-010 staff P maxNights");
        assertThat(refused(json.replace("\"rest\":11", "\"rest\":-1"))).containsExactly("SCHEDULE-010 staff P rest");
        assertThat(refused(json.replace("\"lead\":30", "\"lead\":-1"))).containsExactly("SCHEDULE-010 vendor V lead");
        assertThat(refused(json.replace("\"soak\":24", "\"soak\":-1"))).containsExactly("SCHEDULE-010 task U soak");
        assertThat(refused(json.replace("\"soak\":24", "\"soak\":\"a day\""))).containsExactly("SCHEDULE-002 tasks[1].soak");
        assertThat(refused(json.replace("\"soak\":24", "\"soak\":null"))).containsExactly("SCHEDULE-003 tasks[1].soak");
    }

    @Test
    void a_limit_on_nights_needs_to_know_when_it_is_night() throws Exception {
        String json = json(small().build());
        assertThat(refused(json.replace("\"nights\":[[22,29]],", ""))).containsExactly("SCHEDULE-012 staff P");
        String free = json.replace("\"nights\":[[22,29]],", "").replace("\"maxNights\":4,", "").replace("\"rest\":11", "\"rest\":0");
        assertThat(read(free).staff().get(0).maxNights()).isNull();
    }

    @Test
    void an_hour_the_clocks_skip_is_closed_and_a_doubled_one_is_a_grain_like_any() throws Exception {
        for (int minutes : new int[] {15, 30, 60}) {
            int hour = 60 / minutes;
            Problem spring = at("2026-03-29T00:00", "Europe/Berlin", minutes);
            assertThat(spring.sites().get(0).blackouts()).containsExactly(new Interval(2 * hour, 3 * hour));
            assertThat(read(json(spring))).usingRecursiveComparison().isEqualTo(spring);
            Problem autumn = at("2026-10-25T00:00", "Europe/Berlin", minutes);
            assertThat(autumn.sites().get(0).blackouts()).isEmpty();
            assertThat(autumn.time(4 * hour)).isEqualTo("2026-10-25T04:00");
            assertThat(at("2026-03-29T00:00", "Asia/Tokyo", minutes).sites().get(0).blackouts()).isEmpty();
        }
    }

    private static Problem at(String start, String zone, int minutes) throws Exception {
        var small = new SmallProblem();
        small.grains = 24 * 60 / minutes;
        return read(json(small.build()).replace("2026-01-05T00:00", start).replace("Asia/Tokyo", zone)
                .replace("\"grainMinutes\":60", "\"grainMinutes\":" + minutes));
    }
}
