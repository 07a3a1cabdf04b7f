package jp.mimamori.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/** The directory that holds everything the service keeps. Whoever has opened it has it alone until it is closed. */
public final class DataDirectory implements AutoCloseable {

    private static final Wording WORDS = Wording.of(DataDirectory.class);
    private static final String LOCK = "in-use.lock";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws CannotStartException where it cannot be made or written, or another process has it */
    public static DataDirectory open(Path path) throws CannotStartException {
        try {
            make(path);
            FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = locked(channel);
            if (lock == null) {
                channel.close();
                throw new CannotStartException(CannotStartException.Reason.DATA, WORDS.message("start.locked", path));
            }
            return new DataDirectory(path, channel, lock);
        } catch (IOException e) {
            throw new CannotStartException(CannotStartException.Reason.DATA, WORDS.message("start.unwritable", path, e.getClass().getSimpleName()), e);
        }
    }

    /** It holds who is ill-protected against what: nobody but its owner reads it. */
    private static void make(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (Files.getFileStore(existing(path.toAbsolutePath())).supportsFileAttributeView("posix")) {
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    private static Path existing(Path path) {
        Path parent = path;
        while (parent.getParent() != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        return parent;
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this same process has it
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
