package jp.mimamori.decision.csv;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.Overrides;
import jp.mimamori.decision.UnreadableFactsException;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.decision.json.DecideSummary;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Facts in, decisions out, as a table: the columns of the file stay as they are, the decision's stand behind them. A row that cannot be
 * read is answered in its place. Memory stays the same however many rows there are.
 */
public final class DecideTable {

    private static final Wording WORDS = Wording.of(DecideTable.class);
    private static final int CHUNK = 1000;
    /** Characters of one cell: a quotation mark nobody closed must not swallow the file. */
    private static final int LONGEST = 1 << 20;

    private final DecisionEngine engine;
    private final Overrides overrides;

    /** @param asOf the day on which an override has to hold */
    public DecideTable(DecisionEngine engine, LocalDate asOf) {
        this.engine = engine;
        this.overrides = new Overrides(engine, asOf);
    }

    /**
     * Decides every row of {@code in}; neither stream is closed. Separator (comma, tab, semicolon) and character set (UTF-8, CP932) are
     * found out and kept. Columns of an earlier result are replaced.
     *
     * @param language of reasons and errors
     * @param progress is told now and then how many rows are done
     * @throws UnusableTableException where no column of facts is headed, or one twice
     * @throws IOException            where a stream fails
     */
    public DecideSummary run(InputStream in, OutputStream out, Language language, LongConsumer progress)
            throws IOException, UnusableTableException {
        TableText text = TableText.of(in);
        try {
            java.io.BufferedReader reader = new java.io.BufferedReader(text.reader(), 1 << 16);
            char separator = separator(reader);
            Iterator<CsvRecord> records = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
                    .allowExtraFields(true).allowMissingFields(true).maxBufferSize(LONGEST).ofCsvRecord(reader).iterator();
            if (!records.hasNext()) {
                throw new UnusableTableException(WORDS.message("table.empty"));
            }
            Header header = Header.of(records.next().getFields());
            Writer writer = text.writer(out);
            CsvWriter rows = CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.CRLF).build(writer);
            rows.writeRecord(header.headings());
            DecideSummary summary = rows(records, header, rows, language, progress);
            rows.flush();
            writer.flush();
            out.flush();
            return summary;
        } catch (CsvParseException e) {
            throw new UnusableTableException(WORDS.message("table.quotes", String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private DecideSummary rows(Iterator<CsvRecord> records, Header header, CsvWriter rows, Language language,
            LongConsumer progress) {
        DecideSummary.Counts counts = new DecideSummary.Counts();
        List<Answer> chunk = new ArrayList<>(CHUNK);
        while (records.hasNext()) {
            counts.line();
            chunk.add(read(records.next(), header));
            if (chunk.size() == CHUNK || !records.hasNext()) {
                write(chunk, header, rows, language, counts);
                chunk.clear();
                progress.accept(counts.lines());
            }
        }
        return counts.sum(engine.policyVersion());
    }

    /** A row with its facts, or with what is wrong with it. */
    private record Answer(List<String> cells, @Nullable Facts facts, @Nullable UrgencyOverride override, @Nullable UnreadableFactsException error) {
    }

    private static Answer read(CsvRecord line, Header header) {
        List<String> cells = line.getFields();
        try {
            if (cells.size() > header.width() && cells.subList(header.width(), cells.size()).stream().anyMatch(c -> !c.isBlank())) {
                throw new UnreadableFactsException("DECIDE-007", WORDS.message("row.wide", cells.size(), header.width()));
            }
            if (cells.stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
                throw new UnreadableFactsException("DECIDE-008", WORDS.message("row.garbled"));
            }
            FactsRow row = header.row(cells);
            return new Answer(cells, row.facts(), row.override(), null);
        } catch (UnreadableFactsException bad) {
            return new Answer(cells, null, null, bad);
        }
    }

    private void write(List<Answer> chunk, Header header, CsvWriter rows, Language language, DecideSummary.Counts counts) {
        List<Facts> facts = new ArrayList<>(chunk.size());
        for (Answer answer : chunk) {
            if (answer.facts() != null) {
                facts.add(answer.facts());
            }
        }
        Iterator<Decision> decided = engine.decide(facts).iterator();
        for (Answer answer : chunk) {
            List<String> cells = header.kept(answer.cells());
            if (answer.facts() == null) {
                UnreadableFactsException error = requireNonNull(answer.error());
                counts.failed();
                cells.addAll(DecisionColumns.failed(error.code() + ": " + error.text().in(language)));
            } else {
                Decision decision = overrides.apply(answer.facts(), decided.next(), answer.override());
                counts.decided(decision);
                cells.addAll(DecisionColumns.of(decision, language));
            }
            rows.writeRecord(cells);
        }
    }

    /** The separator that stands most often in the first line. */
    private static char separator(java.io.BufferedReader reader) throws IOException {
        reader.mark(1 << 15);
        int[] counts = new int[3];
        char[] separators = {',', '\t', ';'};
        for (int i = 0; i < (1 << 15) - 1; i++) {
            int c = reader.read();
            if (c < 0 || c == '\n' || c == '\r') {
                break;
            }
            for (int k = 0; k < separators.length; k++) {
                counts[k] += c == separators[k] ? 1 : 0;
            }
        }
        reader.reset();
        return counts[0] >= counts[1] && counts[0] >= counts[2] ? ',' : counts[1] >= counts[2] ? '\t' : ';';
    }
}
