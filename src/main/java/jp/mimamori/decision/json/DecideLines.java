package jp.mimamori.decision.json;

import static java.util.Objects.requireNonNull;

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
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Facts in, decisions out: one JSON object a line. A line that cannot be read is answered in its place; blank lines are passed
 * over, but counted, so that the number in an error is that of the file. Memory stays the same however many lines there are.
 */
public final class DecideLines {

    private static final Wording WORDS = Wording.of(DecideLines.class);
    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();
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
        DecisionJson decisions = new DecisionJson(language);
        Lines lines = new Lines(in);
        List<Answer> chunk = new ArrayList<>(CHUNK);
        boolean wrote = false;
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Unclosed(out), JsonEncoding.UTF8)) {
            boolean more = true;
            while (more) {
                more = lines.next();
                if (more) {
                    counts.line();
                    if (lines.isBlank()) {
                        counts.blank();
                    } else {
                        chunk.add(read(lines));
                    }
                }
                if (chunk.size() == CHUNK || !more) {
                    wrote |= !chunk.isEmpty();
                    write(json, decisions, chunk, language, counts);
                    chunk.clear();
                    progress.accept(counts.lines());
                }
            }
            if (wrote) {
                json.writeRaw('\n');
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.flush();
        return counts.sum(engine.policyVersion());
    }

    /** Facts to decide, or what is wrong with the line. */
    private record Answer(long line, FactsReader.@Nullable Given given, @Nullable UnreadableFactsException error) {
    }

    private static Answer read(Lines lines) {
        try {
            if (lines.isTooLong()) {
                throw new UnreadableFactsException("DECIDE-006", WORDS.message("line.long", Lines.LONGEST));
            }
            return new Answer(lines.number(), FactsReader.read(lines.bytes(), lines.start(), lines.length()), null);
        } catch (UnreadableFactsException bad) {
            return new Answer(lines.number(), null, bad);
        }
    }

    private void write(JsonGenerator json, DecisionJson writer, List<Answer> chunk, Language language,
            DecideSummary.Counts counts) {
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
            json.writeStartObject();
            if (given == null) {
                UnreadableFactsException error = requireNonNull(answer.error());
                counts.failed();
                json.writeNumberProperty("line", answer.line());
                json.writeName("error");
                json.writeStartObject();
                json.writeStringProperty("code", error.code());
                json.writeStringProperty("message", error.text().in(language));
                json.writeEndObject();
            } else {
                Decision decision = overrides.apply(given.facts(), decided.get(next++), given.override());
                counts.decided(decision);
                if (decision.id().isEmpty()) {
                    json.writeNullProperty("id");
                } else {
                    json.writeStringProperty("id", decision.id());
                }
                writer.writeMembers(json, decision);
            }
            json.writeEndObject();
        }
    }

    /** Standard output must outlive us. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
