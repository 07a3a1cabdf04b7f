package jp.mimamori.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Facts;

/**
 * The second part of {@code ./bench decide}: {@code ./mimamori decide} as a filter over many lines, as a whole process, against a
 * JVM that reads the same lines with Jackson and writes them again; and, since an answer is ten times as long as its facts, against one
 * that reads the facts and reads and writes the answers.
 */
final class DecideLinesBenchmark {

    private static final Path WORK = Path.of("target/bench");
    private static final String LIMIT = "CPU ≤ 3 × floor, peak < 512 MB";

    private DecideLinesBenchmark() {
    }

    /** @param runs how often each is run and counted */
    static void run(int lines, int runs) throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        Path facts = WORK.resolve("facts.jsonl");
        Path distinct = WORK.resolve("distinct.jsonl");
        Path answers = WORK.resolve("answers.jsonl");
        write(FindingStream.of(lines), facts);
        write(FindingStream.distinct(lines), distinct);
        Process first = new ProcessBuilder("./mimamori", "decide", facts.toString(), "--json", answers.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (first.waitFor() != 0) {
            throw new IllegalStateException("decide failed");
        }
        System.out.println(Markdown.number("%,d lines of facts (%,d MB), %,d MB of answers; median of %d", lines,
                Files.size(facts) >> 20, Files.size(answers) >> 20, runs));
        List<WholeProcess.Command> commands = List.of(
                floor("floor: read and write the lines of facts (Jackson)", facts),
                floor("floor: read the facts, read and write the answers (Jackson)", facts, answers),
                decide("`decide`, findings as they come in hospitals", facts),
                decide("`decide`, hardly a state twice", distinct));
        WholeProcess.print(commands, WholeProcess.measure(commands, runs));
        Files.delete(answers);
    }

    private static WholeProcess.Command decide(String name, Path facts) {
        return new WholeProcess.Command(name, List.of("./mimamori", "decide", facts.toString()), Map.of(), LIMIT);
    }

    private static WholeProcess.Command floor(String name, Path... files) {
        List<String> words = new ArrayList<>(List.of(WholeProcess.java(), "-XX:+UseSerialGC", "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), JacksonFloor.class.getName()));
        for (Path file : files) {
            words.add(file.toString());
        }
        return new WholeProcess.Command(name, List.copyOf(words), Map.of(), "");
    }

    private static void write(List<Facts> stream, Path file) throws IOException {
        int number = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Facts f : stream) {
                out.write("{\"id\":\"F" + number++ + "\",\"asset\":\"" + f.asset() + "\",\"safety\":\"" + f.safety() + "\",\"operation\":\""
                        + f.operation() + "\",\"exposure\":\"" + f.exposure() + "\",\"exploitation\":\"" + f.exploitation()
                        + "\",\"support\":\"" + f.support() + "\",\"leak\":\"" + f.leak() + "\",\"cvssScore\":" + f.cvssScore()
                        + ",\"automatable\":\"" + f.automatable() + "\",\"attackVector\":\"" + f.attackVector() + "\",\"patch\":\""
                        + f.patch() + "\",\"cost\":\"" + f.cost() + "\",\"discovered\":\"" + f.discovered() + "\"}\n");
            }
        }
    }
}
