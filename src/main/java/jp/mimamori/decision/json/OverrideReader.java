package jp.mimamori.decision.json;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.UnreadableFactsException;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the member {@code override} of a line. A word outside its list is an error; what is left out counts against the override. */
final class OverrideReader {

    private static final Wording WORDS = Wording.of(OverrideReader.class);
    private static final Choice<Urgency> URGENCIES = new Choice<>(Urgency.class);
    private static final Choice<Approver> APPROVERS = new Choice<>(Approver.class);

    private OverrideReader() {
    }

    /**
     * The override at which {@code json} stands; null where it is null.
     *
     * @throws UnreadableFactsException where it is no object, names no urgency or a member cannot be understood
     */
    static @Nullable UrgencyOverride read(JsonParser json) throws UnreadableFactsException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableFactsException("DECIDE-009", WORDS.message("override.object"));
        }
        Urgency urgency = null;
        String reason = null;
        String by = null;
        Approver approval = null;
        LocalDate approved = null;
        LocalDate expires = null;
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            String name = "override." + member;
            if (!seen.add(member)) {
                throw FactsReader.twice(name);
            }
            json.nextToken();
            switch (member) {
                case "urgency" -> urgency = FactsReader.required(name, json, URGENCIES);
                case "reason" -> reason = FactsReader.text(name, json);
                case "by" -> by = FactsReader.text(name, json);
                case "approval" -> approval = json.currentToken() == JsonToken.VALUE_NULL ? null
                        : FactsReader.required(name, json, APPROVERS);
                case "approved" -> approved = FactsReader.date(name, json);
                case "expires" -> expires = FactsReader.date(name, json);
                default -> json.skipChildren();
            }
        }
        if (urgency == null) {
            throw new UnreadableFactsException("DECIDE-009", WORDS.message("override.urgency", String.join(", ", URGENCIES.names())));
        }
        return new UrgencyOverride(urgency, reason, by, approval, approved, expires);
    }
}
