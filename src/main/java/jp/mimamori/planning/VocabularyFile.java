package jp.mimamori.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** Reads a vocabulary file that people edit: a row that cannot be read is set aside with an issue, the others count. */
final class VocabularyFile {

    private VocabularyFile() {
    }

    /** What a row means. */
    interface RowReader<T> {
        T read(Row row) throws UnreadableCell;
    }

    static <T> List<T> read(Shelf shelf, String name, Assumptions assumptions, RowReader<T> reader) {
        String path = "spreadsheets/vocabulary/" + name;
        String text = new String(shelf.read(path), StandardCharsets.UTF_8);
        List<T> rows = new ArrayList<>();
        for (NamedCsvRecord csv : CsvReader.builder().detectBomHeader(true).allowMissingFields(true)
                .allowExtraFields(true).ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            try {
                rows.add(reader.read(new Row(csv)));
            } catch (UnreadableCell cell) {
                int line = (int) csv.getStartingLineNumber();
                assumptions.add("PLAN-030", Severity.ERROR, new Place(name, null, null, line), cell.column, cell.value,
                        "plan.vocabulary", cell.column, cell.value, path, line, cell.rule);
            }
        }
        return rows;
    }

    /** One row, by the names of its columns. */
    record Row(NamedCsvRecord csv) {

        String text(String column) {
            return csv.findField(column).map(String::strip).orElse("");
        }

        int number(String column, int least, int most) throws UnreadableCell {
            String text = text(column);
            try {
                int number = Integer.parseInt(PlainText.of(text));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new UnreadableCell(column, text, least + "–" + most);
        }

        LocalTime time(String column) throws UnreadableCell {
            String text = text(column);
            try {
                return LocalTime.parse(text.length() == 4 ? "0" + text : text);
            } catch (DateTimeException e) {
                throw new UnreadableCell(column, text, "HH:MM");
            }
        }

        String oneOf(String column, List<String> allowed) throws UnreadableCell {
            String text = text(column);
            if (!allowed.contains(text)) {
                throw new UnreadableCell(column, text, String.join(" | ", allowed));
            }
            return text;
        }
    }

    /** A cell whose value its column does not allow. */
    static final class UnreadableCell extends Exception {

        private static final long serialVersionUID = 1L;

        private final String column;
        private final String value;
        private final String rule;

        UnreadableCell(String column, String value, String rule) {
            super(column + "=" + value);
            this.column = column;
            this.value = value;
            this.rule = rule;
        }
    }
}
