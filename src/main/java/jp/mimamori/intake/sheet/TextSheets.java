package jp.mimamori.intake.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** Reads CSV, TSV and pasted text: character set and separator are found out, a record's row is the line it begins on. */
final class TextSheets {

    private static final char[] SEPARATORS = {',', '\t', ';', '|'};

    private static final Wording WORDING = Wording.of(TextSheets.class);

    private final Limits limits;

    TextSheets(Limits limits) {
        this.limits = limits;
    }

    RawSheet read(String file, byte[] bytes) throws UnusableFileException {
        Charset charset = Charsets.of(bytes);
        if (charset == null) {
            charset = Charsets.likeliest(bytes);
        }
        if (charset == null) {
            throw Refusal.TEXT.of(file);
        }
        int mark = Charsets.orderMark(bytes);
        String text = new String(bytes, mark, bytes.length - mark, charset);
        if (text.isBlank()) {
            throw Refusal.EMPTY.of(file);
        }
        char separator = separator(text);
        List<RawRow> rows = rows(file, text, separator);
        return new RawSheet(file, null, false, rows, Marks.NONE, swallowed(file, rows, separator),
                BookInfo.NONE);
    }

    /** A quotation mark that nobody closed takes the lines after it, with their separators, into its own cell. */
    private static List<Issue> swallowed(String file, List<RawRow> rows, char separator) {
        List<Issue> issues = new ArrayList<>();
        int width = rows.stream().limit(20).mapToInt(RawRow::width).max().orElse(1);
        for (RawRow row : rows) {
            for (int c = 0; c < row.width(); c++) {
                String text = row.cell(c).text();
                long lines = text.indexOf('\n') < 0 ? 0 : text.chars().filter(ch -> ch == '\n').count();
                if (lines > 0 && text.chars().filter(ch -> ch == separator).count() >= lines * Math.max(1, (width - 1) / 2)) {
                    String cell = CellRef.name(row.number(), c);
                    issues.add(new Issue("INTAKE-112", Severity.WARNING, new Place(file, null, cell, row.number()), null,
                            text.substring(0, Math.min(60, text.length())), WORDING.message("INTAKE-112", cell, lines + 1)));
                }
            }
        }
        return issues;
    }

    private List<RawRow> rows(String file, String text, char separator) throws UnusableFileException {
        List<RawRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = reader(separator).ofCsvRecord(text)) {
            for (CsvRecord line : records) {
                CellValue[] cells = cells(file, line);
                if (cells.length > 0) {
                    rows.add(new RawRow((int) line.getStartingLineNumber(), cells, false));
                }
                if (rows.size() > limits.rows()) {
                    throw Refusal.limit(file, "rows", limits.rows());
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw Refusal.DAMAGED.of(file);
        }
        return rows;
    }

    private CellValue[] cells(String file, CsvRecord line) throws UnusableFileException {
        int width = line.getFieldCount();
        while (width > 0 && line.getField(width - 1).isBlank()) {
            width--;
        }
        if (width > limits.columns()) {
            throw Refusal.limit(file, "columns", limits.columns());
        }
        CellValue[] cells = new CellValue[width];
        for (int i = 0; i < width; i++) {
            String field = line.getField(i);
            if (field.length() > limits.cellLength()) {
                throw Refusal.limit(file, "cellLength", limits.cellLength());
            }
            cells[i] = field.isBlank() ? CellValue.BLANK : new CellValue.Text(field);
        }
        return cells;
    }

    private CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).allowExtraCharsAfterClosingQuote(true).detectBomHeader(false)
                .maxBufferSize(Math.max(1 << 16, limits.cellLength() * 8));
    }

    /** The separator that cuts the first records into the same number of fields, and the more fields the better. */
    private char separator(String text) {
        String sample = text.length() > 60_000 ? text.substring(0, text.lastIndexOf('\n', 60_000) + 1) : text;
        char best = ',';
        double bestScore = 0;
        for (char separator : SEPARATORS) {
            double score = score(sample.isEmpty() ? text.substring(0, 60_000) : sample, separator);
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
        } catch (CsvParseException | java.io.IOException e) {
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
