package jp.mimamori.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.TrailCheck;
import jp.mimamori.backup.Manifest;
import jp.mimamori.backup.UnusableBackupException;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and the check of the trail, with a service that runs and with one that does not. */
class StoreroomTest {

    private static final byte[] FILE = "機器番号,機器名\nME-1,CT装置\n".getBytes(StandardCharsets.UTF_8);
    @TempDir
    Path folder;

    private static Storeroom storeroom(Path data, String... settings) {
        return new Storeroom(data, List.of(settings), Duration.ofSeconds(60));
    }

    private static void fill(RunningService service) throws Exception {
        service.part(Accounts.class).add("sakura", "桜井 みどり", Set.of(Role.ADMINISTRATOR, Role.VIEWER), "{bcrypt}x");
        HospitalStore store = service.part(HospitalStore.class);
        store.commit(LocalDate.of(2026, 9, 10), "sakura", "{\"言\":\"\\\"引用\\\"\"}", List.of(new HospitalStore.KeptFile("台帳.csv", "a".repeat(64), FILE)),
                List.of(new Step(Kind.DEVICE, "id:ME-1", "{\"id\":\"ME-1\"}"), new Step(Kind.DEVICE, "id:ME-2", "{\"id\":\"ME-2\"}")), store.version());
        store.commit(LocalDate.of(2026, 9, 11), "sakura", "{}", List.of(), List.of(new Step(Kind.DEVICE, "id:ME-2", null)), store.version());
        service.part(AuditTrail.class).add(new AuditEvent(Instant.now(), "sakura", "test", null, "絵文字 🏥 と\n改行"));
    }

    private static List<String> devices(RunningService service) {
        List<String> found = new ArrayList<>();
        service.part(HospitalStore.class).now(Kind.DEVICE, (key, json) -> found.add(key + " " + json));
        return found;
    }

    @Test
    void a_backup_taken_while_the_service_runs_restores_everything_and_work_goes_on_from_there() throws Exception {
        Path data = folder.resolve("data");
        Path zip = folder.resolve("backup.zip");
        List<String> before;
        try (RunningService service = RunningService.start(data, 0, List.of())) {
            fill(service);
            before = devices(service);
            storeroom(data).backup(zip);
            assertThat(storeroom(data).verify().isWhole()).isTrue();
        }
        Path restored = folder.resolve("restored");
        Manifest manifest = storeroom(restored).restore(zip);
        assertThat(manifest.entries()).isGreaterThan(3);
        try (RunningService service = RunningService.start(restored, 0, List.of())) {
            assertThat(devices(service)).isEqualTo(before).isNotEmpty();
            assertThat(service.firstRun()).isEmpty();
            assertThat(service.part(Accounts.class).all().get(0).roles()).containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.VIEWER);
            HospitalStore store = service.part(HospitalStore.class);
            store.undo(2, "sakura");
            assertThat(devices(service)).hasSize(2);
            assertThat(store.commit(LocalDate.of(2026, 9, 12), "sakura", "{}", List.of(), List.of(), store.version()).id()).isEqualTo(3);
            assertThat(service.part(AuditTrail.class).check().isWhole()).isTrue();
        }
        assertThat(storeroom(restored).verify().isWhole()).isTrue();
        assertThatThrownBy(() -> storeroom(restored).restore(zip)).isInstanceOf(CannotStartException.class);
    }

    @Test
    void a_hospital_moves_from_the_embedded_database_to_postgresql_and_back() throws Exception {
        Path data = folder.resolve("data");
        Path zip = folder.resolve("backup.zip");
        List<String> before;
        try (RunningService service = RunningService.start(data, 0, List.of())) {
            fill(service);
            before = devices(service);
        }
        storeroom(data).backup(zip);
        String[] postgres = Databases.emptyPostgres();
        storeroom(folder.resolve("p"), postgres).restore(zip);
        try (RunningService service = RunningService.start(folder.resolve("p"), 0, List.of(postgres))) {
            assertThat(devices(service)).isEqualTo(before).isNotEmpty();
            assertThat(service.part(AuditTrail.class).check().isWhole()).isTrue();
            fillMore(service);
        }
        assertThatThrownBy(() -> storeroom(folder.resolve("p"), postgres).restore(zip)).isInstanceOf(UnusableBackupException.class);
        Path back = folder.resolve("back.zip");
        storeroom(folder.resolve("p"), postgres).backup(back);
        storeroom(folder.resolve("h2")).restore(back);
        try (RunningService service = RunningService.start(folder.resolve("h2"), 0, List.of())) {
            assertThat(devices(service)).hasSize(2);
        }
    }

    private static void fillMore(RunningService service) throws Exception {
        HospitalStore store = service.part(HospitalStore.class);
        store.commit(LocalDate.of(2026, 9, 13), "sakura", "{}", List.of(), List.of(new Step(Kind.DEVICE, "id:ME-3", "{}")), store.version());
    }

    @Test
    void a_backup_that_was_changed_or_is_none_restores_nothing() throws Exception {
        Path data = folder.resolve("data");
        Path zip = folder.resolve("backup.zip");
        try (RunningService service = RunningService.start(data, 0, List.of())) {
            fill(service);
        }
        storeroom(data).backup(zip);
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Path accounts = inside.getPath("tables/account.jsonl");
            Files.writeString(accounts, Files.readString(accounts).replace("桜井", "松井"));
        }
        Path target = folder.resolve("target");
        assertThatThrownBy(() -> storeroom(target).restore(zip)).isInstanceOf(UnusableBackupException.class);
        Path text = Files.writeString(folder.resolve("text.zip"), "no ZIP at all");
        assertThatThrownBy(() -> storeroom(target).restore(text)).isInstanceOf(UnusableBackupException.class);
        assertThat(databases(target)).isEmpty();
    }

    private static List<Path> databases(Path target) throws IOException {
        try (var files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        }
    }

    @Test
    void a_changed_entry_of_the_trail_is_found_and_named() throws Exception {
        Path data = folder.resolve("data");
        try (RunningService service = RunningService.start(data, 0, List.of())) {
            fill(service);
        }
        assertThat(storeroom(data).verify().isWhole()).isTrue();
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("mimamori") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "mimamori", ""); var statement = database.createStatement()) {
            assertThat(statement.executeUpdate("update audit_entry set detail = 'nothing' where number = 2")).isEqualTo(1);
        }
        TrailCheck check = storeroom(data).verify();
        assertThat(check.brokenAt()).isEqualTo(2);
    }

    @Test
    void the_sample_hospital_is_brought_in_once_on_request_and_can_be_taken_back() throws Exception {
        try (RunningService service = RunningService.start(folder.resolve("demo"), 0, List.of())) {
            assertThat(service.demo()).isTrue();
            assertThat(devices(service)).hasSizeGreaterThan(100);
            assertThat(service.demo()).isFalse();
            HospitalStore store = service.part(HospitalStore.class);
            store.undo(store.imports(1).get(0).id(), "sakura");
            assertThat(devices(service)).isEmpty();
        }
    }
}
