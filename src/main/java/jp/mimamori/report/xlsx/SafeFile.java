package jp.mimamori.report.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file beside its target and moves it there in one step: the target is the old file or the new one, never half of it. */
final class SafeFile {

    private SafeFile() {
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Whether a file may be written there at all. */
    static void check(Path out) throws IOException {
        Path target = resolved(out);
        if (Files.isDirectory(target)) {
            throw new FileSystemException(out.toString(), null, "is a directory");
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        if (!Files.isWritable(folder) || Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(out.toString());
        }
    }

    static void write(Path out, Content content) throws IOException {
        check(out);
        Path target = resolved(out);
        Path draft = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            // Not Files.createTempFile: its file would be readable by its owner alone.
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(stream);
            }
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The file itself where {@code out} is a link to one. */
    private static Path resolved(Path out) throws IOException {
        return Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
    }
}
