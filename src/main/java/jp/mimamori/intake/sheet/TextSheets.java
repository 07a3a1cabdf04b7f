package jp.mimamori.intake.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/**
 * Reads CSV, TSV and pasted text: character set and separator are found out, a record's row is the line it begins on. The file is
 * streamed; only its cells are held.
 */
final class TextSheets {

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    private static final int SAMPLE = 60_000;
    private static final int BUFFER = 1 << 16;

    private static final Wording WORDING = Wording.of(TextSheets.class);

    private final Limits limits;

    TextSheets(Limits limits) {
        this.limits = limits;
    }

    RawSheet read(String file, Path path) throws IOException, UnusableFileException {
        Charsets.Found found = Charsets.of(path);
        if (found == null) {
            throw Refusal.TEXT.of(file);
        }
        String sample;
        try (Reader text = open(path, found)) {
            char[] start = new char[SAMPLE];
            int length = 0;
            for (int n = text.read(start); n > 0; n = text.read(start, length, SAMPLE - length)) {
                length += n;
            }
            sample = new String(start, 0, length);
        }
        char separator = separator(length(sample), sample);
        TextRows rows = new TextRows(file, limits);
        try (Reader text = open(path, found); CsvReader<RawRow> records = reader(separator).build(rows, text)) {
            for (RawRow row : records) {
                rows.add(row);
            }
        } catch (CsvParseException e) {
            // the parser's only complaint is a field beyond its buffer: a quotation mark that nobody closed
            rows.check();
            throw Refusal.UNCLOSED.of(file, rows.lastLine());
        }
        if (rows.rows().isEmpty() && sample.isBlank()) {
            throw Refusal.EMPTY.of(file);
        }
        return new RawSheet(file, null, false, rows.rows(), Marks.NONE, swallowed(file, rows, separator), BookInfo.NONE);
    }

    private static Reader open(Path path, Charsets.Found found) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(found.mark());
        return new InputStreamReader(new java.io.BufferedInputStream(in, BUFFER), found.charset());
    }

    /** A quotation mark that nobody closed takes the lines after it, with their separators, into its own cell. */
    private static List<Issue> swallowed(String file, TextRows read, char separator) {
        List<Issue> issues = new ArrayList<>();
        int width = read.rows().stream().limit(20).mapToInt(RawRow::width).max().orElse(1);
        for (TextRows.At at : read.severalLines()) {
            String text = at.text();
            long lines = text.chars().filter(ch -> ch == '\n').count();
            if (text.chars().filter(ch -> ch == separator).count() >= lines * Math.max(1, (width - 1) / 2)) {
                String cell = CellRef.name(at.row(), at.column());
                issues.add(new Issue("INTAKE-112", Severity.WARNING, new Place(file, null, cell, at.row()), null,
                        text.substring(0, Math.min(60, text.length())), WORDING.message("INTAKE-112", cell, lines + 1)));
            }
        }
        return issues;
    }

    private CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).allowExtraCharsAfterClosingQuote(true).detectBomHeader(false)
                .maxBufferSize(Math.max(BUFFER, Math.min(1 << 28, limits.count(Limit.CELL_LENGTH) * 8)));
    }

    /** How much of a sample ends with a whole line. */
    private static int length(String sample) {
        int end = sample.length() < SAMPLE ? -1 : sample.lastIndexOf('\n') + 1;
        return end <= 0 ? sample.length() : end;
    }

    /** The separator that cuts the first records into the same number of fields, and the more fields the better. */
    private char separator(int length, String sample) {
        char best = ',';
        double bestScore = 0;
        for (char separator : SEPARATORS) {
            double score = score(sample.substring(0, length), separator);
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
        return best;
    }

    private double score(String sample, char separator) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        try (CsvReader<CsvRecord> lines = reader(separator).ofCsvRecord(sample)) {
            for (CsvRecord line : lines) {
                widths.merge(line.getFieldCount(), 1, Integer::sum);
                if (++records == 200) {
                    break;
                }
            }
        } catch (CsvParseException | IOException e) {
            return 0;
        }
        double score = 0;
        for (var width : widths.entrySet()) {
            if (width.getKey() > 1) {
                score = Math.max(score, (double) width.getValue() / records * Math.min(width.getKey(), 60));
            }
        }
        return score;
    }
}
