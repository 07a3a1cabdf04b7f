package jp.mimamori.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;

/** The databases everything has to run on: the embedded one, and a real PostgreSQL. Each asking gets an empty one. */
public final class Databases {

    private static final String H2 = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private Databases() {
    }

    public static Stream<Named<DataSource>> all() throws IOException {
        return Stream.of(Named.of("H2", migrated(h2())), Named.of("PostgreSQL", migrated(postgres())));
    }

    private static DataSource h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(H2.formatted(UUID.randomUUID()));
        return source;
    }

    /** Settings of a service that keeps everything in an empty PostgreSQL. */
    public static String[] emptyPostgres() throws IOException {
        String name = created();
        return new String[] {"spring.datasource.url=" + Server.START.server.getJdbcUrl("postgres", name), "spring.datasource.username=postgres",
            "spring.datasource.password="};
    }

    private static DataSource postgres() throws IOException {
        return Server.START.server.getDatabase("postgres", created());
    }

    private static String created() throws IOException {
        EmbeddedPostgres server = Server.START.server;
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        return name;
    }

    private static DataSource migrated(DataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        return source;
    }

    /** One server for the whole run of tests; it ends with the JVM. */
    private enum Server {
        START;

        private final EmbeddedPostgres server;

        Server() {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }
    }
}
