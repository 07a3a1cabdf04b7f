package jp.mimamori.planning.posing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** Reads a vocabulary file of planning: a row that cannot be read is set aside with an issue, the others count. */
final class EditedTable {

    private EditedTable() {
    }

    /** What a row means. */
    interface RowReader<T> {
        T read(Row row) throws UnreadableCell;
    }

    static <T> List<T> read(Shelf shelf, String name, Assumptions assumptions, RowReader<T> reader) {
        VocabularyFile file = VocabularyFile.read(shelf, name);
        List<T> rows = new ArrayList<>();
        file.rows().forEach(line -> {
            try {
                rows.add(reader.read(new Row(line)));
            } catch (UnreadableCell cell) {
                assumptions.add("PLAN-030", Severity.ERROR, new Place(name, null, null, line.line()), cell.column, cell.value,
                        "plan.vocabulary", cell.column, cell.value, file.path(), line.line(), cell.rule);
            }
        });
        return rows;
    }

    /** One row, by the names of its columns. */
    record Row(VocabularyFile.Row line) {

        String text(String column) {
            return line.get(column);
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
