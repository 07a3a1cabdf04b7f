package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** What there is to tell of a sheet's layout; the codes are listed in the package's words. */
final class LayoutIssues {

    private static final Wording WORDING = Wording.of(LayoutIssues.class);

    private final RawSheet sheet;
    private final List<Issue> issues = new ArrayList<>();
    private final Set<String> namedColumns = new HashSet<>();

    LayoutIssues(RawSheet sheet) {
        this.sheet = sheet;
        issues.addAll(sheet.issues());
    }

    List<Issue> told() {
        return List.copyOf(issues);
    }

    private void tell(String code, Severity severity, @Nullable Integer row, @Nullable String cell, @Nullable String column,
            @Nullable String value, Object... args) {
        issues.add(new Issue(code, severity, new Place(sheet.file(), sheet.name(), cell, row), column, value,
                WORDING.message(code, args)));
    }

    private void tellSheet(String code, Severity severity, Object... args) {
        tell(code, severity, null, null, null, null, args);
    }

    private String name() {
        return sheet.name() == null ? sheet.file() : sheet.name();
    }

    void empty() {
        tellSheet("INTAKE-201", Severity.INFO, name());
    }

    /** A sheet that by its name is none, but by its header may well be data that gets lost, is more than an assumption. */
    void cover(boolean looksLikeData) {
        tellSheet("INTAKE-202", looksLikeData ? Severity.WARNING : Severity.INFO, name());
    }

    void own() {
        tellSheet("INTAKE-224", Severity.INFO, name());
    }

    void example(String text) {
        tellSheet("INTAKE-203", Severity.INFO, name(), text);
    }

    /** A sheet full of rows whose header nobody knows may be data that gets lost: that is more than an assumption. */
    void noHeader() {
        long wide = sheet.rows().stream().filter(row -> filled(row) >= 3).count();
        tellSheet("INTAKE-204", wide >= 5 ? Severity.WARNING : Severity.INFO, name());
    }

    static int filled(RawRow row) {
        int filled = 0;
        for (int c = 0; c < row.width(); c++) {
            filled += row.cell(c).isBlank() ? 0 : 1;
        }
        return filled;
    }

    /** Names each column that is not read, and each one that is read though its header is only similar. */
    void columns(List<Header> headers) {
        for (Header header : headers) {
            for (Column column : header.columns()) {
                if (!namedColumns.add(column.index() + " " + column.header())) {
                    continue;
                }
                String cell = CellRef.name(header.firstRow(), column.index());
                if (column.passedOver() != null) {
                    tell("INTAKE-225", Severity.WARNING, header.firstRow(), cell, column.header(), null, column.header(),
                            CellRef.letters(column.index()), column.passedOver());
                } else if (column.field() == null) {
                    tell("INTAKE-205", Severity.INFO, header.firstRow(), cell, column.header(), null, column.header(),
                            CellRef.letters(column.index()));
                } else if (!column.exact()) {
                    tell("INTAKE-206", Severity.INFO, header.firstRow(), cell, column.header(), null, column.header(),
                            CellRef.letters(column.index()), column.field());
                }
            }
            unheaded(header);
        }
    }

    /** Columns with content below but nothing above it. */
    private void unheaded(Header header) {
        Set<Integer> headed = header.columns().stream().map(Column::index).collect(Collectors.toSet());
        int[] counts = new int[2_048];
        int rows = 0;
        for (RawRow row : sheet.rows()) {
            if (row.number() > header.lastRow() && ++rows <= 200) {
                for (int c = 0; c < Math.min(row.width(), counts.length); c++) {
                    counts[c] += row.cell(c).isBlank() || headed.contains(c) ? 0 : 1;
                }
            }
        }
        int left = header.columns().get(0).index();
        for (int c = left; c < counts.length; c++) {
            if (counts[c] >= 2 && namedColumns.add("column " + c)) {
                tell("INTAKE-211", Severity.INFO, header.firstRow(), CellRef.name(header.firstRow(), c), null, null,
                        CellRef.letters(c), String.valueOf(counts[c]));
            }
        }
    }

    void hidden(List<Header> headers) {
        List<String> rows = sheet.rows().stream()
                .filter(row -> row.hidden() && row.number() > headers.get(0).lastRow() && !row.isBlank())
                .map(row -> String.valueOf(row.number())).toList();
        if (!rows.isEmpty()) {
            tell("INTAKE-207", Severity.INFO, Integer.valueOf(rows.get(0)), null, null, null, rows.size(),
                    String.join(", ", rows.subList(0, Math.min(10, rows.size()))) + (rows.size() > 10 ? " …" : ""));
        }
        for (Column column : headers.get(0).columns()) {
            if (sheet.marks().isHiddenColumn(column.index())) {
                tell("INTAKE-208", Severity.INFO, headers.get(0).firstRow(),
                        CellRef.name(headers.get(0).firstRow(), column.index()), column.header(), null, column.header(),
                        CellRef.letters(column.index()));
            }
        }
        if (sheet.hidden()) {
            tellSheet("INTAKE-212", Severity.INFO, name());
        }
        comments(headers.get(0));
    }

    private void comments(Header header) {
        for (var comment : sheet.marks().comments().entrySet()) {
            CellRef at = comment.getKey();
            if (at.row() > header.lastRow()) {
                String column = header.columns().stream().filter(c -> c.index() == at.column()).map(Column::header)
                        .findFirst().orElse(null);
                String cell = CellRef.name(at.row(), at.column());
                tell("INTAKE-209", Severity.INFO, at.row(), cell, column, comment.getValue(), cell, comment.getValue());
            }
        }
    }

    void remark(int row, String text) {
        tell("INTAKE-210", Severity.INFO, row, null, null, text, String.valueOf(row), text);
    }

    void footer(int row, String text) {
        tell("INTAKE-214", Severity.INFO, row, null, null, text, String.valueOf(row), text);
    }

    void heading(int row, String text) {
        tell("INTAKE-215", Severity.INFO, row, null, null, text, String.valueOf(row), text);
    }

    void total(int row, String text) {
        tell("INTAKE-216", Severity.INFO, row, null, null, text, String.valueOf(row), text);
    }

    /** A header in the midst of rows may as well be one of them: that is more than an assumption. */
    void newHeader(int row, boolean apart) {
        tell("INTAKE-217", apart ? Severity.INFO : Severity.WARNING, row, null, null, null, String.valueOf(row));
    }

    /** Cells in columns that the header does not reach: content nobody reads. */
    void outside(int row, String text) {
        tell("INTAKE-218", Severity.WARNING, row, null, null, text, String.valueOf(row), text);
    }

    /** Wide rows above the header: a title block has some, rows that were cut off from their header look the same. */
    void above(List<Integer> rows) {
        tell("INTAKE-219", rows.size() >= 5 ? Severity.WARNING : Severity.INFO, rows.get(0), null, null, null,
                rows.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", ")) + (rows.size() > 10 ? " …" : ""));
    }

    void damaged(int row, String cell, String text) {
        tell("INTAKE-220", Severity.WARNING, row, cell, null, text, cell, text);
    }

    void damagedMore(int cells) {
        tellSheet("INTAKE-221", Severity.WARNING, name(), cells);
    }

    void garbled(String cell, String text, int cells) {
        tell("INTAKE-222", Severity.WARNING, null, cell, null, text, sheet.file(), cell, text, cells);
    }

    void lost(String cell, int cells) {
        tell("INTAKE-223", Severity.WARNING, null, cell, null, null, sheet.file(), cell, cells);
    }

    void dittoOfNothing(int row, Column column, String mark) {
        String cell = CellRef.name(row, column.index());
        tell("INTAKE-213", Severity.WARNING, row, cell, column.header(), mark, column.header(), mark, cell);
    }
}
