package jp.mimamori.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/** Writes a file whole or not at all: beside the target first, then moved over it. */
final class Target {

    private static final Wording WORDS = Wording.of(Target.class);

    private Target() {
    }

    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Fails early where {@code file} can never be written, before minutes of work are spent. */
    static void check(Path file) {
        Path absolute = resolved(file);
        Path folder = absolute.getParent();
        if (Files.isDirectory(absolute)) {
            throw unwritable(file, WORDS.message("target.directory"));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw unwritable(file, WORDS.message("target.noFolder"));
        }
        if (!Files.isWritable(folder) || Files.exists(absolute) && !Files.isWritable(absolute)) {
            throw unwritable(file, WORDS.message("target.denied"));
        }
    }

    static void write(Path file, Content content) {
        check(file);
        Path absolute = resolved(file);
        Path draft = null;
        try {
            // not createTempFile: its file would be readable by its owner alone
            draft = absolute.resolveSibling(".mimamori-" + UUID.randomUUID() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                content.writeTo(out);
            }
            move(draft, absolute);
        } catch (IOException e) {
            throw unwritable(file, WORDS.message("target.failed", String.valueOf(e.getMessage())));
        } finally {
            discard(draft);
        }
    }

    /** Moves {@code draft}, which lies on the same disk, over {@code file}. */
    static void put(Path draft, Path file) {
        check(file);
        try {
            move(draft, resolved(file));
        } catch (IOException e) {
            throw unwritable(file, WORDS.message("target.failed", String.valueOf(e.getMessage())));
        }
    }

    /** The file itself where {@code file} is a link to one: the link stays. */
    private static Path resolved(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@org.jspecify.annotations.Nullable Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }

    static Failure unwritable(Path file, Message why) {
        return new Failure(Exit.FAULT, WORDS.message("target.unwritable", file.toString(), why));
    }
}
