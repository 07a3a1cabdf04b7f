package jp.mimamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Times commands as whole processes: JVM start included. Runs each once to warm the disk cache, then takes turns (A B A B …)
 * so that a machine that slows down slows all of them, and takes the median.
 *
 * <p>CPU is the operating system's own count for the process, memory its peak resident size ({@code VmHWM}, Linux only); both
 * are looked at every few milliseconds, so the last few of a process are missed.
 */
final class WholeProcess {

    private static final int POLL_MILLIS = 5;

    /**
     * One command.
     *
     * @param name        what the table calls it
     * @param words       its command line
     * @param environment what it finds in its environment beside ours
     * @param limit       what is asked of it, in words; empty where nothing is
     */
    record Command(String name, List<String> words, Map<String, String> environment, String limit) {
    }

    /** Seconds of wall clock and CPU, megabytes (MiB) at the peak (0 where the system does not tell), and the exit status. */
    record Run(double wall, double cpu, double megabytes, int exit) {
    }

    private WholeProcess() {
    }

    /** Medians of {@code runs} counted runs of each command, in the order of the commands; a failure anywhere is kept. */
    static List<Run> measure(List<Command> commands, int runs) throws IOException, InterruptedException {
        List<List<Run>> all = new ArrayList<>();
        commands.forEach(command -> all.add(new ArrayList<>()));
        for (int round = 0; round <= runs; round++) {
            for (int i = 0; i < commands.size(); i++) {
                Run run = once(commands.get(i));
                if (round > 0) {
                    all.get(i).add(run);
                }
            }
        }
        return all.stream().map(of -> new Run(median(of, Run::wall), median(of, Run::cpu), median(of, Run::megabytes),
                of.stream().mapToInt(Run::exit).max().orElse(0))).toList();
    }

    private static Run once(Command command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.words()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(command.environment());
        long began = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        Duration cpu = Duration.ZERO;
        do {
            peak = Math.max(peak, peakMegabytes(String.valueOf(process.pid())));
            Duration now = process.toHandle().info().totalCpuDuration().orElse(cpu);
            cpu = now.compareTo(cpu) > 0 ? now : cpu;
        } while (!process.waitFor(POLL_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS));
        return new Run((System.nanoTime() - began) / 1e9, cpu.toNanos() / 1e9, peak, process.exitValue());
    }

    /** The most resident memory a process has had so far, in MiB; {@code pid} may be {@code self}. */
    static double peakMegabytes(String pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("\\D+", "")) / 1024;
                }
            }
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        double[] values = runs.stream().mapToDouble(of).sorted().toArray();
        return values.length == 0 ? 0 : values[values.length / 2];
    }

    /** Prints commands and their medians as one table. */
    static void print(List<Command> commands, List<Run> medians) {
        Markdown.header("what", "wall s", "CPU s", "peak MiB", "limit");
        for (int i = 0; i < commands.size(); i++) {
            Run run = medians.get(i);
            String failed = run.exit() == 0 ? "" : " **(exit status " + run.exit() + ")**";
            Markdown.row(commands.get(i).name() + failed, Markdown.number("%.2f", run.wall()), Markdown.number("%.2f", run.cpu()),
                    Markdown.number("%.0f", run.megabytes()), commands.get(i).limit());
        }
    }

    /** A JVM that does nothing but {@code main}: the options of our own start script, and the few jars that it needs. */
    static Command floor(String name, Class<?> main, List<Path> files, String... options) {
        List<String> jars = List.of("test-classes", "fastexcel", "aalto", "stax2", "commons-compress", "commons-io",
                "commons-lang3", "opczip", "fastcsv", "jspecify");
        String separator = System.getProperty("path.separator");
        String path = String.join(separator, Arrays.stream(System.getProperty("java.class.path").split(separator))
                .filter(entry -> jars.stream().anyMatch(jar -> Path.of(entry).getFileName().toString().startsWith(jar))).toList());
        List<String> words = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", path, main.getName()));
        files.forEach(file -> words.add(file.toString()));
        return new Command(name, List.copyOf(words), Map.of(), "");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
