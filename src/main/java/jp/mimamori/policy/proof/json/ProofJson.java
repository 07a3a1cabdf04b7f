package jp.mimamori.policy.proof.json;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.policy.proof.CounterExample;
import jp.mimamori.policy.proof.Proof;
import jp.mimamori.policy.proof.RowPlace;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes a proof: {@code docs/schema/policy-verify.schema.json}. */
public final class ProofJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Language language;

    private ProofJson(JsonGenerator json, Language language) {
        this.json = json;
        this.language = language;
    }

    /**
     * Writes {@code proof} and leaves {@code out} open.
     *
     * @param language of the texts for people
     */
    public static void write(Proof proof, Language language, OutputStream out) throws IOException {
        OutputStream unclosed = new FilterOutputStream(out) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), unclosed, JsonEncoding.UTF8)) {
            new ProofJson(json, language).proof(proof);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void proof(Proof proof) {
        json.writeStartObject();
        json.writeStringProperty("schema", "mimamori.policy-verify/1");
        json.writeStringProperty("policy", proof.policy());
        json.writeStringProperty("name", proof.name());
        json.writeBooleanProperty("proven", proof.holds());
        json.writeNumberProperty("states", proof.states());
        json.writeNumberProperty("seconds", Math.round(proof.seconds() * 1000) / 1000.0);
        json.writeArrayPropertyStart("properties");
        for (Proof.Checked checked : proof.checked()) {
            json.writeStartObject();
            json.writeStringProperty("property", checked.property().name());
            json.writeStringProperty("meaning", checked.property().meaning().in(language));
            json.writeBooleanProperty("proven", checked.proven());
            json.writeNumberProperty("cases", checked.cases());
            json.writeArrayPropertyStart("violations");
            checked.violations().forEach(this::example);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("idleRows");
        for (Proof.IdleRow idle : proof.idle()) {
            json.writeStartObject();
            json.writeStringProperty("why", idle.why().name());
            row(idle.row());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void example(CounterExample example) {
        json.writeStartObject();
        json.writeStringProperty("text", example.summary().in(language));
        texts("state", example.state());
        texts("harmless", example.harmless());
        json.writeName("inputs");
        json.writeStartObject();
        example.facts().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeStringProperty("before", example.before().in(language));
        json.writeStringProperty("after", example.after().in(language));
        json.writeArrayPropertyStart("rows");
        for (RowPlace place : example.rows()) {
            json.writeStartObject();
            row(place);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void texts(String name, List<Bilingual> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(text -> json.writeString(text.in(language)));
        json.writeEndArray();
    }

    private void row(RowPlace place) {
        json.writeStringProperty("rule", place.rule());
        json.writeStringProperty("file", place.file());
        if (place.sheet() == null) {
            json.writeNullProperty("sheet");
        } else {
            json.writeStringProperty("sheet", place.sheet());
        }
        if (place.row() == null) {
            json.writeNullProperty("row");
        } else {
            json.writeNumberProperty("row", place.row().intValue());
        }
    }
}
