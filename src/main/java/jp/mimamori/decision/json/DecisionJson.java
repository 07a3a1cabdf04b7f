package jp.mimamori.decision.json;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Reason;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/**
 * Writes the members of a decision, in the order and with the names of the public contract. Keeps the sentences it has
 * written ready for use, since they repeat; for one thread.
 */
public final class DecisionJson {

    private static final int KEPT = 20_000;

    private final Language language;
    private final Map<Reason, SerializedString> sentences = new IdentityHashMap<>();

    public DecisionJson(Language language) {
        this.language = language;
    }

    /** Everything but the id, into an object that is open already. */
    public void writeMembers(JsonGenerator json, Decision decision) {
        json.writeStringProperty("treatment", decision.treatment().name());
        json.writeStringProperty("urgency", decision.urgency().name());
        json.writeBooleanProperty("provisional", decision.provisional());
        json.writeName("range");
        json.writeStartArray();
        json.writeString(decision.lowest().name());
        json.writeString(decision.highest().name());
        json.writeEndArray();
        texts(json, "missing", decision.missing());
        number(json, "dueDays", decision.dueDays());
        number(json, "interimDueDays", decision.interimDueDays());
        text(json, "dueDate", decision.dueDate());
        texts(json, "controls", decision.controls());
        texts(json, "actions", decision.actions());
        json.writeStringProperty("approver", decision.approver().name());
        number(json, "acceptanceDays", decision.acceptanceDays());
        json.writeName("claims");
        json.writeStartArray();
        for (Claim claim : decision.claims()) {
            json.writeStartObject();
            json.writeStringProperty("rule", claim.rule());
            json.writeStringProperty("urgency", claim.urgency().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("reasons");
        json.writeStartArray();
        for (Reason reason : decision.reasons()) {
            json.writeStartObject();
            json.writeStringProperty("rule", reason.rule());
            json.writeName("text");
            json.writeString(sentence(reason));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("policy", decision.policy());
    }

    private SerializedString sentence(Reason reason) {
        SerializedString text = sentences.get(reason);
        if (text == null) {
            if (sentences.size() >= KEPT) {
                sentences.clear();
            }
            text = new SerializedString(reason.text().in(language));
            sentences.put(reason, text);
        }
        return text;
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeName(name);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number.intValue());
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable Object text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text.toString());
        }
    }
}
