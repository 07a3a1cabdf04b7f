package jp.mimamori.api.json;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.KeyPath;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.inventory.Device;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.json.JobJson;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers. A decision, and a device, are written as the command line writes them. */
public final class ApiJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ApiJson() {
    }

    /** A part of a longer list. */
    public record Page(int page, int size, long total) {
    }

    public static String findings(@Nullable AssessmentRun run, List<FindingRow> rows, Page page) {
        return list(run, page, json -> rows.forEach(row -> row(json, row)));
    }

    public static String decisions(@Nullable AssessmentRun run, List<FindingDecision> decisions, Page page, Language language) {
        ResultJson result = new ResultJson(language);
        return list(run, page, json -> decisions.forEach(one -> result.write(one, json)));
    }

    public static String devices(List<Keyed<Device>> devices, Page page, Language language) {
        return list(null, page, json -> devices.forEach(device -> device(json, device, language)));
    }

    public static String device(Keyed<Device> device, Language language) {
        return written(json -> device(json, device, language));
    }

    public static String jobs(List<Job> jobs, Language language) {
        return list(null, new Page(0, jobs.size(), jobs.size()), json -> jobs.forEach(job -> json.writeRawValue(JobJson.write(job, language, null))));
    }

    /** A finding with its proof; {@code decision} is null where nothing is to be decided. */
    public static String finding(AssessmentRun run, FindingRow row, @Nullable FindingDecision decision, Language language) {
        return written(json -> {
            json.writeStartObject();
            run(json, run);
            members(json, row);
            json.writeName("decision");
            if (decision == null) {
                json.writeNull();
            } else {
                new ResultJson(language).write(decision, json);
            }
            json.writeEndObject();
        });
    }

    /** The text of {@code name} in a small JSON object; null where it is none or has none. */
    public static @Nullable String text(String body, String name) {
        try {
            JsonNode value = MAPPER.readTree(body).path(name);
            return value.isString() ? value.stringValue() : null;
        } catch (tools.jackson.core.JacksonException e) {
            return null;
        }
    }

    private static String list(@Nullable AssessmentRun run, Page page, Consumer<JsonGenerator> items) {
        return written(json -> {
            json.writeStartObject();
            if (run != null) {
                run(json, run);
            }
            json.writeNumberProperty("page", page.page());
            json.writeNumberProperty("size", page.size());
            json.writeNumberProperty("total", page.total());
            json.writeArrayPropertyStart("items");
            items.accept(json);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String written(Consumer<JsonGenerator> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            body.accept(json);
        }
        return text.toString();
    }

    private static void run(JsonGenerator json, AssessmentRun run) {
        json.writeStringProperty("asOf", run.asOf().toString());
        json.writeStringProperty("policy", run.policy());
    }

    private static void device(JsonGenerator json, Keyed<Device> device, Language language) {
        json.writeStartObject();
        json.writeStringProperty("key", KeyPath.of(device.key()));
        new ResultJson(language).members(device.value(), json);
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, FindingRow row) {
        json.writeStartObject();
        members(json, row);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, FindingRow row) {
        text(json, "id", row.id());
        text(json, "key", KeyPath.of(row.id()));
        text(json, "deviceKey", row.deviceKey() == null ? null : KeyPath.of(row.deviceKey()));
        text(json, "vulnerability", row.vulnerability());
        text(json, "deviceId", row.device().id());
        text(json, "deviceName", row.device().name());
        text(json, "manufacturer", row.device().manufacturer());
        text(json, "department", row.device().department());
        text(json, "location", row.device().location());
        number(json, "cvss", row.cvss());
        text(json, "exploitation", row.exploitation().name());
        text(json, "support", row.device().support().name());
        text(json, "status", row.status().name());
        text(json, "owner", row.owner());
        text(json, "discovered", row.discovered());
        text(json, "settled", row.settled() == null ? null : row.settled().name());
        FindingRow.Outcome outcome = row.outcome();
        text(json, "urgency", outcome == null ? null : outcome.urgency().name());
        text(json, "treatment", outcome == null ? null : outcome.treatment().name());
        text(json, "dueDate", outcome == null ? null : outcome.due());
        text(json, "interimDueDate", outcome == null ? null : outcome.interimDue());
        text(json, "approver", outcome == null ? null : outcome.approver().name());
        if (outcome != null) {
            json.writeBooleanProperty("provisional", outcome.provisional());
            json.writeBooleanProperty("overdueAtImport", outcome.overdue());
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
