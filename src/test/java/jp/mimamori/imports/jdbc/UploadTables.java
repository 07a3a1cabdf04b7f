package jp.mimamori.imports.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.imports.Mappings;
import jp.mimamori.imports.Uploads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of uploads for tests of other packages. */
public final class UploadTables {

    private UploadTables() {
    }

    public static Uploads uploads(DataSource source, HospitalStore store, Clock clock) {
        return new JdbcUploads(JdbcClient.create(source), store, AuditTrails.in(source), clock);
    }

    public static Mappings mappings(DataSource source, Clock clock) {
        return new JdbcMappings(JdbcClient.create(source), AuditTrails.in(source), clock);
    }
}
