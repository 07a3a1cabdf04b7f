package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Set;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mimamori backup}, {@code restore} and {@code audit verify} as an administrator runs them: processes beside the service. */
class ErrandCommandsTest {

    @TempDir
    Path folder;

    @Test
    void what_is_backed_up_beside_the_running_service_is_restored_and_its_trail_is_whole() throws Exception {
        Program program = Program.in(folder);
        try (RunningService service = RunningService.start(folder.resolve("d"), 0, List.of())) {
            service.part(Accounts.class).add("sakura", "桜井 みどり", Set.of(Role.ADMINISTRATOR), "{bcrypt}x");
            assertThat(service.demo()).isTrue();
            Program.Run backup = program.run("backup", "--data", "d", "--out", "控え.zip", "--lang", "ja");
            assertThat(backup.exit()).as(backup.all()).isZero();
            assertThat(backup.out()).contains("控え.zip");
            Program.Run whole = program.run("audit", "verify", "--data", "d", "--lang", "en");
            assertThat(whole.exit()).as(whole.all()).isZero();
        }
        Program.Run restore = program.run("restore", "控え.zip", "--data", "再", "--lang", "ja");
        assertThat(restore.exit()).as(restore.all()).isZero();
        assertThat(program.run("audit", "verify", "--data", "再", "--lang", "ja").exit()).isZero();
        Program.Run onto = program.run("restore", "控え.zip", "--data", "再", "--lang", "ja");
        assertThat(onto.exit()).as("never onto something: " + onto.all()).isNotZero();
        try (RunningService again = RunningService.start(folder.resolve("再"), 0, List.of())) {
            assertThat(again.firstRun()).isEmpty();
            assertThat(again.demo()).as("the sample is there already").isFalse();
        }
    }

    @Test
    void a_changed_entry_of_the_trail_is_told_by_its_number_and_exit_status_4() throws Exception {
        try (RunningService service = RunningService.start(folder.resolve("d"), 0, List.of())) {
            assertThat(service.demo()).isTrue();
        }
        long changed;
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("d/mimamori") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "mimamori", ""); var statement = database.createStatement()) {
            try (var last = statement.executeQuery("select min(number) from audit_entry where action = 'import.committed'")) {
                last.next();
                changed = last.getLong(1);
            }
            assertThat(statement.executeUpdate("update audit_entry set actor = 'somebody' where number = " + changed)).isOne();
        }
        Program.Run run = Program.in(folder).run("audit", "verify", "--data", "d", "--lang", "ja");
        assertThat(run.exit()).as(run.all()).isEqualTo(4);
        assertThat(run.err()).contains(String.valueOf(changed));
        assertThat(run.all().strip().lines()).as(run.all()).hasSize(1);
    }

    @Test
    void what_is_no_backup_is_refused_and_nothing_is_made() throws Exception {
        Files.writeString(folder.resolve("x.zip"), "no zip at all");
        Program.Run run = Program.in(folder).run("restore", "x.zip", "--data", "d", "--lang", "ja");
        assertThat(run.exit()).as(run.all()).isEqualTo(3);
        assertThat(folder.resolve("d/mimamori.mv.db")).doesNotExist();
    }
}
