package jp.mimamori.imports.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.imports.Mappings;
import jp.mimamori.intake.mapping.Layout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembered layouts in {@code layout_mapping}. */
@Repository
class JdbcMappings implements Mappings {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;
    private final KeptJson json = new KeptJson();

    JdbcMappings(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<Remembered> all() {
        return jdbc.sql("select id, layout, name, profile, by_name, at_millis from layout_mapping order by id desc")
                .query((row, i) -> new Remembered(row.getLong("id"), row.getString("layout"), row.getString("name"),
                        json.read(row.getString("profile"), Layout.class), row.getString("by_name"),
                        Instant.ofEpochMilli(row.getLong("at_millis")))).list();
    }

    @Override
    @Transactional
    public void remember(String key, String name, Layout layout, String by) {
        jdbc.sql("delete from layout_mapping where layout = ?").param(key).update();
        jdbc.sql("insert into layout_mapping (layout, name, profile, by_name, at_millis) values (?, ?, ?, ?, ?)")
                .params(key, name, json.write(layout), by, clock.millis()).update();
        trail.add(new AuditEvent(clock.instant(), by, "mapping.remembered", "mapping/" + key.substring(0, 12), name));
    }

    @Override
    @Transactional
    public void forget(long id, String by) {
        if (jdbc.sql("delete from layout_mapping where id = ?").param(id).update() == 1) {
            trail.add(new AuditEvent(clock.instant(), by, "mapping.forgotten", "mapping/" + id, ""));
        }
    }
}
