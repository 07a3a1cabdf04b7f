package jp.mimamori.dossier.jdbc;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.dossier.About;
import jp.mimamori.dossier.ControlRecord;
import jp.mimamori.dossier.Controls;
import jp.mimamori.dossier.Evidence;
import jp.mimamori.dossier.EvidenceType;
import jp.mimamori.dossier.NewControl;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Controls in {@code control_record} and {@code control_file}. */
@Repository
class JdbcControls implements Controls {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    JdbcControls(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ControlRecord> of(Collection<About> abouts) {
        List<ControlRecord> found = new ArrayList<>();
        for (About about : abouts) {
            found.addAll(jdbc.sql("""
                    select id, code, verified_by, evidence, verified_on, valid_until, recorded_by, recorded_millis, withdrawn_by,
                    withdrawn_millis from control_record where about_key = ? and about_kind = ?""").params(about.key(), about.kind().name())
                    .query((row, i) -> control(about, row)).list());
        }
        found.sort(Comparator.comparing(ControlRecord::id).reversed());
        return found;
    }

    private ControlRecord control(About about, ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String withdrawnBy = row.getString(9);
        ControlRecord.Withdrawal withdrawal = withdrawnBy == null ? null
                : new ControlRecord.Withdrawal(withdrawnBy, Instant.ofEpochMilli(row.getLong(10)));
        return new ControlRecord(id, about, row.getString(2), row.getString(3), row.getString(4), row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class), row.getString(7), Instant.ofEpochMilli(row.getLong(8)), withdrawal, files(id));
    }

    private List<ControlRecord.File> files(long control) {
        return jdbc.sql("select id, name, type, size from control_file where control_id = ? order by id").param(control)
                .query((row, i) -> new ControlRecord.File(row.getLong(1), row.getString(2), EvidenceType.valueOf(row.getString(3)),
                        row.getInt(4))).list();
    }

    @Override
    @Transactional
    public long add(About about, NewControl control, List<Evidence> files, String by) {
        Instant at = clock.instant();
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into control_record (about_kind, about_key, code, verified_by, evidence, verified_on, valid_until, recorded_by,
                recorded_millis) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(about.kind().name(), about.key(), requireNonNull(control.code()),
                requireNonNull(control.verifiedBy()), requireNonNull(control.evidence()), requireNonNull(control.verified()),
                requireNonNull(control.validUntil()), by, at.toEpochMilli()).update(keys, "id");
        long id = requireNonNull(keys.getKeyAs(Long.class));
        files.forEach(file -> jdbc.sql("insert into control_file (control_id, name, type, sha256, size, bytes) values (?, ?, ?, ?, ?, ?)")
                .params(id, file.name(), file.type().name(), sha256(file.bytes()), file.bytes().length, file.bytes()).update());
        told(at, by, "control.recorded", about, "%s %s – %s, %s".formatted(control.code(), control.verified(), control.validUntil(),
                control.verifiedBy()));
        return id;
    }

    @Override
    @Transactional
    public boolean withdraw(About about, long id, String by) {
        Instant at = clock.instant();
        return changed(jdbc.sql("update control_record set withdrawn_by = ?, withdrawn_millis = ? where id = ? and about_key = ? and about_kind = ? "
                + "and withdrawn_by is null").params(by, at.toEpochMilli(), id, about.key(), about.kind().name()).update(), at, by,
                "control.withdrawn", about, id);
    }

    @Override
    @Transactional
    public boolean restore(About about, long id, String by) {
        return changed(jdbc.sql("update control_record set withdrawn_by = null, withdrawn_millis = null where id = ? and about_key = ? "
                + "and about_kind = ? and withdrawn_by is not null").params(id, about.key(), about.kind().name()).update(), clock.instant(), by,
                "control.restored", about, id);
    }

    private boolean changed(int rows, Instant at, String by, String action, About about, long id) {
        if (rows == 1) {
            String code = jdbc.sql("select code from control_record where id = ?").param(id).query(String.class).single();
            told(at, by, action, about, code);
        }
        return rows == 1;
    }

    private void told(Instant at, String by, String action, About about, @Nullable String detail) {
        trail.add(new AuditEvent(at, by, action, about.subject(), detail == null ? "" : detail));
    }

    @Override
    public Optional<Evidence> file(About about, long file) {
        return jdbc.sql("""
                select f.name, f.type, f.bytes from control_file f join control_record c on c.id = f.control_id
                where f.id = ? and c.about_key = ? and c.about_kind = ?""").params(file, about.key(), about.kind().name())
                .query((row, i) -> new Evidence(row.getString(1), EvidenceType.valueOf(row.getString(2)), row.getBytes(3))).optional();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
