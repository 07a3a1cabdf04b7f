package jp.mimamori.backup.jdbc;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.TrailCheck;
import jp.mimamori.backup.Backups;
import jp.mimamori.backup.Manifest;
import jp.mimamori.backup.UnusableBackupException;
import jp.mimamori.backup.json.BackupJson;
import jp.mimamori.language.Wording;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.stereotype.Repository;

/** A backup is a ZIP file: a file of rows for each table, and {@code manifest.json} with their hashes. */
@Repository
class JdbcBackups implements Backups {

    private static final Wording WORDS = Wording.of(Backups.class);
    private static final int FORMAT = 1;
    private static final String MANIFEST = "manifest.json";

    private final DataSource database;
    private final AuditTrail trail;
    private final Clock clock;

    JdbcBackups(DataSource database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Manifest write(Path file) throws IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // one moment, for every table
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                List<Manifest.Table> tables = new ArrayList<>();
                for (String table : Tables.inOrder(connection)) {
                    zip.putNextEntry(new ZipEntry(entry(table)));
                    tables.add(table(connection, table, zip));
                    zip.closeEntry();
                }
                Manifest manifest = manifest(connection, tables);
                zip.putNextEntry(new ZipEntry(MANIFEST));
                zip.write(BackupJson.write(manifest));
                zip.closeEntry();
                return manifest;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static String entry(String table) {
        return "tables/" + table + ".jsonl";
    }

    private Manifest manifest(Connection connection, List<Manifest.Table> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            String shape;
            try (var row = statement.executeQuery("select \"version\" from " + Tables.quoted(Tables.HISTORY)
                    + " where \"success\" and \"version\" is not null order by \"installed_rank\" desc")) {
                shape = highest(row);
            }
            try (var row = statement.executeQuery("select number, seal from audit_end where id = 1")) {
                row.next();
                return new Manifest(FORMAT, shape, clock.instant(), row.getLong(1), row.getString(2), tables);
            }
        }
    }

    private static String highest(java.sql.ResultSet versions) throws SQLException {
        MigrationVersion highest = MigrationVersion.EMPTY;
        while (versions.next()) {
            MigrationVersion version = MigrationVersion.fromVersion(versions.getString(1));
            highest = version.compareTo(highest) > 0 ? version : highest;
        }
        return highest.getVersion();
    }

    private static Manifest.Table table(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        DigestOutputStream digest = new DigestOutputStream(out, sha256());
        List<String> columns = Tables.columns(connection, table);
        long rows = TableRows.copyOut(connection, table, columns, digest);
        return new Manifest.Table(table, columns, rows, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    @Override
    public Manifest restore(Path file) throws IOException, UnusableBackupException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = checked(zip);
            mayBeFilled(manifest);
            try {
                fill(zip, manifest);
            } catch (IOException | SQLException | RuntimeException | UnusableBackupException e) {
                empty(e);
                throw e;
            }
            return manifest;
        } catch (ZipException e) {
            throw new UnusableBackupException(WORDS.message("restore.none", file.getFileName()));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void fill(ZipFile zip, Manifest manifest) throws SQLException, IOException, UnusableBackupException {
        flyway(manifest.shape()).migrate();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, zip, manifest);
            connection.commit();
        }
        flyway("latest").migrate();
        TrailCheck check = trail.check();
        if (!check.isWhole() || check.entries() != manifest.entries() || !check.last().equals(manifest.seal())) {
            throw new UnusableBackupException(WORDS.message("restore.trail", check.brokenAt() == null ? check.entries() : check.brokenAt()));
        }
    }

    /** It was empty before: what could not be restored whole is not left lying about. */
    private void empty(Exception because) {
        try {
            Flyway.configure().dataSource(database).locations("classpath:db/migration").cleanDisabled(false).load().clean();
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private Manifest checked(ZipFile zip) throws IOException, UnusableBackupException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new UnusableBackupException(WORDS.message("restore.none", Path.of(zip.getName()).getFileName()));
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = BackupJson.manifest(in.readAllBytes());
        } catch (IOException e) {
            throw new UnusableBackupException(WORDS.message("restore.damaged", MANIFEST));
        }
        if (manifest.format() > FORMAT) {
            throw new UnusableBackupException(WORDS.message("restore.newer"));
        }
        for (Manifest.Table table : manifest.tables()) {
            ZipEntry lines = zip.getEntry(entry(table.name()));
            if (lines == null || !hash(zip, lines).equals(table.sha256())) {
                throw new UnusableBackupException(WORDS.message("restore.damaged", entry(table.name())));
            }
        }
        return manifest;
    }

    private static String hash(ZipFile zip, ZipEntry entry) throws IOException {
        DigestInputStream in = new DigestInputStream(zip.getInputStream(entry), sha256());
        try (in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException damaged) {
            return "";
        }
        return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }

    private void mayBeFilled(Manifest manifest) throws SQLException, UnusableBackupException {
        try (Connection connection = database.getConnection()) {
            if (!Tables.inOrder(connection).isEmpty()) {
                throw new UnusableBackupException(WORDS.message("restore.notEmpty"));
            }
        }
        boolean known = java.util.Arrays.stream(flyway("latest").info().all())
                .anyMatch(migration -> MigrationVersion.fromVersion(manifest.shape()).equals(migration.getVersion()));
        if (!known) {
            throw new UnusableBackupException(WORDS.message("restore.newer"));
        }
    }

    private Flyway flyway(String target) {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration").target(target).load();
    }

    private static void fill(Connection connection, ZipFile zip, Manifest manifest) throws SQLException, IOException {
        List<String> tables = new ArrayList<>(Tables.inOrder(connection));
        for (int i = tables.size() - 1; i >= 0; i--) { // rows that a migration put there
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("delete from " + Tables.quoted(tables.get(i)));
            }
        }
        for (Manifest.Table table : manifest.tables()) {
            try (InputStream in = zip.getInputStream(zip.getEntry(entry(table.name())))) {
                TableRows.copyIn(connection, table, in);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
