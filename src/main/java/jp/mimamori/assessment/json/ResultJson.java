package jp.mimamori.assessment.json;

import java.io.OutputStream;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.json.ReplannedJson;
import jp.mimamori.planning.json.ScheduleJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a result as JSON in UTF-8, streaming: {@code assess} has all keys of {@code read}, {@code plan} all of
 * {@code assess}. The stream is left open.
 */
public final class ResultJson {

    private static final ObjectWriter WRITER = JsonMapper.builder(
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build()).build()
            .writerWithDefaultPrettyPrinter();

    private final Language language;

    /** Texts in the result are in {@code language}. */
    public ResultJson(Language language) {
        this.language = language;
    }

    public void write(Reading reading, OutputStream out) {
        whole(out, json -> new ReadingJson(json, language).write(reading, reading.issues()));
    }

    public void write(Assessed assessed, OutputStream out) {
        whole(out, json -> assessed(json, assessed, assessed.issues()));
    }

    public void write(Planned planned, OutputStream out) {
        whole(out, json -> {
            assessed(json, planned.assessed(), planned.issues());
            json.generator.writeName("problem");
            ProblemJson.write(planned.problem(), json.generator);
            json.generator.writeName("schedule");
            Replanned replanned = planned.replanned();
            if (replanned == null) {
                ScheduleJson.write(planned.schedule(), language, json.generator);
            } else {
                ReplannedJson.write(replanned, language, json.generator);
            }
        });
    }

    /** One decision, as an object like those of {@code decisions}. */
    public void write(jp.mimamori.decision.FindingDecision decision, JsonGenerator generator) {
        Json json = new Json(generator);
        json.object(() -> new AssessedJson(json, new ReadingJson(json, language), language).decision(decision));
    }

    /** The members of one device, as in {@code devices}, into an object that is open already. */
    public void members(jp.mimamori.inventory.Device device, JsonGenerator generator) {
        new ReadingJson(new Json(generator), language).device(device);
    }

    private void assessed(Json json, Assessed assessed, java.util.List<jp.mimamori.trace.Issue> issues) {
        ReadingJson reading = new ReadingJson(json, language);
        reading.write(assessed.reading(), issues);
        new AssessedJson(json, reading, language).write(assessed);
    }

    private static void whole(OutputStream out, java.util.function.Consumer<Json> body) {
        try (JsonGenerator generator = WRITER.createGenerator(out)) {
            Json json = new Json(generator);
            json.object(() -> body.accept(json));
        }
    }
}
