package jp.mimamori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random damage to good files, always the same: a reading or one clear line, and nothing outside is opened. */
class FuzzTest {

    private static final int SEEDS = 1_200;

    @TempDir
    Path folder;

    @Test
    void the_good_files_read_well() throws Exception {
        Pipeline pipeline = new Pipeline();
        for (var file : GoodFiles.all().entrySet()) {
            Path path = Files.write(folder.resolve(file.getKey()), file.getValue());
            assertThat(pipeline.outcome(path)).as(file.getKey()).isEqualTo("read");
        }
    }

    @Test
    void any_mutation_of_a_good_file_gives_a_reading_or_one_clear_line() throws Exception {
        try (Fuzz fuzz = new Fuzz(folder)) {
            for (long seed = 0; seed < SEEDS; seed++) {
                fuzz.attempt(seed);
            }
            assertThat(fuzz.faults()).isEmpty();
            assertThat(fuzz.bites()).as("connections to the planted address").isZero();
            assertThat(fuzz.outcomes()).containsKeys("read", "INTAKE-106", "INTAKE-108").doesNotContainKey("fault");
        }
    }

    @Test
    void a_mutation_is_the_same_whenever_its_seed_is() throws Exception {
        byte[] good = List.copyOf(GoodFiles.all().values()).get(3);
        assertThat(new Mutator(7, "x").mutate(good)).isEqualTo(new Mutator(7, "x").mutate(good)).isNotEqualTo(good);
    }
}
