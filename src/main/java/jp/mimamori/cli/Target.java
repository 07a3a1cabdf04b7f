package jp.mimamori.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
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
import org.jspecify.annotations.Nullable;

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

    /** Whether both name one file, through links too, and on disks that do not tell capitals apart. */
    static boolean isSame(Path one, Path other) {
        try {
            return absolute(one).equals(absolute(other)) || Files.isSameFile(one, other);
        } catch (IOException missing) {
            return false;
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /**
     * Lets {@code content} write to {@code out}. What a library makes of an {@link IOException} on its way is its own affair: the stream's
     * own one is what is thrown.
     */
    static void fill(OutputStream out, Content content) throws IOException {
        Watched watched = new Watched(out);
        try {
            content.writeTo(watched);
            watched.flush();
        } catch (RuntimeException e) {
            if (watched.failure != null) {
                throw watched.failure;
            }
            throw e;
        }
    }

    /** Remembers that it could not be written to. */
    private static final class Watched extends FilterOutputStream {

        private @Nullable IOException failure;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private IOException failed(IOException e) {
            failure = e;
            return e;
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
                fill(out, content);
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

    private static void discard(@Nullable Path draft) {
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
