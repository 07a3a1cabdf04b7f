package jp.mimamori.intake.mapping.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** A table of a mapping file: its rows by the names of their columns, and every complaint about them. */
final class Grid {

    private final RawSheet sheet;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Issue> issues;

    /** The table of {@code sheet} with {@code keys} as its columns, which must all be there; its first row is the header. */
    Grid(RawSheet sheet, List<String> keys, List<Issue> issues) {
        this.sheet = sheet;
        this.issues = issues;
        RawRow head = sheet.rows().stream().filter(row -> !row.isBlank()).findFirst().orElse(null);
        for (String key : keys) {
            for (int c = 0; head != null && c < head.width(); c++) {
                if (Names.isColumn(key, head.cell(c).text())) {
                    columns.putIfAbsent(key, c);
                }
            }
            if (!columns.containsKey(key) && !key.equals("note") && !key.equals("sure") && !key.equals("asked") && !key.equals("samples")) {
                issues.add(new Issue("INTAKE-241", Severity.ERROR, Place.sheet(sheet.file(), sheet.name()), null, null,
                        Names.WORDS.message("INTAKE-241", String.valueOf(sheet.name()), Names.WORDS.message("column." + key))));
                columns.put(key, 4_000);
            }
        }
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        boolean head = true;
        for (RawRow row : sheet.rows()) {
            if (!row.isBlank() && !head) {
                lines.add(new Line(row));
            }
            head &= row.isBlank();
        }
        return lines;
    }

    /** One row. */
    final class Line {

        private final RawRow row;

        Line(RawRow row) {
            this.row = row;
        }

        String get(String key) {
            Integer column = columns.get(key);
            return column == null ? "" : row.cell(column).text().strip();
        }

        /** Complains of the cell below {@code key}; the cell's text is the first blank of the sentence. */
        void fault(String code, String key, Object... args) {
            Object[] all = new Object[args.length + 1];
            all[0] = get(key);
            System.arraycopy(args, 0, all, 1, args.length);
            String cell = CellRef.name(row.number(), columns.getOrDefault(key, 0));
            issues.add(new Issue(code, Severity.ERROR, new Place(sheet.file(), sheet.name(), cell, row.number()), key, get(key),
                    Names.WORDS.message(code, all)));
        }
    }
}
