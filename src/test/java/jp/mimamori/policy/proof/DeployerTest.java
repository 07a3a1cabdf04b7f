package jp.mimamori.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.decision.Urgency;
import org.junit.jupiter.api.Test;

/** Our copy of SSVC's tables against CERT/CC's own files. */
class DeployerTest {

    private static final Path TABLES = Path.of("../shared/data/ssvc/csv/ssvc");

    @Test
    void every_cell_of_the_deployer_table_is_as_published() throws IOException {
        List<String[]> rows = read("deployer_patch_application_priority_1_0_0.csv");
        assertThat(rows).hasSize(72);
        for (String[] row : rows) {
            int exploitation = List.of("none", "public poc", "active").indexOf(row[1]);
            int[] ours = exploitation == 1 ? new int[] {1, 2} : new int[] {exploitation == 0 ? 0 : 3};
            int[] reach = switch (row[2]) {
                case "small" -> new int[] {0};
                case "controlled" -> new int[] {1, 2};
                default -> new int[] {3, 4};
            };
            int impact = List.of("low", "medium", "high", "very high").indexOf(row[4]);
            Urgency expected = Urgency.values()[List.of("defer", "scheduled", "out-of-cycle", "immediate").indexOf(row[5])];
            for (int level : ours) {
                for (int exposure : reach) {
                    assertThat(Deployer.urgency(level, exposure, row[3].equals("yes"), impact)).as(String.join(",", row)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void every_cell_of_the_human_impact_table_is_as_published() throws IOException {
        List<String[]> rows = read("human_impact_1_0_0.csv");
        assertThat(rows).hasSize(16);
        for (String[] row : rows) {
            int safety = List.of("negligible", "marginal", "critical", "catastrophic").indexOf(row[1]);
            int operation = List.of("degraded", "mef support crippled", "mef failure", "mission failure").indexOf(row[2]);
            int expected = List.of("low", "medium", "high", "very high").indexOf(row[3]);
            assertThat(Deployer.humanImpact(safety + 1, operation)).as(String.join(",", row)).isEqualTo(expected);
            if (safety == 0) {
                assertThat(Deployer.humanImpact(0, operation)).isEqualTo(expected);
            }
        }
    }

    private static List<String[]> read(String name) throws IOException {
        Path file = TABLES.resolve(name);
        assumeTrue(Files.exists(file), "no " + file + " here; VerifierTest proves the shipped tables against our copy");
        return Files.readAllLines(file).stream().skip(1).map(line -> line.toLowerCase(java.util.Locale.ROOT).split(",")).toList();
    }
}
