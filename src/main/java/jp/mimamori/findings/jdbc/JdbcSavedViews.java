package jp.mimamori.findings.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.findings.SavedView;
import jp.mimamori.findings.SavedViews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Views in {@code saved_view}. */
@Repository
class JdbcSavedViews implements SavedViews {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    JdbcSavedViews(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<SavedView> seenBy(String account) {
        return jdbc.sql("""
                select id, owner, name, question, shared from saved_view where owner = ? or shared
                order by case when owner = ? then 0 else 1 end, name""").params(account, account).query((row, i) -> view(row)).list();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(row.getLong("id"), row.getString("owner"), row.getString("name"), row.getString("question"), row.getBoolean("shared"));
    }

    @Override
    @Transactional
    public SavedView keep(String account, String name, String question, boolean shared) {
        SavedView wanted = new SavedView(0, account, name, question, shared);
        jdbc.sql("delete from saved_view where owner = ? and name = ?").params(account, name).update();
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into saved_view (owner, name, question, shared) values (?, ?, ?, ?)").params(account, name, question, shared)
                .update(keys, "id");
        long id = requireNonNull(keys.getKeyAs(Long.class));
        tell(account, "view.kept", id, wanted.name());
        return new SavedView(id, account, name, question, shared);
    }

    @Override
    @Transactional
    public boolean rename(String account, long id, String name, boolean shared) {
        if (!SavedView.isName(name)) {
            return false;
        }
        boolean taken = jdbc.sql("select count(*) from saved_view where owner = ? and name = ? and id <> ?").params(account, name, id)
                .query(Integer.class).single() > 0;
        if (taken) {
            return false;
        }
        int changed = jdbc.sql("update saved_view set name = ?, shared = ? where id = ? and owner = ?").params(name, shared, id, account).update();
        if (changed == 1) {
            tell(account, "view.renamed", id, name);
        }
        return changed == 1;
    }

    @Override
    @Transactional
    public boolean remove(String account, long id) {
        int removed = jdbc.sql("delete from saved_view where id = ? and owner = ?").params(id, account).update();
        if (removed == 1) {
            tell(account, "view.removed", id, "");
        }
        return removed == 1;
    }

    private void tell(String account, String action, long id, String detail) {
        trail.add(new AuditEvent(clock.instant(), account, action, "view/" + id, detail));
    }

    @Override
    public List<String> columns(String account) {
        return jdbc.sql("select columns from chosen_columns where account = ?").param(account).query(String.class).optional()
                .map(text -> List.of(text.split(","))).orElse(List.of());
    }

    @Override
    @Transactional
    public void columns(String account, List<String> columns) {
        jdbc.sql("delete from chosen_columns where account = ?").param(account).update();
        if (!columns.isEmpty()) {
            jdbc.sql("insert into chosen_columns (account, columns) values (?, ?)").params(account, String.join(",", columns)).update();
        }
        trail.add(new AuditEvent(clock.instant(), account, "columns.chosen", "account/" + account, String.join(",", columns)));
    }
}
