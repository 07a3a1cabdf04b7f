package jp.mimamori.hospital.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.HospitalStore.KeptFile;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Step;
import jp.mimamori.service.Databases;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcHospitalStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 10);

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    private static HospitalStore store(DataSource source) {
        AuditTrail trail = AuditTrails.in(source);
        return new JdbcHospitalStore(JdbcClient.create(source), new JdbcTemplate(source), trail, Clock.systemUTC());
    }

    private static Map<String, String> now(HospitalStore store) {
        Map<String, String> now = new LinkedHashMap<>();
        store.now(Kind.DEVICE, now::put);
        return now;
    }

    private static ImportRun commit(HospitalStore store, String sha, Step... steps) throws HospitalStore.StaleException {
        return store.commit(DAY, "suzuki", "{}", List.of(new KeptFile("a.xlsx", sha.repeat(64), new byte[] {1, 2})), List.of(steps), store.version());
    }

    private static Step device(String key, String json) {
        return new Step(Kind.DEVICE, key, json);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_import_adds_replaces_and_closes_and_can_be_taken_back(DataSource source) throws Exception {
        HospitalStore store = store(source);
        commit(store, "a", device("x", "1"), device("y", "1"));
        ImportRun second = commit(store, "b", device("x", "2"), device("y", null), device("z", "1"));
        assertThat(now(store)).containsOnly(Map.entry("x", "2"), Map.entry("z", "1"));
        store.undo(second.id(), "suzuki");
        assertThat(now(store)).containsOnly(Map.entry("x", "1"), Map.entry("y", "1"));
        assertThat(store.imports(9)).extracting(ImportRun::state).containsExactly(ImportRun.State.UNDONE, ImportRun.State.COMMITTED);
        assertThat(store.holding("a".repeat(64))).isPresent();
        assertThat(store.holding("b".repeat(64))).isEmpty();
        assertThat(AuditTrails.in(source).check().isWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_a_later_import_builds_on_is_taken_back_after_it(DataSource source) throws Exception {
        HospitalStore store = store(source);
        ImportRun first = commit(store, "a", device("x", "1"));
        ImportRun second = commit(store, "b", device("x", null));
        ImportRun third = commit(store, "c", device("x", "3"));
        assertThatThrownBy(() -> store.undo(first.id(), "suzuki")).isInstanceOfSatisfying(HospitalStore.TouchedException.class,
                e -> assertThat(e.later()).isEqualTo(second.id()));
        assertThatThrownBy(() -> store.undo(second.id(), "suzuki")).isInstanceOfSatisfying(HospitalStore.TouchedException.class,
                e -> assertThat(e.later()).isEqualTo(third.id()));
        store.undo(third.id(), "suzuki");
        store.undo(second.id(), "suzuki");
        store.undo(first.id(), "suzuki");
        assertThat(now(store)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_looked_before_somebody_else_committed_has_to_look_again(DataSource source) throws Exception {
        HospitalStore store = store(source);
        long seen = store.version();
        commit(store, "a", device("x", "1"));
        assertThatThrownBy(() -> store.commit(DAY, "sato", "{}", List.of(), List.of(device("x", "9")), seen))
                .isInstanceOf(HospitalStore.StaleException.class);
        assertThat(now(store)).containsEntry("x", "1");
    }
}
