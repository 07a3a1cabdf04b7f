package jp.mimamori.hospital.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Step;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Records in {@code kept_record}: a row is current while {@code to_import} is null. */
@Repository
class JdbcHospitalStore implements HospitalStore {

    private static final int BATCH = 1000;
    /** Along the ids alone: by any other index a database sorts all texts, and the embedded one does so on disk. */
    private static final String PAGED = "select id, record_key, json from kept_record where id > ? and kind || '-' = ? and coalesce(to_import, 0) = 0 order by id limit ?";
    private static final String RUN = "select id, state, as_of, by_name, at_millis, summary from import_run r ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AuditTrail trail;
    private final Clock clock;

    JdbcHospitalStore(JdbcClient jdbc, JdbcTemplate batches, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public long version() {
        return jdbc.sql("select version from hospital_state where id = 1").query(Long.class).single();
    }

    /** Nobody else changes anything until this transaction ends. */
    private long lock() {
        return jdbc.sql("select version from hospital_state where id = 1 for update").query(Long.class).single();
    }

    private void changed() {
        jdbc.sql("update hospital_state set version = version + 1 where id = 1").update();
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void now(Kind kind, BiConsumer<String, String> each) {
        long last = 0;
        List<Placed> page;
        do {
            page = jdbc.sql(PAGED).params(last, kind.name() + "-", BATCH).query((row, i) -> new Placed(row.getLong(1), row.getString(2), row.getString(3))).list();
            for (Placed placed : page) {
                each.accept(placed.key(), placed.json());
                last = placed.id();
            }
        } while (page.size() == BATCH);
    }

    private record Placed(long id, String key, String json) {
    }

    @Override
    public Optional<String> one(Kind kind, String key) {
        return jdbc.sql("select json from kept_record where kind = ? and record_key = ? and to_import is null").params(kind.name(), key)
                .query(String.class).optional();
    }

    @Override
    @Transactional(rollbackFor = StaleException.class)
    public ImportRun commit(LocalDate asOf, String by, String summary, List<KeptFile> files, List<Step> steps, long seen) throws StaleException {
        long version = lock();
        if (version != seen) {
            throw new StaleException(seen, version);
        }
        Instant at = clock.instant();
        long id = started(asOf, by, at, summary);
        for (int i = 0; i < files.size(); i++) {
            KeptFile file = files.get(i);
            jdbc.sql("insert into import_file (import_id, position, name, sha256, bytes) values (?, ?, ?, ?, ?)")
                    .params(id, i, file.name(), file.sha256(), file.bytes()).update();
        }
        batches.batchUpdate("update kept_record set to_import = ? where kind = ? and record_key = ? and to_import is null", steps, BATCH,
                (statement, step) -> {
                    statement.setLong(1, id);
                    statement.setString(2, step.kind().name());
                    statement.setString(3, step.key());
                });
        batches.batchUpdate("insert into kept_record (kind, record_key, json, from_import) values (?, ?, ?, ?)",
                steps.stream().filter(step -> step.json() != null).toList(), BATCH, (statement, step) -> added(statement, step, id));
        changed();
        trail.add(new AuditEvent(at, by, "import.committed", "import/" + id, summary));
        return new ImportRun(id, ImportRun.State.COMMITTED, asOf, by, at, summary);
    }

    private static void added(PreparedStatement statement, Step step, long id) throws SQLException {
        statement.setString(1, step.kind().name());
        statement.setString(2, step.key());
        statement.setString(3, step.json());
        statement.setLong(4, id);
    }

    private long started(LocalDate asOf, String by, Instant at, String summary) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into import_run (state, as_of, by_name, at_millis, summary) values (?, ?, ?, ?, ?)")
                .params(ImportRun.State.COMMITTED.name(), asOf, by, at.toEpochMilli(), summary).update(keys, "id");
        return requireNonNull(keys.getKeyAs(Long.class));
    }

    @Override
    @Transactional(rollbackFor = TouchedException.class)
    public void undo(long importId, String by) throws TouchedException {
        lock();
        Optional<Long> later = jdbc.sql("""
                select min(later) from (
                    select to_import as later from kept_record where from_import = ? and to_import is not null
                    union all
                    select n.from_import from kept_record o join kept_record n on n.kind = o.kind and n.record_key = o.record_key
                    where o.to_import = ? and n.from_import > ?) found""").params(importId, importId, importId).query(Long.class).optional();
        if (later.isPresent()) {
            throw new TouchedException(later.get());
        }
        jdbc.sql("delete from kept_record where from_import = ?").param(importId).update();
        jdbc.sql("update kept_record set to_import = null where to_import = ?").param(importId).update();
        int undone = jdbc.sql("update import_run set state = ? where id = ? and state = ?")
                .params(ImportRun.State.UNDONE.name(), importId, ImportRun.State.COMMITTED.name()).update();
        if (undone == 1) {
            changed();
            trail.add(new AuditEvent(clock.instant(), by, "import.undone", "import/" + importId, ""));
        }
    }

    @Override
    public List<ImportRun> imports(int limit) {
        return jdbc.sql(RUN + "order by id desc limit ?").param(limit).query((row, i) -> run(row)).list();
    }

    @Override
    public Optional<ImportRun> holding(String sha256) {
        return jdbc.sql(RUN + "where state = ? and exists (select 1 from import_file f where f.import_id = r.id and f.sha256 = ?) "
                + "order by id desc limit 1").params(ImportRun.State.COMMITTED.name(), sha256).query((row, i) -> run(row)).optional();
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(row.getLong("id"), ImportRun.State.valueOf(row.getString("state")), row.getObject("as_of", LocalDate.class),
                row.getString("by_name"), Instant.ofEpochMilli(row.getLong("at_millis")), row.getString("summary"));
    }
}
