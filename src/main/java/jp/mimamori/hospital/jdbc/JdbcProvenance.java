package jp.mimamori.hospital.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Provenance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asked of the same rows as {@link JdbcHospitalStore}. */
@Repository
class JdbcProvenance implements Provenance {

    private final JdbcClient jdbc;

    JdbcProvenance(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> byHand(Kind kind) {
        Map<String, String> found = new HashMap<>();
        jdbc.sql("select record_key from kept_record k where kind = ? and to_import is null "
                + "and not exists (select 1 from import_file f where f.import_id = k.from_import)").param(kind.name())
                .query(row -> {
                    found.put(row.getString(1), "");
                });
        if (!found.isEmpty()) {
            jdbc.sql("select o.record_key, o.json from kept_record o join kept_record n on n.kind = o.kind and n.record_key = o.record_key "
                    + "where o.kind = ? and o.to_import is not null and n.to_import is null "
                    + "and not exists (select 1 from import_file f where f.import_id = n.from_import) "
                    + "and exists (select 1 from import_file f where f.import_id = o.from_import) order by o.id").param(kind.name())
                    .query(row -> {
                        found.put(row.getString(1), row.getString(2));
                    });
        }
        return found;
    }

    @Override
    public List<String> firstBroughtBy(Kind kind, long importId) {
        return jdbc.sql("select record_key from kept_record k where kind = ? and from_import = ? and to_import is null "
                + "and not exists (select 1 from kept_record o where o.kind = k.kind and o.record_key = k.record_key and o.to_import = k.from_import)")
                .params(kind.name(), importId).query(String.class).list();
    }

    @Override
    public long madeBy(Kind kind, String key) {
        return jdbc.sql("select from_import from kept_record where kind = ? and record_key = ? and to_import is null").params(kind.name(), key)
                .query(Long.class).optional().orElse(0L);
    }
}
