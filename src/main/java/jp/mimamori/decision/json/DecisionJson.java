package jp.mimamori.decision.json;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Claim;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Overridden;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.io.SerializedString;

/**
 * Writes the members of a decision, in the order and with the names of the public contract. Keeps the pieces it has
 * written ready for use, since they repeat; for one thread.
 */
public final class DecisionJson {

    private static final int KEPT = 20_000;
    private static final SerializedString TREATMENT = new SerializedString("treatment");
    private static final SerializedString URGENCY = new SerializedString("urgency");
    private static final SerializedString PROVISIONAL = new SerializedString("provisional");
    private static final SerializedString RANGE = new SerializedString("range");
    private static final SerializedString MISSING = new SerializedString("missing");
    private static final SerializedString DUE_DAYS = new SerializedString("dueDays");
    private static final SerializedString INTERIM_DUE_DAYS = new SerializedString("interimDueDays");
    private static final SerializedString DUE_DATE = new SerializedString("dueDate");
    private static final SerializedString CONTROLS = new SerializedString("controls");
    private static final SerializedString ACTIONS = new SerializedString("actions");
    private static final SerializedString APPROVER = new SerializedString("approver");
    private static final SerializedString ACCEPTANCE_DAYS = new SerializedString("acceptanceDays");
    private static final SerializedString CLAIMS = new SerializedString("claims");
    private static final SerializedString REASONS = new SerializedString("reasons");
    private static final SerializedString POLICY = new SerializedString("policy");
    private static final Collector<CharSequence, ?, String> ARRAY = Collectors.joining(",", "[", "]");
    private static final Map<Enum<?>, SerializedString> WORDS = words();

    private final Language language;
    private final Map<Reason, SerializedString> sentences = new IdentityHashMap<>();
    private final Map<Claim, SerializedString> claims = new HashMap<>();
    private final Map<List<String>, SerializedString> lists = new IdentityHashMap<>();
    private final char[] day = new char[10];
    private @Nullable SerializedString policy;
    private String version = "";

    public DecisionJson(Language language) {
        this.language = language;
    }

    /** Everything but the id, into an object that is open already. */
    public void writeMembers(JsonGenerator json, Decision decision) {
        writeMembers(json, decision, decision.dueDate());
    }

    void writeMembers(JsonGenerator json, Decision decision, @Nullable LocalDate due) {
        json.writeName(TREATMENT);
        json.writeRawValue(word(decision.treatment()));
        json.writeName(URGENCY);
        json.writeRawValue(word(decision.urgency()));
        json.writeName(PROVISIONAL);
        json.writeBoolean(decision.provisional());
        json.writeName(RANGE);
        json.writeStartArray();
        json.writeRawValue(word(decision.lowest()));
        json.writeRawValue(word(decision.highest()));
        json.writeEndArray();
        json.writeName(MISSING);
        json.writeRawValue(texts(decision.missing()));
        number(json, DUE_DAYS, decision.dueDays());
        number(json, INTERIM_DUE_DAYS, decision.interimDueDays());
        json.writeName(DUE_DATE);
        if (due == null) {
            json.writeNull();
        } else {
            date(json, due);
        }
        json.writeName(CONTROLS);
        json.writeRawValue(texts(decision.controls()));
        json.writeName(ACTIONS);
        json.writeRawValue(texts(decision.actions()));
        json.writeName(APPROVER);
        json.writeRawValue(word(decision.approver()));
        number(json, ACCEPTANCE_DAYS, decision.acceptanceDays());
        json.writeName(CLAIMS);
        json.writeStartArray();
        for (Claim claim : decision.claims()) {
            json.writeRawValue(claim(claim));
        }
        json.writeEndArray();
        json.writeName(REASONS);
        json.writeStartArray();
        for (Reason reason : decision.reasons()) {
            json.writeRawValue(sentence(reason));
        }
        json.writeEndArray();
        json.writeName(POLICY);
        json.writeRawValue(policy(decision.policy()));
        if (decision.override() != null) {
            override(json, decision.override());
        }
    }

    private void override(JsonGenerator json, Overridden override) {
        json.writeName("override");
        json.writeStartObject();
        json.writeName("asked");
        json.writeRawValue(word(override.asked().urgency()));
        json.writeName("byRules");
        json.writeRawValue(word(override.byRules()));
        json.writeBooleanProperty("holds", override.holds());
        json.writeName("why");
        json.writeStartArray();
        override.why().forEach(why -> json.writeString(why.in(language)));
        json.writeEndArray();
        json.writeEndObject();
    }

    private SerializedString sentence(Reason reason) {
        SerializedString text = sentences.get(reason);
        if (text == null) {
            text = new SerializedString("{\"rule\":" + quoted(reason.rule()) + ",\"text\":"
                    + quoted(reason.text().in(language)) + "}");
            keep(sentences, reason, text);
        }
        return text;
    }

    /** Lists are shared by the decisions of a policy, and told apart by what they are rather than by what they hold. */
    private SerializedString texts(List<String> texts) {
        SerializedString text = lists.get(texts);
        if (text == null) {
            text = new SerializedString(texts.stream().map(DecisionJson::quoted).collect(ARRAY));
            keep(lists, texts, text);
        }
        return text;
    }

    private SerializedString claim(Claim claim) {
        SerializedString text = claims.get(claim);
        if (text == null) {
            text = new SerializedString("{\"rule\":" + quoted(claim.rule()) + ",\"urgency\":" + quoted(claim.urgency().name()) + "}");
            keep(claims, claim, text);
        }
        return text;
    }

    private static <K> void keep(Map<K, SerializedString> texts, K key, SerializedString text) {
        if (texts.size() >= KEPT) {
            texts.clear();
        }
        texts.put(key, text);
    }

    private SerializedString policy(String version) {
        SerializedString text = policy;
        if (text == null || !version.equals(this.version)) {
            text = new SerializedString(quoted(version));
            policy = text;
            this.version = version;
        }
        return text;
    }

    private static SerializedString word(Enum<?> word) {
        return java.util.Objects.requireNonNull(WORDS.get(word));
    }

    private static Map<Enum<?>, SerializedString> words() {
        Map<Enum<?>, SerializedString> words = new IdentityHashMap<>();
        for (Enum<?>[] list : List.of(Treatment.values(), Urgency.values(), Approver.values())) {
            for (Enum<?> word : list) {
                words.put(word, new SerializedString(quoted(word.name())));
            }
        }
        return words;
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    private void date(JsonGenerator json, LocalDate date) {
        int year = date.getYear();
        if (year < 1000 || year > 9999) {
            json.writeString(date.toString());
            return;
        }
        digits(0, year / 100);
        digits(2, year % 100);
        day[4] = '-';
        digits(5, date.getMonthValue());
        day[7] = '-';
        digits(8, date.getDayOfMonth());
        json.writeString(day, 0, day.length);
    }

    private void digits(int at, int number) {
        day[at] = (char) ('0' + number / 10);
        day[at + 1] = (char) ('0' + number % 10);
    }

    private static void number(JsonGenerator json, SerializedString name, @Nullable Integer number) {
        json.writeName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number.intValue());
        }
    }
}
