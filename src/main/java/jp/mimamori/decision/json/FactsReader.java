package jp.mimamori.decision.json;

import java.io.Serial;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.decision.Facts;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Message;
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
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the facts of one line. Missing, null and {@code UNKNOWN} are unknown; any other word outside a list is an error. */
final class FactsReader {

    private static final Wording WORDS = Wording.of(FactsReader.class);
    /** A name that stands twice may contradict itself, so it is refused. */
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

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

    private FactsReader() {
    }

    /**
     * The facts of a line; their id is empty where the line has none.
     *
     * @throws BadLine where the line cannot be understood
     */
    static Facts read(byte[] line, int start, int length) throws BadLine {
        FactsReader reader = new FactsReader();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line, start, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine("DECIDE-001", WORDS.message("line.object"));
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                reader.field(name, json);
            }
            if (json.nextToken() != null) {
                throw new BadLine("DECIDE-001", WORDS.message("line.object"));
            }
        } catch (JacksonException e) {
            throw new BadLine("DECIDE-001", WORDS.message("line.json", String.valueOf(e.getOriginalMessage())));
        }
        return reader.facts();
    }

    private Facts facts() {
        // what nobody calls plain IT counts as a medical device
        return new Facts(id == null ? "" : id, asset, safety, operation, exposure, exploitation,
                support, leak, cvssScore, automatable, attackVector, patch, cost, discovered);
    }

    private void field(String name, JsonParser json) throws BadLine {
        switch (name) {
            case "id" -> id = text(name, json);
            case "asset" -> asset = word(name, json, Asset.class, Asset.MEDICAL);
            case "safety" -> safety = word(name, json, Safety.class, Safety.UNKNOWN);
            case "operation" -> operation = word(name, json, Operation.class, Operation.UNKNOWN);
            case "exposure" -> exposure = word(name, json, Exposure.class, Exposure.UNKNOWN);
            case "exploitation" -> exploitation = word(name, json, Exploitation.class, Exploitation.UNKNOWN);
            case "support" -> support = word(name, json, Support.class, Support.UNKNOWN);
            case "leak" -> leak = word(name, json, Leak.class, Leak.UNKNOWN);
            case "cvssScore" -> cvssScore = score(name, json);
            case "automatable" -> automatable = word(name, json, Automatable.class, Automatable.UNKNOWN);
            case "attackVector" -> attackVector = word(name, json, AttackVector.class, AttackVector.UNKNOWN);
            case "patch" -> patch = word(name, json, Patch.class, Patch.UNKNOWN);
            case "cost" -> cost = word(name, json, Cost.class, Cost.UNKNOWN);
            case "discovered" -> discovered = date(name, json);
            default -> json.skipChildren();
        }
    }

    private static <E extends Enum<E>> E word(String name, JsonParser json, Class<E> type, E unknown) throws BadLine {
        if (isUnknown(json)) {
            return unknown;
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Enum.valueOf(type, json.getString());
            } catch (IllegalArgumentException e) {
                // told below, with the words that would do
            }
        }
        List<String> words = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        throw new BadLine("DECIDE-002", WORDS.message("field.word", name, shown(json), String.join(", ", words)));
    }

    private static @Nullable Double score(String name, JsonParser json) throws BadLine {
        if (isUnknown(json)) {
            return null;
        }
        if (json.currentToken().isNumeric()) {
            double score = json.getDoubleValue();
            if (score >= 0 && score <= 10) {
                return score;
            }
        }
        throw new BadLine("DECIDE-003", WORDS.message("field.score", name, shown(json)));
    }

    private static @Nullable LocalDate date(String name, JsonParser json) throws BadLine {
        if (isUnknown(json)) {
            return null;
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            try {
                LocalDate date = LocalDate.parse(json.getString());
                if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // told below
            }
        }
        throw new BadLine("DECIDE-004", WORDS.message("field.date", name, shown(json)));
    }

    private static @Nullable String text(String name, JsonParser json) throws BadLine {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (json.currentToken().isScalarValue()) {
            return json.getString();
        }
        throw new BadLine("DECIDE-005", WORDS.message("field.text", name));
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

    /** A line that cannot be decided. */
    static final class BadLine extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;
        private final transient Message text;

        BadLine(String code, Message text) {
            super(code, null, false, false);
            this.code = code;
            this.text = text;
        }

        String code() {
            return code;
        }

        Message text() {
            return text;
        }
    }
}
