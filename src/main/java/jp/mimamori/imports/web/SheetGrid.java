package jp.mimamori.imports.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.imports.Understood;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.SheetGlimpse;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.language.Message;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Rows of a sheet as in Excel, with our names above its columns and the problems at their cells. */
record SheetGrid(List<Head> heads, List<Line> lines) {

    private static final int WIDEST = 60;

    /**
     * The head of a column.
     *
     * @param label what we call it; null where it is not read
     * @param asked what it might be, where that is not sure enough to read it
     */
    record Head(String letters, @Nullable ColumnReading reading, @Nullable Message label, @Nullable Message asked, int percent) {

        boolean isUnsure() {
            return label != null && percent < 80;
        }
    }

    /** One row. */
    record Line(int number, boolean header, List<Spot> cells) {
    }

    /** One cell. */
    record Spot(String reference, String text, boolean number, @Nullable Severity worst) {
    }

    static SheetGrid of(Understood.Sheet sheet, List<SheetGlimpse.Row> rows) {
        Map<String, ColumnReading> columns = new HashMap<>();
        List<ColumnReading> readings = sheet.reading().columns().isEmpty() && sheet.seen() != null ? sheet.seen().columns() : sheet.reading().columns();
        readings.forEach(column -> columns.putIfAbsent(column.column(), column));
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (String letters : columns.keySet()) {
            width = Math.max(width, index(letters) + 1);
        }
        width = Math.min(width, WIDEST);
        List<Head> heads = new ArrayList<>();
        SheetRole role = sheet.reading().role();
        for (int c = 0; c < width; c++) {
            ColumnReading reading = columns.get(letters(c));
            Message label = reading == null || reading.field() == null || role == null ? null : Fields.label(role, reading.field());
            String other = reading == null ? null : reading.recognition().alternative();
            Message asked = label == null && reading != null && other != null && role != null ? Fields.label(role, other) : null;
            heads.add(new Head(letters(c), reading, label, asked, reading == null ? 0 : (int) Math.round(reading.recognition().sure() * 100)));
        }
        Map<String, Severity> worst = new HashMap<>();
        for (Issue issue : sheet.issues()) {
            if (issue.place().cell() != null) {
                worst.merge(issue.place().cell(), issue.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
        Set<Integer> headers = new HashSet<>();
        if (sheet.reading().headerRow() != null) {
            int rowsOfHeader = sheet.seen() == null ? 1 : Math.max(1, sheet.seen().headerRows());
            for (int i = 0; i < rowsOfHeader; i++) {
                headers.add(sheet.reading().headerRow() + i);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (SheetGlimpse.Row row : rows) {
            List<Spot> cells = new ArrayList<>();
            for (int c = 0; c < width; c++) {
                String text = c < row.cells().size() ? row.cells().get(c) : "";
                String reference = letters(c) + row.number();
                cells.add(new Spot(reference, text, text.matches("-?[\\d,]+(\\.\\d+)?%?"), worst.get(reference)));
            }
            lines.add(new Line(row.number(), headers.contains(row.number()), cells));
        }
        return new SheetGrid(heads, lines);
    }

    private static String letters(int column) {
        String letters = "";
        for (int c = column + 1; c > 0; c = (c - 1) / 26) {
            letters = (char) ('A' + (c - 1) % 26) + letters;
        }
        return letters;
    }

    private static int index(String letters) {
        int index = 0;
        for (char letter : letters.toCharArray()) {
            index = index * 26 + letter - 'A' + 1;
        }
        return index - 1;
    }

    /** Whether the grid shows the row a problem stands in. */
    boolean shows(Issue issue) {
        Integer row = issue.place().row();
        return row != null && lines.stream().anyMatch(line -> line.number() == row);
    }
}
