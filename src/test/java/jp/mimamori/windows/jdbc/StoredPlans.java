package jp.mimamori.windows.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.windows.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the store of plans to tests. */
public final class StoredPlans {

    private StoredPlans() {
    }

    public static Plans in(DataSource source) {
        return new JdbcPlans(JdbcClient.create(source), AuditTrails.in(source), Clock.systemUTC());
    }
}
