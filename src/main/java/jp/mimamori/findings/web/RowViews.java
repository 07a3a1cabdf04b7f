package jp.mimamori.findings.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.mimamori.findings.ColumnWords;
import jp.mimamori.findings.FindingLine;
import jp.mimamori.findings.ListColumn;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.pages.Say;

/** Makes rows ready to be written, once for a page: templates only put them down. */
final class RowViews {

    private final Say say;
    private final ColumnWords words;
    private final List<ListColumn> columns;
    private final LocalDate today;
    private final Map<ListColumn, String> headings = new EnumMap<>(ListColumn.class);

    RowViews(Say say, ColumnWords words, List<ListColumn> columns, LocalDate today) {
        this.say = say;
        this.words = words;
        this.columns = columns;
        this.today = today;
        columns.forEach(column -> headings.put(column, words.heading(column)));
    }

    RowView of(FindingLine line) {
        List<Cell> cells = new ArrayList<>(columns.size());
        columns.forEach(column -> cells.add(cell(column, line)));
        FindingRow row = line.row();
        String name = row.device().name() == null ? row.id() : row.device().name() + " " + row.id();
        return new RowView(row.findingKey(), Addresses.finding(row), name, cells);
    }

    private Cell cell(ListColumn column, FindingLine line) {
        String label = java.util.Objects.requireNonNull(headings.get(column));
        FindingRow.Outcome outcome = line.row().outcome();
        if (column == ListColumn.URGENCY && outcome != null) {
            return new Cell("urgency", label, say.label(outcome.urgency()), say.mark(outcome.urgency()) + (outcome.provisional() ? " provisional" : ""),
                    say.shape(outcome.urgency()), outcome.provisional() ? say.range(outcome.lowest(), outcome.highest()) : null);
        }
        if (column == ListColumn.TREATMENT && outcome != null) {
            return new Cell("treatment", label, say.label(outcome.treatment()), null, outcome.treatment().name(), null);
        }
        Object value = words.value(column, line);
        if (value instanceof LocalDate day) {
            long days = day.toEpochDay() - today.toEpochDay();
            boolean due = column == ListColumn.DUE;
            return new Cell("date", label, say.date(day), due && days < 0 ? "late" : null, day.toString(), due ? left(days) : null);
        }
        if (value instanceof Double number) {
            return Cell.text("number", label, String.format(Locale.ROOT, "%.1f", number));
        }
        boolean link = column == ListColumn.DEVICE || column == ListColumn.VULNERABILITY || column == ListColumn.FINDING;
        String text = value == null ? column == ListColumn.DEVICE ? say.text("findings:list.noName") : "" : value.toString();
        return Cell.text(link && !text.isEmpty() ? "link" : "text", label, text);
    }

    private String left(long days) {
        return days < 0 ? say.text("findings:due.late", -days) : days == 0 ? say.text("findings:due.today") : say.text("findings:due.left", days);
    }
}
