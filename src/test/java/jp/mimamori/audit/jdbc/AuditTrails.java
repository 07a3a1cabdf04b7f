package jp.mimamori.audit.jdbc;

import javax.sql.DataSource;
import jp.mimamori.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trails for tests of other rooms. */
public final class AuditTrails {

    private AuditTrails() {
    }

    public static AuditTrail in(DataSource source) {
        return new JdbcAuditTrail(JdbcClient.create(source));
    }
}
