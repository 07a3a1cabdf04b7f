package jp.mimamori.findings.json;

import java.util.Optional;
import jp.mimamori.findings.BulkEdit;
import jp.mimamori.findings.BulkField;
import jp.mimamori.findings.BulkRun;
import jp.mimamori.hospital.ImportRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"hand": "findings.changed", "field": "OWNER", "value": "…", "count": 17}}. */
public final class BulkNotes {

    /** What the action is called in the trail. */
    public static final String CHANGED = "findings.changed";
    /** How every such note begins. */
    public static final String START = "{\"hand\":\"" + CHANGED + "\"";

    private final JsonMapper mapper = JsonMapper.builder().build();

    public String write(BulkEdit edit, int count) {
        String value = switch (edit.field()) {
            case STATUS -> edit.status() == null ? "" : edit.status().name();
            case PLANNED -> String.valueOf(edit.date());
            case OWNER, ACTION, NOTE -> edit.text().strip();
        };
        return mapper.writeValueAsString(mapper.createObjectNode().put("hand", CHANGED).put("field", edit.field().name()).put("value", value)
                .put("count", count));
    }

    /** Empty where the run is another kind of change. */
    public Optional<BulkRun> read(ImportRun run) {
        if (!run.summary().startsWith(START)) {
            return Optional.empty();
        }
        try {
            JsonNode note = mapper.readTree(run.summary());
            return Optional.of(new BulkRun(run.id(), BulkField.valueOf(note.path("field").asString()), note.path("value").asString(),
                    note.path("count").asInt(), run.by(), run.at(), run.state() == ImportRun.State.UNDONE));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
