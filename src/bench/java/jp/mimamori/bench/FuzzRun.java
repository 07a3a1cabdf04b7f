package jp.mimamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.mimamori.intake.Fuzz;
import jp.mimamori.intake.Pipeline;

/** {@code ./bench fuzz}: every troublesome file of the corpus, then mutations of good files for as long as one likes, in one process. */
final class FuzzRun {

    private static final Path CORPUS = Path.of("../shared/data/spreadsheets");
    private static final Path WORK = Path.of("target/fuzz");

    private FuzzRun() {
    }

    /** {@code args[0]}: minutes, 5 by default; {@code args[1]}: the first seed, 1,000,000 by default. Exit status 1 where anything failed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 5;
        long first = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
        Files.createDirectories(WORK);
        Markdown.header("what", "files", "faults", "slowest s", "ends");
        int faults = corpus();
        long until = System.nanoTime() + (long) (minutes * 60e9);
        long seed = first;
        try (Fuzz fuzz = new Fuzz(WORK)) {
            while (System.nanoTime() < until) {
                fuzz.attempt(seed++);
            }
            Markdown.row("mutations, seeds " + first + " to " + (seed - 1), Markdown.number("%,d", seed - first), String.valueOf(fuzz.faults().size()),
                    Markdown.number("%.2f", fuzz.slowestSeconds()) + " (" + fuzz.slowest() + ")", ends(fuzz.outcomes()));
            faults += fuzz.faults().size() + fuzz.bites();
            System.out.println(Markdown.number("%nConnections to the planted address: %d; peak resident memory %.0f MiB, heap limit %d MiB", fuzz.bites(),
                    WholeProcess.peakMegabytes("self"), Runtime.getRuntime().maxMemory() >> 20));
            fuzz.faults().forEach(fault -> System.out.println("FAULT " + fault));
        }
        System.exit(faults == 0 ? 0 : 1);
    }

    private static int corpus() throws IOException, InterruptedException {
        if (!Files.isDirectory(CORPUS)) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(CORPUS)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Pipeline pipeline = new Pipeline();
        Map<String, Integer> outcomes = new TreeMap<>();
        double slowest = 0;
        int faults = 0;
        String slow = "";
        for (Path file : files) {
            long began = System.nanoTime();
            try {
                outcomes.merge(pipeline.outcome(file), 1, Integer::sum);
            } catch (AssertionError e) {
                faults++;
                System.out.println("FAULT " + e.getMessage());
            }
            if ((System.nanoTime() - began) / 1e9 > slowest) {
                slowest = (System.nanoTime() - began) / 1e9;
                slow = file.getFileName().toString();
            }
        }
        Markdown.row("corpus of damaged and odd files", String.valueOf(files.size()), String.valueOf(faults),
                Markdown.number("%.2f", slowest) + " (" + slow + ")", ends(outcomes));
        return faults;
    }

    private static String ends(Map<String, Integer> outcomes) {
        return String.join(", ", outcomes.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
    }
}
