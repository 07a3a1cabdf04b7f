package jp.mimamori.decision.json;

import java.io.ByteArrayOutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Reason;
import jp.mimamori.decision.Urgency;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Decisions as bytes. Cases of the same state differ in id and dates alone, so the rest of an answer is written once and kept, for as many
 * states as find room. For one thread.
 */
final class Pieces {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] DUE_DATE = "\"dueDate\":null".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int NULL = 4;
    /** So many states in each of two generations, some three kilobytes each. */
    private static final int KEPT = 12_000;

    private final DecisionJson writer;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(8192);
    private Map<List<Reason>, Piece> young = new IdentityHashMap<>();
    private Map<List<Reason>, Piece> old = new IdentityHashMap<>();

    Pieces(DecisionJson writer) {
        this.writer = writer;
    }

    /**
     * The members of an answer behind its id.
     *
     * @param before up to the value of the due date
     * @param after  from there to the end of the object
     */
    record Piece(byte[] before, byte[] after, Treatment treatment, Urgency urgency, @Nullable Integer dueDays, String policy) {

        /** Whether the decision is of the same state: a guard, for that is what its reasons tell. */
        boolean fits(Decision other) {
            return treatment == other.treatment() && urgency == other.urgency() && policy.equals(other.policy())
                    && Objects.equals(dueDays, other.dueDays());
        }
    }

    /** Decisions of one state share their list of reasons, and no other state has the same. */
    Piece of(Decision decision) {
        List<Reason> state = decision.reasons();
        Piece piece = young.get(state);
        if (piece == null) {
            piece = old.get(state);
            if (piece == null || !piece.fits(decision)) {
                piece = write(decision);
            }
            keep(state, piece, decision);
        } else if (!piece.fits(decision)) {
            return write(decision);
        }
        return piece;
    }

    private void keep(List<Reason> state, Piece piece, Decision decision) {
        if (decision.override() != null) {
            return; // one person's wish on one case
        }
        if (young.size() >= KEPT) {
            old = young;
            young = new IdentityHashMap<>(KEPT * 2);
        }
        young.put(state, piece);
    }

    private Piece write(Decision decision) {
        buffer.reset();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), buffer, JsonEncoding.UTF8)) {
            json.writeStartObject();
            writer.writeMembers(json, decision, null);
            json.writeEndObject();
        }
        byte[] bytes = buffer.toByteArray();
        int date = place(bytes) + DUE_DATE.length - NULL;
        return new Piece(java.util.Arrays.copyOfRange(bytes, 1, date), java.util.Arrays.copyOfRange(bytes, date + NULL, bytes.length),
                decision.treatment(), decision.urgency(), decision.dueDays(), decision.policy());
    }

    /** Where the due date stands; no text comes before it that could hold the same bytes, for quotes in texts are escaped. */
    private static int place(byte[] bytes) {
        for (int from = 0; from + DUE_DATE.length <= bytes.length; from++) {
            if (java.util.Arrays.equals(bytes, from, from + DUE_DATE.length, DUE_DATE, 0, DUE_DATE.length)) {
                return from;
            }
        }
        throw new IllegalStateException("an answer without its due date");
    }
}
