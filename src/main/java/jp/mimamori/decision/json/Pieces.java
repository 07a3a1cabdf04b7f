package jp.mimamori.decision.json;

import java.io.ByteArrayOutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Reason;
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
    record Piece(byte[] before, byte[] after, Decision sample) {

        /** Whether the decision says the same but for id and dates. */
        boolean fits(Decision other) {
            return sample.treatment() == other.treatment() && sample.urgency() == other.urgency() && sample.lowest() == other.lowest()
                    && sample.highest() == other.highest() && sample.approver() == other.approver() && sample.missing() == other.missing()
                    && sample.controls() == other.controls() && sample.actions() == other.actions() && sample.claims() == other.claims()
                    && Objects.equals(sample.dueDays(), other.dueDays()) && Objects.equals(sample.interimDueDays(), other.interimDueDays())
                    && Objects.equals(sample.acceptanceDays(), other.acceptanceDays()) && sample.policy().equals(other.policy());
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
        return new Piece(java.util.Arrays.copyOfRange(bytes, 1, date), java.util.Arrays.copyOfRange(bytes, date + NULL, bytes.length), decision);
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
