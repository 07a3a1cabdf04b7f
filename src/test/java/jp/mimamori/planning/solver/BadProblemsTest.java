package jp.mimamori.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Published;
import jp.mimamori.planning.RandomProblem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.replanning.WindowReplanner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is wrong with a problem: a plan with reasons, or a clear refusal in both languages; never anything else. */
class BadProblemsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MUTANTS = 300;

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void damaged_at_random_a_problem_is_planned_or_refused() throws Exception {
        for (int seed = 0; seed < MUTANTS; seed++) {
            Random random = new Random(seed);
            JsonNode tree = JSON.readTree(json(RandomProblem.of(seed % 7, 8)));
            for (int i = 0; i <= random.nextInt(3); i++) {
                damage(tree, random);
            }
            solve(tree.toString(), "seed " + seed);
        }
        // both happen, or nothing is tested
        assertThat(outcomes.getOrDefault("planned", 0)).isGreaterThan(MUTANTS / 20);
        assertThat(outcomes.getOrDefault("refused", 0)).isGreaterThan(MUTANTS / 20);
    }

    @Test
    void cut_off_or_garbled_text_is_refused() throws Exception {
        String whole = json(RandomProblem.of(1, 5));
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            solve(whole.substring(0, random.nextInt(whole.length())), "cut, seed " + seed);
            StringBuilder garbled = new StringBuilder(whole);
            garbled.setCharAt(random.nextInt(whole.length()), "{}[],:\"x9-\u0000".charAt(random.nextInt(11)));
            solve(garbled.toString(), "garbled, seed " + seed);
        }
        for (String text : List.of("", "null", "[]", "{}", "42", "NaN", "{\"grains\": NaN}", "{\"grains\": 1e999}", "[[[[[[[[")) {
            assertThat(solve(text, text)).isEqualTo("refused");
        }
    }

    @Test
    void numbers_that_would_overflow_the_score_are_refused() throws Exception {
        ObjectNode tree = (ObjectNode) JSON.readTree(json(RandomProblem.of(1, 8)));
        ((ObjectNode) tree.get("weights")).put("exposure", 1_000_000_000L);
        tree.get("tasks").forEach(task -> ((ObjectNode) task).put("risk", 1_000_000));
        tree.get("tasks").forEach(task -> ((ObjectNode) task).put("earliest", -10_000));
        assertThat(solve(tree.toString(), "overflow")).isEqualTo("refused");
    }

    private String solve(String text, String about) throws Exception {
        String outcome;
        try {
            Problem problem = ProblemJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            Schedule schedule = new WindowPlanner().plan(problem, new Effort(5, 1, 3), now -> { });
            complete(problem, schedule, about);
            Schedule again = new WindowPlanner().resume(problem, schedule, new Effort(5, 2, 3), now -> { });
            complete(problem, again, about);
            assertThat(again.score().medium()).as(about).isLessThanOrEqualTo(schedule.score().medium());
            Replanned replanned = new WindowReplanner().replan(Revision.of(problem, new Published(schedule, Set.of(), problem),
                    LocalDate.of(2026, 1, 6), List.of()), new Effort(5, 1, 3), now -> { });
            complete(replanned.problem(), replanned.proposal(), about);
            outcome = "planned";
        } catch (InvalidProblemException e) {
            assertThat(e.issues()).as(about).isNotEmpty().allSatisfy(issue -> {
                assertThat(issue.message().in(Language.JA)).isNotBlank();
                assertThat(issue.message().in(Language.EN)).isNotBlank();
            });
            outcome = "refused";
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(about + ": " + text.substring(0, Math.min(300, text.length())), e);
        }
        outcomes.merge(outcome, 1, Integer::sum);
        return outcome;
    }

    private static void complete(Problem problem, Schedule schedule, String about) {
        assertThat(ExactScore.of(problem, schedule).broken()).as(about).isEmpty();
        assertThat(schedule.assignments().size() + schedule.unassigned().size()).as(about).isEqualTo(problem.tasks().size());
        assertThat(schedule.unassigned()).as(about).allSatisfy(task -> assertThat(task.reasons()).isNotEmpty());
    }

    private static void damage(JsonNode tree, Random random) {
        List<JsonNode> inner = new ArrayList<>();
        collect(tree, inner);
        JsonNode at = inner.get(random.nextInt(inner.size()));
        if (at instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            if (!names.isEmpty()) {
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(8) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, value(random));
                }
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(index);
                case 1 -> array.add(array.get(index).deepCopy());
                case 2 -> array.removeAll();
                default -> array.set(index, value(random));
            }
        }
    }

    private static JsonNode value(Random random) {
        String[] values = {"null", "-1", "0", "1", "2", "7", "168", "400", "2147483647", "-2147483648", "9223372036854775807", "1e308", "0.5",
            "\"x\"", "\"\"", "\"R0\"", "\"T1\"", "\"V0\"", "\"S0\"", "[]", "{}", "true", "false", "[\"T0\",\"T1\"]", "[[5,2]]",
            "[[-2147483648,2147483647]]", "[\"R0\",\"R0\",\"R0\"]", "[3]", "\"2026-01-05T00:00\"", "\"-999999999-01-01T00:00\""};
        return JSON.readTree(values[random.nextInt(values.length)]);
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private static String json(Problem problem) {
        var bytes = new ByteArrayOutputStream();
        ProblemJson.write(problem, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
