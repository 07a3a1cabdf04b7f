package jp.mimamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times commands as whole processes: JVM start included. Runs each once to warm the disk cache, then takes turns (A B A B …)
 * so that a machine that slows down slows all of them, and prints the median.
 *
 * <p>CPU is the operating system's own count for the process, memory its peak resident size ({@code VmHWM}, Linux only).
 */
final class WholeProcess {

    /** One command: a name to print, and the words of its command line. */
    record Command(String name, List<String> words) {
    }

    /** Seconds of wall clock and CPU, and megabytes at the peak (0 where the system does not tell). */
    record Run(double wall, double cpu, double megabytes) {
    }

    private WholeProcess() {
    }

    /** Medians of {@code runs} counted runs of each command, in the order of the commands. */
    static List<Run> measure(List<Command> commands, int runs) throws IOException, InterruptedException {
        List<List<Run>> all = new ArrayList<>();
        commands.forEach(c -> all.add(new ArrayList<>()));
        for (int round = 0; round <= runs; round++) {
            for (int i = 0; i < commands.size(); i++) {
                Run run = once(commands.get(i));
                if (round > 0) {
                    all.get(i).add(run);
                }
            }
        }
        List<Run> medians = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            List<Run> of = all.get(i);
            Run median = new Run(median(of.stream().mapToDouble(Run::wall).toArray()),
                    median(of.stream().mapToDouble(Run::cpu).toArray()),
                    median(of.stream().mapToDouble(Run::megabytes).toArray()));
            System.out.printf(Locale.ROOT, "%-44s wall %6.2f s   cpu %6.2f s   peak %5.0f MB   (median of %d)%n",
                    commands.get(i).name(), median.wall(), median.cpu(), median.megabytes(), runs);
            medians.add(median);
        }
        return medians;
    }

    private static Run once(Command command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command.words()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        double peak = 0;
        Duration cpu = Duration.ZERO;
        while (process.isAlive()) {
            peak = Math.max(peak, peakMegabytes(process.pid()));
            cpu = process.toHandle().info().totalCpuDuration().orElse(cpu);
            Thread.sleep(10);
        }
        double wall = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command.name() + " ended with " + process.exitValue());
        }
        return new Run(wall, cpu.toNanos() / 1e9, peak);
    }

    private static double peakMegabytes(long pid) {
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

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }
}
