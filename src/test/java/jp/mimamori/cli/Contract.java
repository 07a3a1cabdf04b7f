package jp.mimamori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON Schemas of {@code docs/schema}, against which everything we write is held. */
final class Contract {

    private static final String BASE = "https://mimamori.invalid/schema/";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Contract::text));

    private Contract() {
    }

    /** Fails with every violation where {@code json} does not keep the contract {@code name}. */
    static void assertKept(String name, String json) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(BASE + name + ".schema.json"));
        assertThat(schema.validate(json, InputFormat.JSON)).as("docs/schema/" + name + ".schema.json").isEmpty();
    }

    private static String text(String address) {
        try {
            return Files.readString(Path.of("docs/schema", address.substring(BASE.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
