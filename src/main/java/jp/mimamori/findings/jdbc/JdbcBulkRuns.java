package jp.mimamori.findings.jdbc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.findings.BulkEdit;
import jp.mimamori.findings.BulkRun;
import jp.mimamori.findings.BulkRuns;
import jp.mimamori.findings.json.BulkNotes;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.HospitalStore.StaleException;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A change of many findings is an import without files, whose note says what it was. */
@Repository
class JdbcBulkRuns implements BulkRuns {

    private final HospitalStore store;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;
    private final BulkNotes notes = new BulkNotes();

    JdbcBulkRuns(HospitalStore store, JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(rollbackFor = StaleException.class)
    public long keep(List<Step> steps, BulkEdit edit, String by, long seen) throws StaleException {
        String note = notes.write(edit, steps.size());
        ImportRun run = store.commit(LocalDate.now(clock), by, note, List.of(), steps, seen);
        trail.add(new AuditEvent(clock.instant(), by, BulkNotes.CHANGED, "import/" + run.id(), note));
        return run.id();
    }

    @Override
    public List<String> keys(long run) {
        return isOurs(run) ? jdbc.sql("select distinct record_key from kept_record where kind = ? and from_import = ?")
                .params(Kind.FINDING.name(), run).query(String.class).list() : List.of();
    }

    private boolean isOurs(long run) {
        Optional<String> note = jdbc.sql("select summary from import_run where id = ?").param(run).query(String.class).optional();
        return note.isPresent() && note.get().startsWith(BulkNotes.START);
    }

    @Override
    @Transactional(rollbackFor = TouchedException.class)
    public void undo(long run, String by) throws TouchedException {
        if (isOurs(run)) {
            store.undo(run, by);
        }
    }

    @Override
    public List<BulkRun> recent(int limit) {
        return jdbc.sql("""
                select id, state, as_of, by_name, at_millis, summary from import_run where summary like ? order by id desc limit ?""")
                .params(BulkNotes.START + "%", limit).query((row, i) -> notes.read(new ImportRun(row.getLong("id"),
                        ImportRun.State.valueOf(row.getString("state")), row.getObject("as_of", LocalDate.class), row.getString("by_name"),
                        java.time.Instant.ofEpochMilli(row.getLong("at_millis")), row.getString("summary")))).list().stream()
                .flatMap(Optional::stream).toList();
    }
}
