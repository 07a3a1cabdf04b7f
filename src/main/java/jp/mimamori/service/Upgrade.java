package jp.mimamori.service;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Brings the database to this program's shape; forward only, and never from one that is newer. */
final class Upgrade implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        Arrays.stream(all).filter(migration -> migration.getState().isApplied() && !migration.getState().isResolved())
                .reduce((earlier, later) -> later).ifPresent(future -> {
                    String known = Arrays.stream(all).filter(migration -> migration.getState().isResolved())
                            .reduce((earlier, later) -> later).map(migration -> String.valueOf(migration.getVersion())).orElse("-");
                    throw new NewerDatabaseException(String.valueOf(future.getVersion()), known);
                });
        flyway.migrate();
    }
}
