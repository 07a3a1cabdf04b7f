package jp.mimamori.findings.jdbc;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.mimamori.findings.Acceptances;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.json.KeptJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Out of the kept findings; the database looks for those few that say anything, and only they are read. */
@Repository
class JdbcAcceptances implements Acceptances {

    private final JdbcClient jdbc;
    private final KeptJson json = new KeptJson();

    JdbcAcceptances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, LocalDate> until() {
        Map<String, LocalDate> until = new HashMap<>();
        jdbc.sql("select record_key, json from kept_record where kind = ? and to_import is null and json like ?")
                .params(Kind.FINDING.name(), "%\"acceptedUntil\":\"%").query(row -> {
                    LocalDate day = json.read(row.getString(2), KeptFinding.class).finding().acceptedUntil();
                    if (day != null) {
                        until.put(row.getString(1), day);
                    }
                });
        return until;
    }
}
