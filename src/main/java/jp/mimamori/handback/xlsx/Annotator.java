package jp.mimamori.handback.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.handback.Handback;
import jp.mimamori.handback.HandedFile;
import jp.mimamori.handback.NotHandedBackException;
import jp.mimamori.handback.ooxml.StrictWorkbookException;
import jp.mimamori.intake.Checksum;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/** Writes a user's file with its problems marked, each kind of file in its own way; told apart by their bytes. */
public final class Annotator {

    private static final Wording WORDS = Wording.of(Handback.class);

    private final Language language;

    public Annotator(Language language) {
        this.language = language;
    }

    private enum Kind { ZIP, OLE2, TEXT }

    private static Kind kind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' ? Kind.ZIP
                    : head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF ? Kind.OLE2 : Kind.TEXT;
        }
    }

    /** Whether {@code file} is handed back as an {@code .xlsx} because its own format can hold no marks. */
    public static boolean isText(HandedFile file) throws NotHandedBackException {
        try {
            return kind(file.path()) == Kind.TEXT;
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /** Whether {@code file} is one that was written here and that no program has saved since: nobody's work is lost with it. */
    public static boolean isUntouched(Path file) {
        byte[] mark = MarkedWorkbook.UNTOUCHED.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (var channel = Files.newByteChannel(file)) {
            if (kind(file) == Kind.OLE2) {
                return LegacyStamp.isUntouched(file);
            }
            if (channel.size() < mark.length) {
                return false;
            }
            channel.position(channel.size() - mark.length);
            java.nio.ByteBuffer end = java.nio.ByteBuffer.allocate(mark.length);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            return java.util.Arrays.equals(mark, end.array());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes {@code file} with its problems marked to {@code target}.
     *
     * @throws NotHandedBackException where nothing can be written into this file, though it could be read
     * @throws IOException            where {@code target} cannot be written, as on a full disk
     */
    public void write(HandedFile file, Path target) throws NotHandedBackException, IOException {
        try {
            if (!Checksum.of(file.path(), file.source().file()).equals(file.source().sha256())) {
                throw new NotHandedBackException(file.source().file(), WORDS.message("unfit.changed"));
            }
            switch (kind(file.path())) {
                case ZIP -> write(target, out -> new MarkedWorkbook(language).write(file, file.path(), null, out));
                case OLE2 -> write(target, out -> new LegacyWorkbook(language).write(file, out));
                case TEXT -> text(file, target);
            }
        } catch (UnwritableException e) {
            throw e; // no fault of the file
        } catch (StrictWorkbookException e) {
            throw new NotHandedBackException(file.source().file(), WORDS.message("unfit.strict"));
        } catch (IOException | UnusableFileException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    /** What has to be kept on the way lies beside the target, not in a temporary folder that may be full or small. */
    private void text(HandedFile file, Path target) throws IOException, UnusableFileException, NotHandedBackException {
        Path room = Files.createTempDirectory(target.toAbsolutePath().getParent(), ".mimamori-");
        try {
            Path copy = room.resolve("copy.xlsx");
            TempFile.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(room.toFile()));
            try (OutputStream out = new BufferedOutputStream(new Sink(copy))) {
                TextWorkbook.write(file, out);
            } finally {
                TempFile.setThreadLocalTempFileCreationStrategy(null);
            }
            write(target, out -> new MarkedWorkbook(language).write(file, copy, TextWorkbook.sheet(file.source().file()), out));
        } finally {
            discard(room);
        }
    }

    private static void discard(Path room) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(room)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    /** A target whose failures are told from those of the file that is read. */
    private static final class Sink extends OutputStream {

        private final OutputStream out;

        Sink(Path target) throws UnwritableException {
            out = UnwritableException.of(() -> Files.newOutputStream(target));
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            UnwritableException.of(() -> {
                out.write(bytes, from, count);
                return out;
            });
        }

        @Override
        public void close() throws IOException {
            UnwritableException.of(() -> {
                out.close();
                return out;
            });
        }
    }

    private static final class UnwritableException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        private UnwritableException(IOException cause) {
            super(cause.getMessage(), cause);
        }

        private interface Step {
            OutputStream run() throws IOException;
        }

        private static OutputStream of(Step step) throws UnwritableException {
            try {
                return step.run();
            } catch (IOException e) {
                throw new UnwritableException(e);
            }
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void write(Path target, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new Sink(target), 1 << 16)) {
            content.writeTo(out);
        }
    }

    private static NotHandedBackException damaged(HandedFile file, Exception why) {
        NotHandedBackException told = new NotHandedBackException(file.source().file(), WORDS.message("unfit.damaged",
                why.getClass().getSimpleName() + (why.getMessage() == null ? "" : ": " + why.getMessage())));
        told.initCause(why);
        return told;
    }
}
