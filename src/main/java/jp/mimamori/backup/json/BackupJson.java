package jp.mimamori.backup.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import jp.mimamori.backup.Manifest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Rows as arrays, one a line: text, number, truth, nothing; bytes as {@code {"base64": …}}. */
public final class BackupJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE).disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET).build()).build();

    private BackupJson() {
    }

    /** Writes rows until it is closed; the stream stays open. */
    public static RowWriter rows(OutputStream out) {
        return new RowWriter(MAPPER.createGenerator(out));
    }

    public static final class RowWriter implements AutoCloseable {

        private final JsonGenerator json;

        private RowWriter(JsonGenerator json) {
            this.json = json;
        }

        public void row(@Nullable Object[] values) {
            json.writeStartArray();
            for (Object value : values) {
                if (value == null) {
                    json.writeNull();
                } else if (value instanceof byte[] bytes) {
                    json.writeStartObject();
                    json.writeName("base64");
                    json.writeBinary(bytes);
                    json.writeEndObject();
                } else if (value instanceof Boolean truth) {
                    json.writeBoolean(truth);
                } else if (value instanceof Long number) {
                    json.writeNumber(number);
                } else if (value instanceof Double number) {
                    json.writeNumber(number);
                } else {
                    json.writeString(value.toString());
                }
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }

        @Override
        public void close() {
            json.close();
        }
    }

    /** What is done with a row that was read. */
    @FunctionalInterface
    public interface RowReader {

        void row(@Nullable Object[] values) throws IOException;
    }

    /** Reads rows of {@code columns} values. */
    public static void read(InputStream in, int columns, RowReader each) throws IOException {
        try (JsonParser json = MAPPER.createParser(in)) {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                List<@Nullable Object> values = new ArrayList<>(columns);
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(json));
                }
                if (values.size() != columns) {
                    throw new IOException("a row of " + values.size() + " in place of " + columns);
                }
                each.row(values.toArray());
            }
        }
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_STRING -> json.getString();
            case START_OBJECT -> bytes(json);
            default -> throw new IOException("no value: " + json.currentToken());
        };
    }

    private static byte[] bytes(JsonParser json) throws IOException {
        json.nextToken();
        json.nextToken();
        byte[] bytes = Base64.getDecoder().decode(json.getString());
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw new IOException("bytes that do not end");
        }
        return bytes;
    }

    public static byte[] write(Manifest manifest) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    }

    public static Manifest manifest(byte[] json) throws IOException {
        try {
            return MAPPER.readValue(json, Manifest.class);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IOException(e);
        }
    }
}
