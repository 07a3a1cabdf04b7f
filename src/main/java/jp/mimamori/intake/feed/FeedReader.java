package jp.mimamori.intake.feed;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.feed.json.JsonFeed;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads KEV lists (CISA's CSV and JSON) and EPSS files (FIRST's CSV, its API's JSON), each also gzipped, recognised by what is
 * in them and not by their names. Streams; a day's EPSS file of 300,000 lines needs only its scores in memory.
 */
public final class FeedReader {

    static final Wording WORDING = Wording.of(FeedReader.class);

    private static final int PEEK = 4096;
    private static final long LIMIT = 64L * 1024 * 1024;

    /** Reads {@code file} under its own name; see {@link #read(Path, String, SheetRole)}. */
    public Optional<Feed> read(Path file, @Nullable SheetRole forced) throws UnusableFileException {
        return read(file, String.valueOf(file.getFileName()), forced);
    }

    /**
     * Reads {@code file} where it is a feed.
     *
     * @param name   what the file is called in issues
     * @param forced {@link SheetRole#KEV} or {@link SheetRole#EPSS} where the user said so; null to recognise it
     * @return empty where the file is no feed
     * @throws UnusableFileException where it is one, or was said to be one, but cannot be read
     */
    public Optional<Feed> read(Path file, String name, @Nullable SheetRole forced) throws UnusableFileException {
        if (forced != null && forced != SheetRole.KEV && forced != SheetRole.EPSS) {
            return Optional.empty();
        }
        MessageDigest sha256 = sha256();
        try (var raw = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sha256)) {
            Draft draft = read(name, new Shielded(raw), forced);
            if (draft == null) {
                if (forced != null) {
                    throw unusable("FEED-007", name, forced);
                }
                return Optional.empty();
            }
            raw.transferTo(OutputStream.nullOutputStream());
            var source = new SourceFile(name, HexFormat.of().formatHex(sha256.digest()), List.of(draft.sheet()));
            return Optional.of(draft.feed(source));
        } catch (JsonFeed.Broken | CsvParseException e) {
            throw unusable("FEED-006", name, forced);
        } catch (UncheckedIOException e) {
            throw unusable(code(requireNonNull(e.getCause())), name, forced);
        } catch (IOException e) {
            throw unusable(code(e), name, forced);
        }
    }

    private static String code(IOException e) {
        return e instanceof ZipException || e instanceof EOFException ? "FEED-006" : e instanceof TooLarge ? "FEED-008" : "FEED-009";
    }

    private static @Nullable Draft read(String name, InputStream raw, @Nullable SheetRole forced)
            throws IOException, JsonFeed.Broken {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        byte[] magic = peek(in, 2);
        if (magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            in = new BufferedInputStream(new Limited(new GZIPInputStream(in, 1 << 16)), 1 << 16);
        }
        String start = new String(peek(in, PEEK), StandardCharsets.UTF_8).strip();
        if (start.startsWith("\uFEFF")) {
            start = start.substring(1).strip();
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            Optional<JsonFeed> json = JsonFeed.read(in);
            return json.isEmpty() || forced != null && json.get().kev() != (forced == SheetRole.KEV) ? null
                    : Draft.of(name, json.get());
        }
        // binary workbooks and pages are somebody else's
        return start.startsWith("PK") || start.indexOf('\0') >= 0 || start.startsWith("<") ? null : CsvFeed.read(name, in, forced);
    }

    private static byte[] peek(BufferedInputStream in, int length) throws IOException {
        in.mark(length);
        byte[] bytes = in.readNBytes(length);
        in.reset();
        return bytes;
    }

    private static UnusableFileException unusable(String code, String name, @Nullable SheetRole forced) {
        return new UnusableFileException(new Issue(code, Severity.ERROR, Place.file(name), null, null,
                forced == null ? WORDING.message(code, name, "") : WORDING.message(code, name, forced)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the file open for the rest of its hash when a parser closes what it was given. */
    private static final class Shielded extends FilterInputStream {

        private Shielded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return in.read(bytes, from, length);
        }

        @Override
        public void close() {
            // the file is closed by whoever opened it
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Stops a bomb. */
    private static final class Limited extends FilterInputStream {

        private long read;

        private Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            if (read > LIMIT) {
                throw new TooLarge();
            }
        }
    }
}
