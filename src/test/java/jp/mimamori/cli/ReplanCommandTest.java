package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.json.ProblemJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Planning again from the command line: against a published plan, after events, from where a search ended, until Ctrl-C. */
class ReplanCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path EXAMPLES = Path.of("spreadsheets/examples").toAbsolutePath();

    @TempDir
    Path folder;
    private Problem problem = RandomProblem.of(2, 20);
    private Path posed = Path.of("");

    @BeforeEach
    void poseAProblem() throws Exception {
        problem = problem.with(problem.tasks().stream().map(task -> task.pinned(false).previous(null)).toList());
        posed = folder.resolve("problem.json");
        try (var out = Files.newOutputStream(posed)) {
            ProblemJson.write(problem, out);
        }
    }

    private JsonNode schedule(Object... more) throws Exception {
        List<Object> words = new ArrayList<>(List.of("schedule", posed, "--lang", "en", "--json", "-"));
        words.addAll(List.of(more));
        Program.Run run = Program.in(folder).run(words.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        Contract.assertKept("schedule", run.out());
        return JSON.readTree(run.out());
    }

    private Path published() throws Exception {
        return Files.writeString(folder.resolve("published.json"), schedule("--steps", "50").toString());
    }

    private static Map<String, Integer> starts(JsonNode schedule) {
        Map<String, Integer> starts = new TreeMap<>();
        schedule.path("assignments").forEach(window -> starts.put(window.path("task").asString(), window.path("start").asInt()));
        return starts;
    }

    @Test
    void an_event_moves_what_it_hits_in_the_answer_at_once_and_both_answers_are_in_the_result() throws Exception {
        JsonNode before = JSON.readTree(Files.readString(published()));
        JsonNode hit = before.path("assignments").get(0);
        String device = problem.tasks().stream().filter(task -> task.id().equals(hit.path("task").asString()))
                .map(Problem.PatchTask::device).findFirst().orElseThrow();
        Path event = Files.writeString(folder.resolve("event.json"), "[{\"kind\": \"device-booked\", \"device\": \"" + device
                + "\", \"from\": \"" + hit.path("startTime").asString() + "\", \"to\": \"" + hit.path("endTime").asString() + "\"}]");
        JsonNode first = schedule("--previous", "published.json", "--event", event, "--first-only");
        assertThat(first.path("firstAnswer").isMissingNode()).isTrue();
        assertThat(first.path("replan").path("events").get(0).path("text").asString()).contains("Device " + device + " has been booked");
        Map<String, Integer> was = starts(before);
        starts(first).forEach((task, start) -> {
            if (!was.get(task).equals(start)) {
                assertThat(problem.tasks().stream().filter(t -> t.id().equals(task)).findFirst().orElseThrow().device()).isEqualTo(device);
            }
        });
        JsonNode both = schedule("--previous", "published.json", "--event", event, "--steps", "50", "--posed", folder.resolve("again.json"));
        assertThat(starts(both.path("firstAnswer"))).isEqualTo(starts(first));
        assertThat(both.path("score").path("medium").asLong()).isLessThanOrEqualTo(first.path("score").path("medium").asLong());
        assertThat(ProblemJson.read(folder.resolve("again.json")).tasks()).anyMatch(task -> task.previous() != null);
    }

    @Test
    void going_on_from_a_result_is_never_worse_and_the_same_steps_give_the_same_plan() throws Exception {
        Path before = published();
        JsonNode on = schedule("--continue", before, "--steps", "30");
        JsonNode score = JSON.readTree(Files.readString(before)).path("score");
        assertThat(on.path("score").path("medium").asLong()).isLessThanOrEqualTo(score.path("medium").asLong());
        if (on.path("score").path("medium").asLong() == score.path("medium").asLong()) {
            assertThat(on.path("score").path("soft").asLong()).isLessThanOrEqualTo(score.path("soft").asLong());
        }
        assertThat(starts(schedule("--continue", before, "--steps", "30"))).isEqualTo(starts(on));
    }

    @Test
    void what_cannot_be_used_is_said_in_one_line() throws Exception {
        published();
        Path wrong = Files.writeString(folder.resolve("wrong.json"),
                "[{\"kind\": \"vendor-cancels\", \"vendor\": \"nobody\", \"from\": 0, \"to\": 24}, {\"kind\": \"earthquake\"},"
                        + " {\"kind\": \"device-down\", \"device\": \"D0\", \"from\": 30, \"to\": 30}]");
        Program.Run run = Program.in(folder).run("schedule", posed, "--previous", "published.json", "--event", wrong, "--lang", "en");
        assertThat(run.exit()).isEqualTo(Exit.UNUSABLE_INPUT);
        assertThat(run.err()).contains("PLAN-081", "nobody", "PLAN-082", "PLAN-083", "earthquake").doesNotContain("Exception");
        Path other = Files.writeString(folder.resolve("other.json"),
                Files.readString(folder.resolve("published.json")).replaceAll("\"task\":\"T", "\"task\":\"X"));
        assertThat(Program.in(folder).run("schedule", posed, "--previous", other, "--lang", "ja").err()).contains("PLAN-080", "別の問題の計画");
        assertThat(Program.in(folder).run("schedule", posed, "--previous", "published.json", "--continue", "published.json").exit())
                .isEqualTo(Exit.USAGE);
        assertThat(Program.in(folder).run("schedule", posed, "--previous", "published.json", "--pin", "T999").exit()).isEqualTo(Exit.USAGE);
        assertThat(Program.in(folder).run("schedule", posed, "--previous", "missing.json").exit()).isEqualTo(Exit.UNUSABLE_INPUT);
    }

    @Test
    void ctrl_c_ends_the_search_and_writes_the_best_so_far() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill here");
        Path status = Path.of("/proc/self/status");
        assumeTrue(Files.isReadable(status) && (Long.parseUnsignedLong(Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn")).findFirst().orElse("SigIgn:\t0").substring(7).strip(), 16) & 2) == 0,
                "interrupts are ignored here");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "jp.mimamori.cli.Mimamori", "schedule", posed.toString(), "--seconds", "200",
                "--json", "out.json").directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
        try (BufferedReader err = process.errorReader()) {
            String begun = err.readLine() + "\n" + err.readLine(); // it is searching when it tells how far it is
            new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
            String told = begun + "\n" + err.lines().collect(Collectors.joining("\n")); // until it ends
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(told).isZero();
            assertThat(told).contains("Ctrl-C");
            String json = Files.readString(folder.resolve("out.json"));
            Contract.assertKept("schedule", json);
            assertThat(JSON.readTree(json).path("solver").path("stoppedBecause").asString()).isEqualTo("cancelled");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_hospital_planned_again_on_the_same_files_keeps_every_window() throws Exception {
        Path hospital;
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            hospital = folders.filter(Files::isDirectory).sorted().findFirst().orElseThrow();
        }
        List<Object> words = new ArrayList<>(List.of("plan"));
        try (Stream<Path> files = Files.list(hospital)) {
            files.sorted().forEach(words::add);
        }
        words.addAll(List.of("--as-of", "2026-09-10", "--out", "plan.xlsx", "--seconds", "1", "--lang", "en", "--json"));
        List<Object> once = new ArrayList<>(words);
        once.add("plan.json");
        assertThat(Program.in(folder).run(once.toArray()).exit()).isZero();
        List<Object> twice = new ArrayList<>(words);
        twice.addAll(List.of("again.json", "--previous", "plan.json", "--first-only"));
        Program.Run run = Program.in(folder).run(twice.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        String json = Files.readString(folder.resolve("again.json"));
        Contract.assertKept("plan", json);
        JsonNode schedule = JSON.readTree(json).path("schedule");
        JsonNode before = JSON.readTree(Files.readString(folder.resolve("plan.json"))).path("schedule");
        assertThat(starts(schedule)).containsAllEntriesOf(starts(before));
        assertThat(schedule.path("changes").size()).isEqualTo(starts(schedule).size() - starts(before).size());
        assertThat(run.all()).contains("Against the published plan: " + starts(before).size() + " kept, 0 moved");
    }
}
