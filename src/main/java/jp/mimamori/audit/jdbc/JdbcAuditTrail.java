package jp.mimamori.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.audit.AuditEntry;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditQuestion;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.Seal;
import jp.mimamori.audit.TrailCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trail in a table; the row of its end is locked while an entry is added, so that two writers never take the same number. */
@Repository
class JdbcAuditTrail implements AuditTrail {

    private static final String COLUMNS = "number, at_millis, actor, action, subject, detail, previous, seal";

    private final JdbcClient jdbc;

    JdbcAuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record End(long number, String seal) {
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public AuditEntry add(AuditEvent event) {
        End end = jdbc.sql("select number, seal from audit_end where id = 1 for update")
                .query((row, i) -> new End(row.getLong(1), row.getString(2))).single();
        long number = end.number + 1;
        AuditEntry entry = new AuditEntry(number, event, end.seal, Seal.of(end.seal, number, event));
        jdbc.sql("insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(number, event.at().toEpochMilli(), event.actor(), event.action(), event.subject(), event.detail(), entry.previous(),
                        entry.seal())).update();
        jdbc.sql("update audit_end set number = ?, seal = ? where id = 1").params(number, entry.seal()).update();
        return entry;
    }

    @Override
    public List<AuditEntry> newest(int limit, long before) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry where number < ? order by number desc limit ?").params(before, limit)
                .query((row, i) -> entry(row)).list();
    }

    @Override
    public List<AuditEntry> find(AuditQuestion question, int limit, long before) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from audit_entry where number < ?");
        List<Object> params = new ArrayList<>(List.of(before));
        narrow(sql, params, " and actor = ?", question.actor());
        narrow(sql, params, " and substring(action from 1 for char_length(?)) = ?", question.action(), question.action());
        narrow(sql, params, " and at_millis >= ?", question.from() == null ? null : question.from().toEpochMilli());
        narrow(sql, params, " and at_millis < ?", question.to() == null ? null : question.to().toEpochMilli());
        params.add(limit);
        return jdbc.sql(sql.append(" order by number desc limit ?").toString()).params(params).query((row, i) -> entry(row)).list();
    }

    private static void narrow(StringBuilder sql, List<Object> params, String condition, @Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                return;
            }
            params.add(value);
        }
        sql.append(condition);
    }

    @Override
    public List<AuditEntry> about(String subject, int limit) {
        return jdbc.sql("select " + COLUMNS + " from audit_entry where subject = ? order by number desc limit ?").params(subject, limit)
                .query((row, i) -> entry(row)).list();
    }

    @Override
    @Transactional(readOnly = true)
    public TrailCheck check() {
        return TrailCheck.of(each -> jdbc.sql("select " + COLUMNS + " from audit_entry order by number").withFetchSize(1000)
                .query(row -> {
                    each.accept(entry(row));
                }));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(row.getLong("number"), new AuditEvent(Instant.ofEpochMilli(row.getLong("at_millis")), row.getString("actor"),
                row.getString("action"), row.getString("subject"), row.getString("detail")), row.getString("previous"), row.getString("seal"));
    }
}
