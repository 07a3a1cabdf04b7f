package jp.mimamori.decision.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.UnreadableFactsException;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Wording;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the facts of one line. Missing, null and {@code UNKNOWN} are unknown; any other word outside a list is an error. */
final class FactsReader {

    private static final Wording WORDS = Wording.of(FactsReader.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final Choice<Asset> ASSETS = new Choice<>(Asset.class);
    private static final Choice<Safety> SAFETIES = new Choice<>(Safety.class);
    private static final Choice<Operation> OPERATIONS = new Choice<>(Operation.class);
    private static final Choice<Exposure> EXPOSURES = new Choice<>(Exposure.class);
    private static final Choice<Exploitation> EXPLOITATIONS = new Choice<>(Exploitation.class);
    private static final Choice<Support> SUPPORTS = new Choice<>(Support.class);
    private static final Choice<Leak> LEAKS = new Choice<>(Leak.class);
    private static final Choice<Automatable> AUTOMATABLES = new Choice<>(Automatable.class);
    private static final Choice<AttackVector> ATTACK_VECTORS = new Choice<>(AttackVector.class);
    private static final Choice<Patch> PATCHES = new Choice<>(Patch.class);
    private static final Choice<Cost> COSTS = new Choice<>(Cost.class);

    private @Nullable String id;
    private Asset asset = Asset.MEDICAL;
    private Safety safety = Safety.UNKNOWN;
    private Operation operation = Operation.UNKNOWN;
    private Exposure exposure = Exposure.UNKNOWN;
    private Exploitation exploitation = Exploitation.UNKNOWN;
    private Support support = Support.UNKNOWN;
    private Leak leak = Leak.UNKNOWN;
    private @Nullable Double cvssScore;
    private Automatable automatable = Automatable.UNKNOWN;
    private AttackVector attackVector = AttackVector.UNKNOWN;
    private Patch patch = Patch.UNKNOWN;
    private Cost cost = Cost.UNKNOWN;
    private @Nullable LocalDate discovered;
    private @Nullable UrgencyOverride override;

    private int seen;
    private @Nullable Set<String> others;

    private FactsReader() {
    }

    /** What stands in a line. */
    record Given(Facts facts, @Nullable UrgencyOverride override) {
    }

    /**
     * The facts of a line; their id is empty where the line has none. Beside them, an approver's wish for another urgency.
     *
     * @throws UnreadableFactsException where the line cannot be understood
     */
    static Given read(byte[] line, int start, int length) throws UnreadableFactsException {
        FactsReader reader = new FactsReader();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line, start, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFactsException("DECIDE-001", WORDS.message("line.object"));
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                reader.field(name, json);
            }
            if (json.nextToken() != null) {
                throw new UnreadableFactsException("DECIDE-001", WORDS.message("line.object"));
            }
        } catch (JacksonException e) {
            throw new UnreadableFactsException("DECIDE-001", WORDS.message("line.json", String.valueOf(e.getOriginalMessage())));
        }
        return new Given(reader.facts(), reader.override);
    }

    private Facts facts() {
        // what nobody calls plain IT counts as a medical device
        return new Facts(id == null ? "" : id, asset, safety, operation, exposure, exploitation,
                support, leak, cvssScore, automatable, attackVector, patch, cost, discovered);
    }

    private void field(String name, JsonParser json) throws UnreadableFactsException {
        switch (name) {
            case "id" -> {
                once(0, name);
                id = text(name, json);
            }
            case "asset" -> {
                once(1, name);
                asset = word(name, json, ASSETS, Asset.MEDICAL);
            }
            case "safety" -> {
                once(2, name);
                safety = word(name, json, SAFETIES, Safety.UNKNOWN);
            }
            case "operation" -> {
                once(3, name);
                operation = word(name, json, OPERATIONS, Operation.UNKNOWN);
            }
            case "exposure" -> {
                once(4, name);
                exposure = word(name, json, EXPOSURES, Exposure.UNKNOWN);
            }
            case "exploitation" -> {
                once(5, name);
                exploitation = word(name, json, EXPLOITATIONS, Exploitation.UNKNOWN);
            }
            case "support" -> {
                once(6, name);
                support = word(name, json, SUPPORTS, Support.UNKNOWN);
            }
            case "leak" -> {
                once(7, name);
                leak = word(name, json, LEAKS, Leak.UNKNOWN);
            }
            case "cvssScore" -> {
                once(8, name);
                cvssScore = score(name, json);
            }
            case "automatable" -> {
                once(9, name);
                automatable = word(name, json, AUTOMATABLES, Automatable.UNKNOWN);
            }
            case "attackVector" -> {
                once(10, name);
                attackVector = word(name, json, ATTACK_VECTORS, AttackVector.UNKNOWN);
            }
            case "patch" -> {
                once(11, name);
                patch = word(name, json, PATCHES, Patch.UNKNOWN);
            }
            case "cost" -> {
                once(12, name);
                cost = word(name, json, COSTS, Cost.UNKNOWN);
            }
            case "discovered" -> {
                once(13, name);
                discovered = date(name, json);
            }
            case "override" -> {
                once(14, name);
                override = OverrideReader.read(json);
            }
            default -> {
                others = others == null ? new HashSet<>() : others;
                if (!others.add(name)) {
                    throw twice(name);
                }
                json.skipChildren();
            }
        }
    }

    /** A name that stands twice may contradict itself, so it is refused. */
    private void once(int field, String name) throws UnreadableFactsException {
        if ((seen >> field & 1) != 0) {
            throw twice(name);
        }
        seen |= 1 << field;
    }

    static UnreadableFactsException twice(String name) {
        return new UnreadableFactsException("DECIDE-001", WORDS.message("line.twice", name));
    }

    private static <E extends Enum<E>> E word(String name, JsonParser json, Choice<E> choice, E unknown) throws UnreadableFactsException {
        E word = json.currentToken() == JsonToken.VALUE_STRING ? choice.find(json) : null;
        return word != null ? word : isUnknown(json) ? unknown : required(name, json, choice);
    }

    /** A word of the list, where nothing else will do. */
    static <E extends Enum<E>> E required(String name, JsonParser json, Choice<E> choice) throws UnreadableFactsException {
        E word = json.currentToken() == JsonToken.VALUE_STRING ? choice.find(json) : null;
        if (word != null) {
            return word;
        }
        throw new UnreadableFactsException("DECIDE-002", WORDS.message("field.word", name, shown(json), String.join(", ", choice.names())));
    }

    private static @Nullable Double score(String name, JsonParser json) throws UnreadableFactsException {
        if (isUnknown(json)) {
            return null;
        }
        if (json.currentToken().isNumeric()) {
            double score = json.getDoubleValue();
            if (score >= 0 && score <= 10) {
                return score;
            }
        }
        throw new UnreadableFactsException("DECIDE-003", WORDS.message("field.score", name, shown(json)));
    }

    static @Nullable LocalDate date(String name, JsonParser json) throws UnreadableFactsException {
        if (isUnknown(json)) {
            return null;
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            try {
                LocalDate date = Dates.parse(json);
                if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // told below
            }
        }
        throw new UnreadableFactsException("DECIDE-004", WORDS.message("field.date", name, shown(json)));
    }

    static @Nullable String text(String name, JsonParser json) throws UnreadableFactsException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken().isScalarValue()) {
            return json.getString();
        }
        throw new UnreadableFactsException("DECIDE-005", WORDS.message("field.text", name));
    }

    private static boolean isUnknown(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL
                || json.currentToken() == JsonToken.VALUE_STRING && json.getString().equals("UNKNOWN");
    }

    private static String shown(JsonParser json) {
        if (!json.currentToken().isScalarValue()) {
            return json.currentToken() == JsonToken.START_ARRAY ? "[…]" : "{…}";
        }
        String text = json.getString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
