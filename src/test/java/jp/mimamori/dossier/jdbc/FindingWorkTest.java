package jp.mimamori.dossier.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.dossier.FindingEdit;
import jp.mimamori.dossier.FindingWork;
import jp.mimamori.dossier.Records;
import jp.mimamori.dossier.StarHospital;
import jp.mimamori.dossier.Version;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.jdbc.Hospitals;
import jp.mimamori.intake.Reading;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.service.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class FindingWorkTest {

    private static final String ONE = "id:VT-2026-018";
    private static final String OTHER = "id:VT-2025-001";

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    private static final class Desk {

        private final HospitalStore store;
        private final Records records;
        private final AuditTrail trail;
        private final Asked deciding = new Asked();
        private final FindingWork work;

        Desk(DataSource source) throws Exception {
            store = Hospitals.store(source);
            records = new JdbcRecords(JdbcClient.create(source));
            trail = AuditTrails.in(source);
            work = new FindingWork(store, records, new JdbcHandKept(store, trail, Clock.systemUTC()), deciding);
            StarHospital.into(store, SAMPLE);
        }

        Finding now(String key) {
            return records.finding(key).orElseThrow().value().finding();
        }

        long since(String key) {
            return records.finding(key).orElseThrow().since();
        }

        FindingWork.Outcome change(String key, long seen, UnaryOperator<Finding> change) {
            return work.change(key, seen, change, "finding.changed", "suzuki");
        }
    }

    private static final Reading SAMPLE = sample();

    private static Reading sample() {
        try {
            return StarHospital.read();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnaryOperator<Finding> status(FindingStatus status) {
        return finding -> {
            FindingEdit was = FindingEdit.of(finding);
            return new FindingEdit(status, was.owner(), was.plannedCompletion(), was.completed(), was.action(), was.note()).applied(finding);
        };
    }

    private static UnaryOperator<Finding> note(String note) {
        return finding -> {
            FindingEdit was = FindingEdit.of(finding);
            return new FindingEdit(was.status(), was.owner(), was.plannedCompletion(), was.completed(), was.action(), note).applied(finding);
        };
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_change_is_kept_decided_anew_told_and_can_be_taken_back(DataSource source) throws Exception {
        Desk desk = new Desk(source);
        Finding before = desk.now(ONE);
        FindingWork.Done done = (FindingWork.Done) desk.change(ONE, desk.since(ONE), status(FindingStatus.IN_PROGRESS));
        assertThat(desk.now(ONE).status()).isEqualTo(FindingStatus.IN_PROGRESS);
        assertThat(desk.deciding.touched).containsExactly(ONE);
        List<Version<KeptFinding>> versions = desk.records.findingVersions(ONE);
        assertThat(versions).extracting(Version::byHand).containsExactly(true, false);
        assertThat(FieldChange.between(versions.get(1).value(), versions.get(0).value()))
                .containsExactly(new FieldChange("finding.status", before.status(), FindingStatus.IN_PROGRESS));
        assertThat(desk.trail.about("finding/" + ONE, 9)).singleElement().satisfies(entry -> {
            assertThat(entry.event().actor()).isEqualTo("suzuki");
            assertThat(entry.event().detail()).contains("finding.status", "IN_PROGRESS");
        });

        assertThat(desk.work.undo(ONE, done.run(), "sato")).isTrue();
        assertThat(desk.now(ONE)).isEqualTo(before);
        assertThat(desk.records.findingVersions(ONE)).hasSize(1);
        assertThat(desk.trail.about("finding/" + ONE, 9)).extracting(entry -> entry.event().action())
                .containsExactly("finding.undone", "finding.changed");
        assertThat(desk.trail.check().isWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_a_change_of_the_same_finding_stands_in_the_way(DataSource source) throws Exception {
        Desk desk = new Desk(source);
        long seen = desk.since(ONE);
        desk.change(OTHER, desk.since(OTHER), note("ほかの行"));
        assertThat(desk.change(ONE, seen, note("先"))).isInstanceOf(FindingWork.Done.class);
        assertThat(desk.change(ONE, seen, note("後"))).isInstanceOfSatisfying(FindingWork.Stale.class,
                stale -> assertThat(stale.now().value().finding().note()).isEqualTo("先"));
        assertThat(desk.now(ONE).note()).isEqualTo("先");
        assertThat(desk.change(ONE, desk.since(ONE), note("先"))).isInstanceOf(FindingWork.Same.class);
        assertThat(desk.change("id:NOBODY", 1, note("x"))).isInstanceOf(FindingWork.Gone.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void neither_an_import_nor_anothers_change_is_taken_back_from_here(DataSource source) throws Exception {
        Desk desk = new Desk(source);
        assertThat(desk.work.undo(ONE, desk.since(ONE), "sato")).isFalse();
        FindingWork.Done first = (FindingWork.Done) desk.change(ONE, desk.since(ONE), note("一"));
        assertThat(desk.work.undo(OTHER, first.run(), "sato")).isFalse();
        desk.change(ONE, desk.since(ONE), note("二"));
        assertThatThrownBy(() -> desk.work.undo(ONE, first.run(), "sato")).isInstanceOf(TouchedException.class);
        assertThat(desk.now(ONE).note()).isEqualTo("二");
    }

    /** Remembers what it was asked. */
    private static final class Asked implements Deciding {

        private final List<String> touched = new ArrayList<>();

        @Override
        public List<FindingDecision> proof(String findingKey) {
            return List.of();
        }

        @Override
        public void each(@Nullable Predicate<FindingRow> wanted, Consumer<FindingDecision> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void touched(Collection<String> findingKeys) {
            touched.addAll(findingKeys);
        }

        @Override
        public long everything(String by) {
            throw new UnsupportedOperationException();
        }
    }
}
