package jp.mimamori.planning.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON files are opened and written: packed with gzip or not, told apart by their first bytes. */
final class JsonFile {

    /** Reads values out of a longer stream, so more may follow. */
    static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    /** Reads whole files. */
    static final JsonMapper WHOLE = MAPPER.rebuild().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonFile() {
    }

    static InputStream open(Path file) throws IOException {
        return unpack(Files.newInputStream(file));
    }

    /** Skips a byte-order mark, which Windows tools like to write and JSON does not know. */
    static InputStream unpack(InputStream raw) throws IOException {
        var buffered = new BufferedInputStream(raw);
        buffered.mark(4);
        int first = buffered.read();
        int second = buffered.read();
        int third = buffered.read();
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return buffered;
        }
        buffered.reset();
        return first == 0x1F && second == 0x8B ? unpack(new GZIPInputStream(buffered)) : buffered;
    }

    /** Writes one value to a stream that stays open. */
    static void write(OutputStream stream, Consumer<JsonGenerator> value) {
        try (JsonGenerator out = MAPPER.writer().createGenerator(new Open(stream))) {
            value.accept(out);
        }
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
