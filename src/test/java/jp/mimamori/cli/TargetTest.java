package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {

    @TempDir
    Path folder;

    @Test
    void a_target_that_cannot_be_written_is_told_and_nothing_is_left_behind() throws Exception {
        Path missing = folder.resolve("no such folder").resolve("plan.xlsx");
        Path directory = Files.createDirectory(folder.resolve("taken.xlsx"));
        for (Path target : new Path[] {missing, directory}) {
            assertThatThrownBy(() -> Target.check(target)).isInstanceOf(Failure.class);
            assertThatThrownBy(() -> Target.write(target, stream -> stream.write(1))).isInstanceOf(Failure.class);
        }
        assertThat(files()).containsExactly("taken.xlsx");
    }

    @Test
    void where_writing_fails_half_way_the_old_file_stays_as_it_was() throws Exception {
        Path out = Files.writeString(folder.resolve("plan.xlsx"), "the old one");
        assertThatThrownBy(() -> Target.write(out, stream -> {
            stream.write(new byte[100_000]);
            throw new IOException("disk full");
        })).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.exit()).isEqualTo(Exit.FAULT);
            assertThat(failure.lines().toString()).contains("disk full");
        });
        assertThat(out).hasContent("the old one");
        assertThat(files()).containsExactly("plan.xlsx");
    }

    @Test
    void a_fault_of_ours_leaves_the_old_file_too() throws Exception {
        Path out = Files.writeString(folder.resolve("plan.xlsx"), "the old one");
        assertThatThrownBy(() -> Target.write(out, stream -> {
            throw new IllegalStateException("a fault");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(out).hasContent("the old one");
        assertThat(files()).containsExactly("plan.xlsx");
    }

    @Test
    void a_link_stays_a_link_to_the_file_it_names() throws Exception {
        Path file = Files.writeString(folder.resolve("plan 2026.xlsx"), "the old one");
        Path link = Files.createSymbolicLink(folder.resolve("plan.xlsx"), file);
        Target.write(link, stream -> stream.write("the new one".getBytes(StandardCharsets.UTF_8)));
        assertThat(link).isSymbolicLink().hasContent("the new one");
        assertThat(file).isRegularFile().hasContent("the new one");
        assertThat(files()).containsExactlyInAnyOrder("plan 2026.xlsx", "plan.xlsx");
    }

    private java.util.List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
