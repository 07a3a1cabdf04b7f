package jp.mimamori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Each sample hospital is read as a careful person reads it. Skipped where the samples are not there. */
class WorkbookCasesTest {

    private static final Path CASES = Path.of("../shared/data/workbooks");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> reads_every_sample_as_expected() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "the sample workbooks are not there");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> cases = Files.list(CASES)) {
            for (Path folder : cases.filter(c -> Files.exists(c.resolve("expected.json"))).sorted().toList()) {
                JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
                if (expected.has("runs")) {
                    for (JsonNode run : expected.get("runs")) {
                        tests.add(test(folder, run, folder.getFileName() + " " + run.get("run").asString()));
                    }
                } else {
                    tests.add(test(folder, expected, folder.getFileName().toString()));
                }
            }
        }
        return tests.stream();
    }

    private static DynamicTest test(Path folder, JsonNode expected, String name) {
        return DynamicTest.dynamicTest(name, () -> check(folder, expected));
    }

    private static void check(Path folder, JsonNode expected) throws IOException {
        List<InputFile> files = new ArrayList<>();
        expected.get("files").forEach(f -> files.add(new InputFile(folder.resolve(f.asString()), null)));
        Reading reading;
        try {
            reading = new Intake(Shelf.shipped()).read(files, WorkbookMaker.AS_OF, progress -> { });
        } catch (UnusableFileException e) {
            assertThat(expected.path("exit").asInt(0)).as(e.issue().message().toString()).isEqualTo(3);
            return;
        }
        assertThat(expected.path("exit").asInt(0)).isEqualTo(0);
        JsonNode actual = JSON.valueToTree(ReadingAsTree.of(reading));
        List<String> differences = new ArrayList<>();
        new Expectation(expected, actual, differences).compare();
        assertThat(differences.stream().limit(20)).as("%s differences", differences.size()).isEmpty();
        for (Map.Entry<String, JsonNode> count : expected.path("counts").properties()) {
            assertThat(Expectation.fits(count.getValue(), JSON.valueToTree(actual.get(count.getKey()).size())))
                    .as("%s: %s", count.getKey(), actual.get(count.getKey()).size()).isTrue();
        }
    }
}
