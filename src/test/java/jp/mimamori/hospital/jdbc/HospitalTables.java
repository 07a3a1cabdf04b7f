package jp.mimamori.hospital.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hospital's tables for tests of other packages. */
public final class HospitalTables {

    private HospitalTables() {
    }

    public static HospitalStore store(DataSource source, Clock clock) {
        return new JdbcHospitalStore(JdbcClient.create(source), new JdbcTemplate(source), AuditTrails.in(source), clock);
    }

    public static Provenance provenance(DataSource source) {
        return new JdbcProvenance(JdbcClient.create(source));
    }
}
