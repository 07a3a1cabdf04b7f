package jp.mimamori.hospital.jdbc;

import java.time.Clock;
import javax.sql.DataSource;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.KeptRecords;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a hospital keeps, for tests of other rooms. */
public final class Hospitals {

    private Hospitals() {
    }

    public static HospitalStore store(DataSource source) {
        return new JdbcHospitalStore(JdbcClient.create(source), new JdbcTemplate(source), AuditTrails.in(source), Clock.systemUTC());
    }

    public static KeptRecords records(DataSource source) {
        return new JdbcKeptRecords(JdbcClient.create(source));
    }

    public static Assessments assessments(DataSource source) {
        return new JdbcAssessments(JdbcClient.create(source), new JdbcTemplate(source), Clock.systemUTC());
    }
}
