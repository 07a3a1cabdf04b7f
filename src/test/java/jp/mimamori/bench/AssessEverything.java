package jp.mimamori.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.hospital.deciding.HospitalDesk;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;
import org.h2.jdbcx.JdbcDataSource;

/** Measures deciding everything that {@link FilledHospital} has put into a data directory: {@code AssessEverything DIR [times]}. */
public final class AssessEverything {

    private AssessEverything() {
    }

    public static void main(String[] args) throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:%s/mimamori;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH".formatted(Path.of(args[0]).toAbsolutePath()));
        source.setUser("mimamori");
        var pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setDataSource(source);
        var desk = new HospitalDesk(pool, DroolsEngine.of(PolicyLoader.load(Shelf.shipped(), List.of())), Clock.systemUTC());
        for (int i = 0; i < (args.length > 1 ? Integer.parseInt(args[1]) : 1); i++) {
            long begun = System.nanoTime();
            desk.deciding.everything("bench");
            long decided = System.nanoTime();
            long[] rows = {0};
            desk.assessments.rows(desk.assessments.current().orElseThrow(), row -> rows[0]++);
            System.err.printf("decided in %.1f s (%.1f s of processors so far), %d rows read in %.1f s, heap in use %d MB%n", (decided - begun) / 1e9, ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3, rows[0],
                    (System.nanoTime() - decided) / 1e9, (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
        pool.close();
    }
}
