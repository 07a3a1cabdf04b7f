package jp.mimamori.planning.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SmallProblem;
import jp.mimamori.trace.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanningJsonTest {

    private static Problem full() {
        var small = new SmallProblem().group("G", 1).device("D", "G", new Interval(3, 5)).device("E", null)
                .person("P", List.of("R"), new Interval(0, 9)).vendor("V", 2, 3, new Interval(1, 30));
        small.premium.add(new Interval(0, 6));
        small.blackouts.add(new Interval(60, 72));
        small.task("A", "D", 2, 0, 9, 4, List.of("R"), "V", List.of(), 7, true)
                .task("B", "E", 1, 1, 8, 2, List.of(), null, List.of("A"), null, false);
        return small.build();
    }

    private static String json() {
        var bytes = new ByteArrayOutputStream();
        ProblemJson.write(full(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Problem read(String json) throws Exception {
        return ProblemJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Issue> refused(String json) {
        return catchThrowableOfType(InvalidProblemException.class, () -> read(json)).issues();
    }

    @Test
    void what_is_written_is_read_again() throws Exception {
        assertThat(read(json())).usingRecursiveComparison().isEqualTo(full());
    }

    @Test
    void a_packed_file_and_a_byte_order_mark_are_no_obstacle(@TempDir Path folder) throws Exception {
        Path packed = folder.resolve("計画.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("\uFEFF" + json()).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ProblemJson.read(packed)).usingRecursiveComparison().isEqualTo(full());
        byte[] bytes = Files.readAllBytes(packed);
        Path cut = Files.write(folder.resolve("cut.json.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(catchThrowableOfType(InvalidProblemException.class, () -> ProblemJson.read(cut)).issues().get(0).code())
                .isEqualTo("SCHEDULE-001");
    }

    @Test
    void fields_it_does_not_know_are_passed_over() throws Exception {
        assertThat(read(json().replaceFirst("\\{", "{\"comment\":{\"a\":[1]},")).id()).isEqualTo("small");
    }

    @Test
    void what_is_not_json_is_told_with_its_place() {
        assertThat(refused("PK")).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SCHEDULE-001");
            assertThat(issue.message().in(Language.EN)).contains("1:");
        });
        assertThat(refused("").get(0).code()).isIn("SCHEDULE-001", "SCHEDULE-002");
        assertThat(refused("[]").get(0).code()).isEqualTo("SCHEDULE-002");
        assertThat(refused(json().substring(0, 200)).get(0).code()).isEqualTo("SCHEDULE-001");
        assertThat(refused(json() + "{}").get(0).code()).isEqualTo("SCHEDULE-001");
    }

    @Test
    void a_missing_field_and_a_wrong_type_are_told_with_their_path() {
        assertThat(refused(json().replace("\"risk\":4,", ""))).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SCHEDULE-003");
            assertThat(issue.column()).isEqualTo("tasks[0].risk");
        });
        assertThat(refused(json().replace("\"risk\":4", "\"risk\":\"four\""))).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SCHEDULE-002");
            assertThat(issue.message().in(Language.EN)).isEqualTo(
                    "tasks[0].risk (\"four\") must be a whole number. Correct the value.");
        });
        assertThat(refused(json().replace("[3,5]", "[3]")).get(0).column()).isEqualTo("devices[0].bookings[0]");
        assertThat(refused(json().replace("\"tasks\"", "\"jobs\"")).get(0).column()).isEqualTo("tasks");
        assertThat(refused(json().replace("\"pinned\":true", "\"pinned\":1")).get(0).code()).isEqualTo("SCHEDULE-002");
        assertThat(refused(json().replace("\"risk\":4", "\"risk\":4.5")).get(0).code()).isEqualTo("SCHEDULE-002");
        assertThat(refused(json().replace("\"risk\":4", "\"risk\":99999999999")).get(0).code()).isEqualTo("SCHEDULE-002");
    }

    @Test
    void dates_zones_and_contradictions_are_told() {
        assertThat(refused(json().replace("2026-01-05T00:00", "2026-13-05T00:00")).get(0).code()).isEqualTo("SCHEDULE-014");
        assertThat(refused(json().replace("Asia/Tokyo", "Asia/Edo")).get(0).code()).isEqualTo("SCHEDULE-014");
        assertThat(refused(json().replace("\"after\":[\"A\"]", "\"after\":[\"B\"]")).get(0).code()).isEqualTo("SCHEDULE-006");
    }

    @Test
    void a_schedule_tells_how_far_from_the_best_it_is_and_what_planning_by_hand_would_give() {
        var score = new Schedule.Score(0, 0, 110, new Schedule.Parts(110, 0, 0, 0, 0, 0));
        var hand = new Schedule.ByHand(1, new Schedule.Score(0, 4, 150, new Schedule.Parts(100, 50, 0, 0, 0, 0)));
        Schedule schedule = new Schedule("small", true, score, new Schedule.Bound(104, Wording.of(ProblemJson.class).message("json.start")),
                List.of(), List.of(), List.of(), new Schedule.Run(1, 1, "steps")).beside(hand);
        var bytes = new ByteArrayOutputStream();
        ScheduleJson.write(schedule, Language.EN, bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\"bound\":{\"soft\":104,").contains("\"gapPercent\":5.77,"
                + "\"byHand\":{\"unassigned\":1,\"score\":{\"hard\":0,\"medium\":4,\"soft\":150,\"parts\":{\"exposure\":100,\"late\":50,");
    }

    @Test
    void a_schedule_comes_back_as_its_windows() throws Exception {
        Schedule.Assignment window = new Schedule.Assignment("A", 7, 9, full().time(7), full().time(9), List.of("P"), List.of());
        var schedule = new Schedule("small", true, new Schedule.Score(0, 2, 5, new Schedule.Parts(1, 1, 1, 1, 1, 0)), null,
                List.of(window), List.of(), List.of(), new Schedule.Run(1.5, 10, "steps"));
        var bytes = new ByteArrayOutputStream();
        ScheduleJson.write(schedule, Language.EN, bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("{\"problem\":\"small\",\"feasible\":true,"
                + "\"score\":{\"hard\":0,\"medium\":2,\"soft\":5,\"parts\":{\"exposure\":1,\"late\":1,\"displaced\":1,"
                + "\"premium\":1,\"visit\":1,\"stability\":0}},\"bound\":null,\"assignments\":[{\"task\":\"A\",\"start\":7,"
                + "\"end\":9,\"startTime\":\"2026-01-05T07:00\",\"endTime\":\"2026-01-05T09:00\",\"staff\":[\"P\"],\"why\":[],\"alternatives\":[]}],"
                + "\"unassigned\":[],\"changes\":[],"
                + "\"solver\":{\"seconds\":1.5,\"scoreCalculations\":10,\"stoppedBecause\":\"steps\"}}");
        Schedule again = ScheduleJson.read(new ByteArrayInputStream(bytes.toByteArray()), "plan.json");
        assertThat(again.assignments()).containsExactly(window);
        assertThat(full().published(again).tasks().get(0).previous()).isEqualTo(7);
        assertThat(full().published(again).tasks().get(1).previous()).isNull();
    }

    @Test
    void alternatives_and_what_was_tried_are_written_with_their_costs_and_whom_they_ask() throws Exception {
        Message text = Wording.of(ProblemJson.class).message(Wording.of(ProblemJson.class).keys(Language.EN).iterator().next());
        var other = new Schedule.Alternative(30, 32, full().time(30), full().time(32), List.of("P"), -7,
                List.of(new Schedule.Why("late", -7, text)), text);
        Schedule.Assignment window = new Schedule.Assignment("A", 7, 9, full().time(7), full().time(9), List.of("P"), List.of(), List.of(other));
        var way = new Schedule.Relaxation(List.of(new Schedule.Ask("booking moved", List.of("D"), 3, 5, 27, text),
                new Schedule.Ask("vendor visit", List.of("V"), 3, 5, null, text)), 3, 5, full().time(3), full().time(5), List.of(),
                List.of(new ExactScore.Placement("A", 9, List.of("P"))), 12, text);
        var schedule = new Schedule("small", true, new Schedule.Score(0, 2, 5, new Schedule.Parts(1, 1, 1, 1, 1, 0)), null, List.of(window),
                List.of(new Schedule.Unassigned("B", List.of(), List.of(text), List.of(way))), List.of(), new Schedule.Run(1.5, 10, "steps"));
        var bytes = new ByteArrayOutputStream();
        ScheduleJson.write(schedule, Language.EN, bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\"alternatives\":[{\"start\":30,\"end\":32,")
                .contains("\"soft\":-7,\"parts\":[{\"constraint\":\"late\",\"soft\":-7,")
                .contains("\"relaxations\":[{\"kind\":\"booking moved + vendor visit\",")
                .contains("\"subjects\":[\"D\"],\"from\":3,\"to\":5,\"at\":27,").contains("\"at\":null,")
                .contains("\"moved\":[{\"task\":\"A\",\"start\":9,\"staff\":[\"P\"]}],\"soft\":12,\"tried\":true}");
    }

    @Test
    void every_sentence_is_told_in_both_languages() {
        Wording words = Wording.of(ProblemJson.class);
        assertThat(words.keys(Language.JA)).isEqualTo(words.keys(Language.EN));
    }
}
