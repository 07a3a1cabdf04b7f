package jp.mimamori.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.TrailCheck;
import jp.mimamori.backup.Backups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a command on the same machine have a backup or a look at the trail while the service has the data for itself. The command leaves a
 * note in the data directory; who may write there may read everything anyway, so that no password is needed and no port is opened.
 */
final class ErrandDoor {

    static final String WANTED = "errand-";
    static final String BACKUP = ".backup-wanted";
    static final String VERIFY = ".verify-wanted";
    static final String DONE = ".done";
    static final String FAILED = ".failed";
    private static final Logger LOG = LoggerFactory.getLogger(ErrandDoor.class);
    private static final long LOOK_MILLIS = 500;

    private final Path data;
    private final Backups backups;
    private final AuditTrail trail;
    private final Clock clock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "errands");
        thread.setDaemon(true);
        return thread;
    });

    ErrandDoor(Path data, Backups backups, AuditTrail trail, Clock clock) {
        this.data = data;
        this.backups = backups;
        this.trail = trail;
        this.clock = clock;
    }

    void open() {
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void close() {
        looking.shutdown();
    }

    private void look() {
        try (var files = Files.newDirectoryStream(data, WANTED + "*-wanted")) {
            for (Path note : files) {
                run(note);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("errands cannot be looked at", e);
        }
    }

    private void run(Path note) throws IOException {
        String name = note.getFileName().toString();
        Files.delete(note);
        Path id = data.resolve(name.substring(0, name.lastIndexOf('.')));
        Path part = Path.of(id + ".part");
        try {
            if (name.endsWith(BACKUP)) {
                trail.add(new AuditEvent(clock.instant(), "system", "backup.made", null, ""));
                backups.write(part);
            } else {
                Files.write(part, told(trail.check()));
            }
            Files.move(part, Path.of(id + DONE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            LOG.error("an errand failed", e);
            Files.deleteIfExists(part);
            Files.write(Path.of(id + FAILED), List.of());
        }
    }

    private static List<String> told(TrailCheck check) {
        return List.of(Long.toString(check.entries()), check.last(), check.brokenAt() == null ? "" : Long.toString(check.brokenAt()));
    }

    static TrailCheck check(List<String> told) {
        return new TrailCheck(Long.parseLong(told.get(0)), told.get(1), told.get(2).isEmpty() ? null : Long.valueOf(told.get(2)));
    }
}
