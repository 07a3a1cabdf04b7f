package jp.mimamori.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The floor of {@code decide}: a JVM that reads lines of JSON with Jackson, token by token, and writes them again to standard output.
 * What is read of the first file is only read where there is a second: then that one's lines are read and written.
 */
final class JacksonFloor {

    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

    private JacksonFloor() {
    }

    /** {@code files}: lines to read and write; or lines to read, then lines to read and write. */
    public static void main(String[] files) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(),
                new java.io.FileOutputStream(java.io.FileDescriptor.out), JsonEncoding.UTF8)) {
            for (int i = 0; i < files.length; i++) {
                try (InputStream in = Files.newInputStream(Path.of(files[i]));
                        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
                    while (json.nextToken() != null) {
                        if (i == files.length - 1) {
                            out.copyCurrentEventExact(json);
                        }
                    }
                }
            }
        }
    }
}
