package jp.mimamori.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.solver.WindowPlanner;

/**
 * {@code ./bench schedule}: how good a plan is after so many seconds from the problem in memory, each instance in a JVM of its
 * own that has planned nothing before.
 */
final class ScheduleBenchmark {

    private static final Path SHARED = Path.of("../shared/data/planning");
    private static final Path WORK = Path.of("target/bench");
    private static final long SEED = 1;

    /** What is asked of an instance: a ratio to the bound after 10 and 60 s, or the most risk left without a window. */
    private enum Gate {
        S_1_P("1.02", "1.018"), M_1_P("1.12", "1.11"), L_1_P("1.14", "1.11"), XL_1_P("1.25", "1.20"),
        S_1_N("20", ""), M_1_N("4", ""), L_1_N("42", "");

        private final String after10;
        private final String after60;

        Gate(String after10, String after60) {
            this.after10 = after10;
            this.after60 = after60;
        }

        static String of(String instance, double seconds) {
            return Arrays.stream(values()).filter(gate -> gate.name().replace('_', '-').equals(instance))
                    .map(gate -> seconds == 10 ? gate.after10 : seconds == 60 ? gate.after60 : "")
                    .map(limit -> limit.isEmpty() ? "" : instance.endsWith("N") ? "unplaced risk ≤ " + limit : "ratio ≤ " + limit)
                    .findAny().orElse("");
        }
    }

    private ScheduleBenchmark() {
    }

    /** {@code args}: seconds of search (10), {@code --xl} for the largest instance too. */
    public static void main(String[] args) throws IOException, InterruptedException, InvalidProblemException {
        if (args.length == 3 && args[0].equals("--one")) {
            one(Path.of(args[1]), Double.parseDouble(args[2]));
            return;
        }
        String seconds = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).findFirst().orElse("10");
        boolean shared = Files.isDirectory(SHARED);
        List<Path> instances = shared ? instances(Arrays.asList(args).contains("--xl")) : generated();
        System.out.println(seconds + " s each; instances: " + (shared ? "as given" : "generated"));
        Markdown.header("instance", "tasks", "unplaced tasks (risk)", "all placed after s", "soft", "bound given", "bound proven here",
                "ratio to the better bound", "peak MiB", "limit");
        for (Path instance : instances) {
            Process process = new ProcessBuilder(WholeProcess.java(), "-XX:+UseSerialGC", "-Xmx1500m", "-cp",
                    System.getProperty("java.class.path"), ScheduleBenchmark.class.getName(), "--one", instance.toString(), seconds)
                            .redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (process.waitFor() != 0) {
                Markdown.row(instance.getFileName().toString(), "**failed (exit status " + process.exitValue() + ")**");
            }
        }
    }

    private static List<Path> instances(boolean largest) {
        List<String> names = new ArrayList<>(List.of("S-1-P.json", "M-1-P.json", "L-1-P.json", "S-1-N.json", "M-1-N.json",
                "L-1-N.json"));
        if (largest) {
            names.add("XL-1-P.json.gz");
        }
        return names.stream().map(SHARED::resolve).filter(Files::exists).toList();
    }

    /** The problems of the sample hospital and of the big one, as the main job states them. */
    private static List<Path> generated() throws IOException {
        Files.createDirectories(WORK);
        Path sample = WORK.resolve("sample.json");
        Path big = WORK.resolve("big.json");
        write(SampleRun.problem(SampleRun.sample()), sample);
        write(SampleRun.problem(SampleRun.assess(BigHospital.write(WORK.resolve("hospital")), BigHospital.AS_OF)), big);
        return List.of(sample, big);
    }

    private static void write(Problem problem, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            ProblemJson.write(problem, out);
        }
    }

    private static void one(Path file, double seconds) throws IOException, InvalidProblemException {
        Problem problem = ProblemJson.read(file);
        String name = file.getFileName().toString().replaceFirst("\\.json.*", "");
        double[] placedAfter = {-1};
        Schedule schedule = new WindowPlanner().plan(problem, new Planner.Effort(seconds, SEED, null), now -> {
            if (now.unplaced() == 0 && placedAfter[0] < 0) {
                placedAfter[0] = now.seconds();
            }
        });
        int unplaced = schedule.unassigned().size();
        long soft = schedule.score().soft();
        long given = given(name);
        Schedule.Bound proven = schedule.bound();
        long better = unplaced > 0 ? 0 : Math.max(given, proven == null ? 0 : proven.soft()); // a bound holds for its own tasks only
        Markdown.row(name, Markdown.number("%,d", problem.tasks().size()),
                Markdown.number("%d (%d)", unplaced, schedule.score().medium()),
                placedAfter[0] < 0 ? "–" : Markdown.number("%.2f", placedAfter[0]), Markdown.number("%,d", soft),
                given == 0 ? "–" : Markdown.number("%,d", given), proven == null ? "–" : Markdown.number("%,d", proven.soft()),
                better == 0 ? "–" : Markdown.number("%.4f", (double) soft / better),
                Markdown.number("%.0f", WholeProcess.peakMegabytes("self")), Gate.of(name, seconds));
    }

    /** The bound that the instances' README gives for all tasks placed; 0 where it gives none. */
    private static long given(String name) throws IOException {
        Path readme = SHARED.resolve("README.md");
        if (!Files.exists(readme)) {
            return 0;
        }
        Matcher line = Pattern.compile("(?m)^\\| *" + Pattern.quote(name) + " *\\| *([\\d,]+)").matcher(Files.readString(readme));
        return line.find() ? Long.parseLong(line.group(1).replace(",", "")) : 0;
    }
}
