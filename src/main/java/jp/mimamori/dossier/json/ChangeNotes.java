package jp.mimamori.dossier.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.dossier.Noted;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change by hand as the audit trail and the list of imports tell it:
 * {@code {"hand": "finding.changed", "finding": key, "run": 17, "changes": [{"field": …, "before": …, "after": …}]}}.
 */
public final class ChangeNotes {

    private final JsonMapper mapper = JsonMapper.builder().build();

    public String write(String action, String key, @Nullable Long run, List<FieldChange> changes) {
        ObjectNode note = mapper.createObjectNode().put("hand", action).put("finding", key);
        if (run != null) {
            note.put("run", run);
        }
        ArrayNode list = note.putArray("changes");
        changes.forEach(change -> list.addObject().put("field", change.field()).put("before", text(change.before()))
                .put("after", text(change.after())));
        return mapper.writeValueAsString(note);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Sourced<?> sourced) {
            return text(sourced.value());
        }
        return value instanceof Enum<?> word ? word.name() : value == null ? null : value.toString();
    }

    /** Empty where the text is no such note. */
    public Optional<Noted> read(String text) {
        if (!text.startsWith("{\"hand\"")) {
            return Optional.empty();
        }
        try {
            JsonNode note = mapper.readTree(text);
            List<Noted.Field> fields = new ArrayList<>();
            note.path("changes").forEach(change -> fields.add(new Noted.Field(change.path("field").asString(), string(change.path("before")),
                    string(change.path("after")))));
            return Optional.of(new Noted(note.path("run").isNumber() ? note.path("run").longValue() : null, fields));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String string(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
