package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import jp.mimamori.service.RunningService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mimamori serve} where it cannot start: one line says why and what to do, and the exit status says what kind of thing it is. */
class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Program.Run run = Program.in(folder).run("serve", "--port", other.getLocalPort(), "--data", "d", "--lang", "ja");
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.all().strip().lines()).as(run.all()).hasSize(1);
            assertThat(run.err()).contains("ポート " + other.getLocalPort(), "--port");
        }
    }

    @Test
    void a_data_directory_belongs_to_one_service_at_a_time() throws Exception {
        try (RunningService other = RunningService.start(folder.resolve("d"), 0, List.of())) {
            Program.Run run = Program.in(folder).run("serve", "--port", 0, "--data", "d", "--lang", "en");
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.all().strip().lines()).as(run.all()).hasSize(1);
            assertThat(run.err()).contains("another Mimamori", "--data");
            assertThat(other.firstRun()).isPresent();
        }
    }

    @Test
    void a_data_directory_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("d"), "a file, no directory");
        Program.Run run = Program.in(folder).run("serve", "--port", 0, "--data", file, "--lang", "ja");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(file.toString(), "書き込めません");
        Path closed = Files.createDirectory(folder.resolve("closed"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        Assumptions.assumeFalse(Files.isWritable(closed), "root may write everywhere");
        assertThat(Program.in(folder).run("serve", "--port", 0, "--data", closed, "--lang", "ja").err()).contains("書き込めません");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() throws Exception {
        Program.Run run = Program.in(folder).run("serve", "--port", 0, "--data", "d", "--lang", "ja",
                "--set", "spring.datasource.url=jdbc:postgresql://localhost:1/mimamori", "--set", "spring.datasource.password=himitsu-himitsu",
                "--set", "spring.datasource.hikari.connection-timeout=2000");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.all().strip().lines()).as(run.all()).hasSize(1);
        assertThat(run.err()).contains("データベースにつながりません", "localhost:1", "spring.datasource.url");
        assertThat(run.all() + Files.readString(folder.resolve("d/log/mimamori.log"))).doesNotContain("himitsu-himitsu");
    }

    @Test
    void a_database_of_a_newer_program_is_left_alone() throws Exception {
        RunningService.start(folder.resolve("d"), 0, List.of()).close();
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("d/mimamori") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "mimamori", ""); var statement = database.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", "
                    + "\"installed_by\", \"execution_time\", \"success\") values (900, '900', 'later', 'SQL', 'V900__later.sql', 'x', 1, true)");
        }
        Program.Run run = Program.in(folder).run("serve", "--port", 0, "--data", "d", "--lang", "en");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("newer Mimamori (version 900)", "Nothing was changed");
    }

    @Test
    void a_setting_or_a_rule_that_cannot_be_used_is_named() throws Exception {
        Program.Run setting = Program.in(folder).run("serve", "--port", 0, "--data", "d", "--set", "mimamori.zone=Mars/Olympus", "--lang", "en");
        assertThat(setting.exit()).as(setting.err()).isEqualTo(2);
        assertThat(setting.err()).contains("Mars/Olympus");
        Files.createDirectories(folder.resolve("home/rules"));
        Program.Run policy = Program.in(folder).run("serve", "--port", 0, "--data", "d", "--set", "mimamori.home=" + folder.resolve("home"),
                "--lang", "en");
        assertThat(policy.exit()).as(policy.err()).isEqualTo(4);
    }
}
