package jp.mimamori.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.TrailCheck;
import jp.mimamori.backup.Backups;
import jp.mimamori.backup.Manifest;
import jp.mimamori.backup.UnusableBackupException;
import jp.mimamori.language.Wording;
import jp.mimamori.service.CannotStartException.Reason;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What can be done with the data of a service from outside it: by the same settings, whether it runs or not. */
public final class Storeroom {

    private static final Wording WORDS = Wording.of(Storeroom.class);
    private static final long LOOK_MILLIS = 200;

    private final Path data;
    private final List<String> settings;
    private final Duration patience;

    /** @param patience how long a running service may take */
    public Storeroom(Path data, List<String> settings, Duration patience) {
        this.data = data;
        this.settings = List.copyOf(settings);
        this.patience = patience;
    }

    /** Writes a backup to {@code file}; a file that is there already is replaced only by a whole one. */
    public void backup(Path file) throws CannotStartException, IOException {
        Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            boolean done = alone(parts -> {
                parts.getBean(AuditTrail.class).add(new AuditEvent(Clock.systemUTC().instant(), "system", "backup.made", null, ""));
                parts.getBean(Backups.class).write(part);
            });
            if (!done) {
                Files.move(errand(ErrandDoor.BACKUP), part);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Goes through the whole audit trail. */
    public TrailCheck verify() throws CannotStartException, IOException {
        List<TrailCheck> found = new ArrayList<>();
        if (!alone(parts -> found.add(parts.getBean(AuditTrail.class).check()))) {
            Path answer = errand(ErrandDoor.VERIFY);
            found.add(ErrandDoor.check(Files.readAllLines(answer)));
            Files.delete(answer);
        }
        return found.get(0);
    }

    /** Fills the data directory, which must be empty but for settings, out of a backup. */
    public Manifest restore(Path file) throws CannotStartException, IOException, UnusableBackupException {
        try (DataDirectory directory = DataDirectory.open(data)) {
            List<Path> there = database();
            if (!there.isEmpty()) {
                throw new CannotStartException(Reason.DATA, WORDS.message("restore.target", data));
            }
            ConfigurableApplicationContext parts = parts();
            try {
                Manifest manifest = parts.getBean(Backups.class).restore(file);
                parts.getBean(AuditTrail.class).add(new AuditEvent(Clock.systemUTC().instant(), "system", "backup.restored", null,
                        manifest.at().toString()));
                return manifest;
            } catch (IOException | UnusableBackupException | RuntimeException e) {
                parts.close();
                for (Path made : database()) {
                    Files.deleteIfExists(made);
                }
                throw e;
            } finally {
                parts.close();
            }
        }
    }

    private List<Path> database() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".db")).toList();
        }
    }

    @FunctionalInterface
    private interface Use {

        void of(ConfigurableApplicationContext parts) throws IOException;
    }

    /** Does it with the data to itself; false where a running service has them. */
    private boolean alone(Use use) throws IOException, CannotStartException {
        if (!Files.isDirectory(data)) {
            throw new CannotStartException(Reason.DATA, WORDS.message("errand.none", data));
        }
        Optional<DataDirectory> directory = DataDirectory.tryOpen(data);
        if (directory.isEmpty()) {
            return false;
        }
        try (DataDirectory mine = directory.get(); ConfigurableApplicationContext parts = parts()) {
            boolean embedded = parts.getEnvironment().getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:");
            if (embedded && database().isEmpty()) {
                throw new CannotStartException(Reason.DATA, WORDS.message("errand.none", mine.path()));
            }
            use.of(parts);
            return true;
        }
    }

    private ConfigurableApplicationContext parts() throws CannotStartException {
        SpringApplication storeroom = new SpringApplication(Parts.class);
        storeroom.setBannerMode(Banner.Mode.OFF);
        storeroom.setWebApplicationType(WebApplicationType.NONE);
        List<String> args = new ArrayList<>(List.of("--mimamori.data=" + data.toAbsolutePath()));
        settings.forEach(setting -> args.add("--" + setting));
        try {
            return storeroom.run(args.toArray(String[]::new));
        } catch (RuntimeException e) {
            Optional<CannotStartException> mendable = StartFailure.of(e, 0);
            if (mendable.isPresent()) {
                throw mendable.get();
            }
            throw e;
        }
    }

    /** Leaves a note for the service that has the data, and waits for what it made. */
    private Path errand(String kind) throws IOException, CannotStartException {
        String id = ErrandDoor.WANTED + UUID.randomUUID();
        Path note = Files.createFile(data.resolve(id + kind));
        Path done = data.resolve(id + ErrandDoor.DONE);
        Path failed = data.resolve(id + ErrandDoor.FAILED);
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!Files.exists(done)) {
                if (Files.deleteIfExists(failed)) {
                    throw new CannotStartException(Reason.DATA, WORDS.message("errand.failed", data));
                }
                if (System.nanoTime() > end) {
                    throw new CannotStartException(Reason.DATA, WORDS.message("errand.silent", data, patience.toSeconds()));
                }
                Thread.sleep(LOOK_MILLIS);
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the service", e);
        } finally {
            Files.deleteIfExists(note);
        }
    }

    /** The few parts that read and fill a database; neither the web nor rules nor jobs. Not annotated as configuration: the service must not find it. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class})
    @ComponentScan(basePackages = {"jp.mimamori.audit.jdbc", "jp.mimamori.backup.jdbc"})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
