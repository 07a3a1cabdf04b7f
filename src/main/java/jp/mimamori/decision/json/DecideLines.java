package jp.mimamori.decision.json;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Overrides;
import jp.mimamori.decision.UnreadableFactsException;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Facts in, decisions out: one JSON object a line. A line that cannot be read is answered in its place; blank lines are passed
 * over, but counted, so that the number in an error is that of the file. Memory stays the same however many lines there are.
 */
public final class DecideLines {

    private static final Wording WORDS = Wording.of(DecideLines.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final int CHUNK = 1000;

    private final DecisionEngine engine;
    private final Overrides overrides;

    /** @param asOf the day on which an override has to hold */
    public DecideLines(DecisionEngine engine, LocalDate asOf) {
        this.engine = engine;
        this.overrides = new Overrides(engine, asOf);
    }

    /**
     * Decides every line of {@code in}; neither stream is closed.
     *
     * @param language of reasons and errors
     * @param progress is told now and then how many lines are done
     * @throws IOException where a stream fails
     */
    public DecideSummary run(InputStream in, OutputStream out, Language language, LongConsumer progress) throws IOException {
        DecideSummary.Counts counts = new DecideSummary.Counts();
        Pieces pieces = new Pieces(new DecisionJson(language));
        AnswerBytes answers = new AnswerBytes(out);
        Lines lines = new Lines(in);
        PlainFacts plain = new PlainFacts();
        List<Answer> chunk = new ArrayList<>(CHUNK);
        boolean more = true;
        while (more) {
            more = lines.next();
            if (more) {
                counts.line();
                if (lines.isBlank()) {
                    counts.blank();
                } else {
                    chunk.add(read(lines, plain));
                }
            }
            if (chunk.size() == CHUNK || !more) {
                write(answers, pieces, chunk, language, counts);
                chunk.clear();
                progress.accept(counts.lines());
            }
        }
        answers.flush();
        return counts.sum(engine.policyVersion());
    }

    /** Facts to decide, or what is wrong with the line. */
    private record Answer(long line, FactsReader.@Nullable Given given, @Nullable UnreadableFactsException error) {
    }

    private static Answer read(Lines lines, PlainFacts plain) {
        try {
            if (lines.isTooLong()) {
                throw new UnreadableFactsException("DECIDE-006", WORDS.message("line.long", Lines.LONGEST));
            }
            Facts facts = plain.read(lines.bytes(), lines.start(), lines.length());
            return new Answer(lines.number(), facts != null ? new FactsReader.Given(facts, null)
                    : FactsReader.read(lines.bytes(), lines.start(), lines.length()), null);
        } catch (UnreadableFactsException bad) {
            return new Answer(lines.number(), null, bad);
        }
    }

    private void write(AnswerBytes answers, Pieces pieces, List<Answer> chunk, Language language, DecideSummary.Counts counts)
            throws IOException {
        List<Facts> facts = new ArrayList<>(chunk.size());
        for (Answer answer : chunk) {
            if (answer.given() != null) {
                facts.add(answer.given().facts());
            }
        }
        List<Decision> decided = engine.decide(facts);
        int next = 0;
        for (Answer answer : chunk) {
            FactsReader.Given given = answer.given();
            if (given == null) {
                counts.failed();
                answers.line(failure(answer.line(), requireNonNull(answer.error()), language));
            } else {
                Decision decision = overrides.apply(given.facts(), decided.get(next++), given.override());
                counts.decided(decision);
                answers.answer(decision.id(), pieces.of(decision), decision.dueDate());
            }
        }
    }

    private static byte[] failure(long line, UnreadableFactsException error, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("line", line);
            json.writeName("error");
            json.writeStartObject();
            json.writeStringProperty("code", error.code());
            json.writeStringProperty("message", error.text().in(language));
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
