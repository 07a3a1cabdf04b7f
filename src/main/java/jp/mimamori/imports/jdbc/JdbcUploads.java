package jp.mimamori.imports.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.Step;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.imports.Answers;
import jp.mimamori.imports.Sha256;
import jp.mimamori.imports.Upload;
import jp.mimamori.imports.Uploads;
import jp.mimamori.intake.SheetRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Uploads in {@code upload} and {@code upload_file}. */
@Repository
class JdbcUploads implements Uploads {

    private static final String UPLOAD = "select id, state, as_of, by_name, at_millis, revision, answers, import_id from upload ";

    private final JdbcClient jdbc;
    private final HospitalStore hospital;
    private final AuditTrail trail;
    private final Clock clock;
    private final KeptJson json = new KeptJson();

    JdbcUploads(JdbcClient jdbc, HospitalStore hospital, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.hospital = hospital;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long stage(LocalDate asOf, String by, List<NewFile> files) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into upload (state, as_of, by_name, at_millis, revision, answers) values (?, ?, ?, ?, 0, ?)")
                .params(Upload.State.OPEN.name(), asOf, by, clock.millis(), json.write(Answers.NONE)).update(keys, "id");
        long id = requireNonNull(keys.getKeyAs(Long.class));
        for (int i = 0; i < files.size(); i++) {
            NewFile file = files.get(i);
            jdbc.sql("insert into upload_file (upload_id, position, name, sha256, size, bytes) values (?, ?, ?, ?, ?, ?)")
                    .params(id, i, file.name(), Sha256.of(file.bytes()), file.bytes().length, file.bytes()).update();
        }
        tell(by, "upload.staged", id, files.stream().map(NewFile::name).collect(Collectors.joining(", ")));
        return id;
    }

    private void tell(String by, String action, long id, String detail) {
        trail.add(new AuditEvent(clock.instant(), by, action, "upload/" + id, detail));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Upload> upload(long id) {
        return jdbc.sql(UPLOAD + "where id = ?").param(id).query((row, i) -> upload(row)).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Upload> open() {
        return jdbc.sql(UPLOAD + "where state = ? order by id desc").param(Upload.State.OPEN.name()).query((row, i) -> upload(row)).list();
    }

    private Upload upload(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long run = row.getLong("import_id");
        Long importId = row.wasNull() ? null : run;
        return new Upload(id, Upload.State.valueOf(row.getString("state")), row.getObject("as_of", LocalDate.class), row.getString("by_name"),
                Instant.ofEpochMilli(row.getLong("at_millis")), row.getLong("revision"), files(id), json.read(row.getString("answers"), Answers.class),
                importId);
    }

    private List<Upload.File> files(long id) {
        return jdbc.sql("select position, name, sha256, size, role from upload_file where upload_id = ? order by position").param(id)
                .query((row, i) -> new Upload.File(row.getInt("position"), row.getString("name"), row.getString("sha256"), row.getLong("size"),
                        row.getString("role") == null ? null : SheetRole.valueOf(row.getString("role")))).list();
    }

    @Override
    public byte[] bytes(long id, int position) {
        return requireNonNull(jdbc.sql("select bytes from upload_file where upload_id = ? and position = ?").params(id, position)
                .query((row, i) -> row.getBytes(1)).single());
    }

    @Override
    @Transactional
    public void asOf(long id, LocalDate day, String by) {
        if (jdbc.sql("update upload set as_of = ?, revision = revision + 1 where id = ? and state = 'OPEN'").params(day, id).update() == 1) {
            tell(by, "upload.as-of", id, day.toString());
        }
    }

    @Override
    @Transactional
    public void role(long id, int position, @Nullable SheetRole role, String by) {
        mappingChanged(id);
        jdbc.sql("update upload_file set role = ? where upload_id = ? and position = ?").param(1, role == null ? null : role.name()).param(2, id)
                .param(3, position).update();
        tell(by, "upload.role", id, position + " " + role);
    }

    @Override
    @Transactional
    public void removeFile(long id, int position, String by) {
        mappingChanged(id);
        jdbc.sql("delete from upload_file where upload_id = ? and position = ?").params(id, position).update();
        tell(by, "upload.file-removed", id, String.valueOf(position));
    }

    @Override
    @Transactional
    public void mappingChanged(long id) {
        jdbc.sql("update upload set revision = revision + 1 where id = ?").param(id).update();
    }

    @Override
    @Transactional
    public void answer(long id, Answers answers) {
        jdbc.sql("update upload set answers = ? where id = ? and state = 'OPEN'").params(json.write(answers), id).update();
    }

    @Override
    @Transactional
    public void discard(long id, String by) {
        if (jdbc.sql("delete from upload where id = ? and state = 'OPEN'").param(id).update() == 1) {
            tell(by, "upload.discarded", id, "");
        }
    }

    @Override
    @Transactional
    public int sweep(Instant then) {
        int swept = jdbc.sql("delete from upload where at_millis < ?").param(then.toEpochMilli()).update();
        if (swept > 0) {
            trail.add(new AuditEvent(clock.instant(), "system", "upload.swept", null, String.valueOf(swept)));
        }
        return swept;
    }

    @Override
    @Transactional(rollbackFor = HospitalStore.StaleException.class)
    public ImportRun bringIn(Upload upload, String by, String summary, List<HospitalStore.KeptFile> files, List<Step> steps,
            List<Declined> declined, long seen, Runnable after) throws HospitalStore.StaleException {
        ImportRun run = hospital.commit(upload.asOf(), by, summary, files, steps, seen);
        int done = jdbc.sql("update upload set state = ?, import_id = ? where id = ? and state = 'OPEN' and revision = ?")
                .params(Upload.State.BROUGHT_IN.name(), run.id(), upload.id(), upload.revision()).update();
        if (done != 1) {
            throw new HospitalStore.StaleException(seen, seen); // brought in or changed by somebody else at the same moment
        }
        for (Declined version : declined) {
            if (!isDeclined(version)) {
                jdbc.sql("insert into declined_version (kind, record_key, sha256) values (?, ?, ?)")
                        .params(version.kind().name(), version.key(), version.sha256()).update();
            }
        }
        after.run();
        return run;
    }

    @Override
    @Transactional(rollbackFor = HospitalStore.TouchedException.class)
    public void takeBack(long importId, String by, Runnable after) throws HospitalStore.TouchedException {
        hospital.undo(importId, by);
        after.run();
    }

    @Override
    public boolean isDeclined(Declined version) {
        return jdbc.sql("select count(*) from declined_version where kind = ? and record_key = ? and sha256 = ?")
                .params(version.kind().name(), version.key(), version.sha256()).query(Long.class).single() > 0;
    }

    @Override
    @Transactional
    public void handedOut(long id, String file, String by) {
        tell(by, "upload.handed-out", id, file);
    }
}
