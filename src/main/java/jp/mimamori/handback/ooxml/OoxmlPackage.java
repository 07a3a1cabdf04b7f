package jp.mimamori.handback.ooxml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zipped workbook of which some parts are written anew; every other part is copied as the bytes it has in the file. */
final class OoxmlPackage implements Closeable {

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int SMALL = 64_000_000;

    private final ZipFile zip;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Content> changed = new LinkedHashMap<>();
    private final Map<String, Content> last = new LinkedHashMap<>();
    private final Set<String> dropped = new LinkedHashSet<>();

    OoxmlPackage(Path file) throws IOException {
        zip = ZipFile.builder().setPath(file).get();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            names.putIfAbsent(key(entry.getName()), entry.getName());
        }
    }

    /** Writes a part's new content. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private static String key(String part) {
        return (part.startsWith("/") ? part.substring(1) : part).replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    boolean has(String part) {
        return names.containsKey(key(part)) && !dropped.contains(key(part)) || changed.containsKey(key(part));
    }

    Set<String> parts() {
        return Set.copyOf(names.values());
    }

    /** The characters of a part as the file has them. */
    Reader reader(String part) throws IOException {
        ZipArchiveEntry entry = entry(part);
        PushbackInputStream in = new PushbackInputStream(zip.getInputStream(entry), 256);
        byte[] head = in.readNBytes(256);
        Charset charset = charset(head);
        int mark = charset.equals(StandardCharsets.UTF_8) && head.length > 2 && head[0] == (byte) 0xEF ? 3
                : charset.name().startsWith("UTF-16") && (head[0] == (byte) 0xFE || head[0] == (byte) 0xFF) ? 2 : 0;
        in.unread(head, mark, head.length - mark);
        return new InputStreamReader(in, charset);
    }

    private ZipArchiveEntry entry(String part) throws IOException {
        String name = names.get(key(part));
        ZipArchiveEntry entry = name == null ? null : zip.getEntry(name);
        if (entry == null) {
            throw new IOException("no part " + part);
        }
        return entry;
    }

    private static Charset charset(byte[] head) {
        if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF || head.length > 1 && head[0] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head.length > 1 && head[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start.substring(0, Math.max(0, start.indexOf("?>"))));
        return declared.find() && Charset.isSupported(declared.group(1)) ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    /** The whole text of a part that is small in any honest file. */
    String text(String part) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        try (Reader in = reader(part)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(buffer, 0, n);
                if (text.length() > SMALL) {
                    throw new IOException("too large: " + part);
                }
            }
        }
        return text.toString();
    }

    /** Writes {@code part} anew, in its old place where it has one. */
    void change(String part, Content content) {
        dropped.remove(key(part));
        changed.put(key(part), content);
        names.putIfAbsent(key(part), part);
    }

    void change(String part, String text) {
        change(part, out -> out.write(text));
    }

    /** Writes {@code part} after all others, whose writing decides what stands in it. */
    void changeLast(String part, Content content) {
        change(part, content);
        last.put(key(part), content);
    }

    void drop(String part) {
        dropped.add(key(part));
        changed.remove(key(part));
    }

    /** A name that no part has: {@code xl/comments%d.xml}. */
    String free(String pattern) {
        for (int n = 1;; n++) {
            String name = String.format(Locale.ROOT, pattern, n);
            if (!names.containsKey(key(name))) {
                names.put(key(name), name);
                return name;
            }
        }
    }

    /** Writes the package. */
    void write(OutputStream target, @Nullable String comment) throws IOException {
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(target);
        if (comment != null) {
            out.setComment(comment);
        }
        Set<String> written = new LinkedHashSet<>(dropped);
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String key = key(entry.getName());
            if (last.containsKey(key) || !written.add(key)) {
                continue;
            }
            Content content = changed.get(key);
            if (content != null) {
                write(out, entry.getName(), charset(entry), content);
            } else {
                try (InputStream raw = zip.getRawInputStream(entry)) {
                    out.addRawArchiveEntry(entry, raw);
                }
            }
        }
        for (var added : changed.entrySet()) {
            if (!last.containsKey(added.getKey()) && written.add(added.getKey())) {
                write(out, names.getOrDefault(added.getKey(), added.getKey()), StandardCharsets.UTF_8, added.getValue());
            }
        }
        for (var added : last.entrySet()) {
            boolean old = zip.getEntry(names.getOrDefault(added.getKey(), "")) != null;
            write(out, names.getOrDefault(added.getKey(), added.getKey()), old ? charset(entry(added.getKey())) : StandardCharsets.UTF_8,
                    added.getValue());
        }
        out.finish();
    }

    private Charset charset(ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return charset(in.readNBytes(256));
        }
    }

    private static void write(ZipArchiveOutputStream out, String name, Charset charset, Content content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        // no clock: the same file twice is the same bytes
        entry.setTime(315_619_200_000L);
        out.putArchiveEntry(entry);
        Writer text = new OutputStreamWriter(out, charset);
        content.writeTo(text);
        text.flush();
        out.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

}
