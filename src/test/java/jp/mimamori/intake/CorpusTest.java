package jp.mimamori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every spreadsheet that is known to trouble readers: fuzzed, damaged, encrypted, bombs. */
class CorpusTest {

    private static final Path CORPUS = Path.of("../shared/data/spreadsheets");

    @Test
    void every_file_gives_a_reading_or_one_clear_line() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), CORPUS + " is not there: its files are not tried");
        List<Path> files;
        try (Stream<Path> all = Files.walk(CORPUS)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Pipeline pipeline = new Pipeline();
        List<String> faults = new ArrayList<>();
        int read = 0;
        for (Path file : files) {
            try {
                read += pipeline.outcome(file).equals("read") ? 1 : 0;
            } catch (AssertionError e) {
                faults.add(CORPUS.relativize(file) + ": " + e.getMessage());
            }
        }
        assertThat(faults).isEmpty();
        assertThat(files).hasSizeGreaterThan(400);
        assertThat(read).isPositive();
    }
}
