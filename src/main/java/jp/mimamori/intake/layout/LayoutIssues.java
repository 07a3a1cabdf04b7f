package jp.mimamori.intake.layout;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.intake.How;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.language.Message;
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
                            CellRef.letters(column.index()), Fields.label(header.role(), column.passedOver()));
                } else if (column.recognition().asked()) {
                    continue;
                } else if (column.field() == null && column.recognition().how() == How.MAPPING) {
                    tell("INTAKE-239", Severity.INFO, header, column, null);
                } else if (column.field() == null) {
                    tell("INTAKE-205", Severity.INFO, header.firstRow(), cell, column.header(), null, column.header(),
                            CellRef.letters(column.index()));
                } else if (!column.exact()) {
                    tell("INTAKE-206", Severity.INFO, header.firstRow(), cell, column.header(), null, column.header(),
                            CellRef.letters(column.index()), Fields.label(header.role(), column.field()));
                } else if (column.recognition().alternative() != null) {
                    close(header, column);
                }
            }
            unheaded(header);
        }
    }

    private void tell(String code, Severity severity, Header header, Column column, @Nullable String value, Object... args) {
        Object[] all = new Object[args.length + 2];
        all[0] = column.header();
        all[1] = CellRef.letters(column.index());
        System.arraycopy(args, 0, all, 2, args.length);
        tell(code, severity, header.firstRow(), CellRef.name(header.firstRow(), column.index()), column.header(), value, all);
    }

    /** The sheet was read as the user's mapping says. */
    void mapped(String file, String layout) {
        tellSheet("INTAKE-226", Severity.INFO, name(), file, layout);
    }

    /** The mapping gives one field of a single value to several columns: of the others only what the first leaves blank is read. */
    void mappedTwice(String file, Message field, String columns) {
        tellSheet("INTAKE-259", Severity.WARNING, file, field, columns);
    }

    /** The same, though some of its columns are new or gone. */
    void nearlyMapped(String file, String layout, String more, String less) {
        tellSheet("INTAKE-227", Severity.WARNING, name(), file, layout, more, less);
    }

    void contradicted(Header header, Column column, String field, String value, boolean asked) {
        tell(asked ? "INTAKE-229" : "INTAKE-228", Severity.WARNING, header, column, value, Fields.label(header.role(), field), value);
    }

    void misspelt(Header header, Column column, HeaderVocabulary.Match match) {
        tell("INTAKE-230", Severity.WARNING, header, column, null, match.synonym(), Fields.label(header.role(), match.field()));
    }

    void unmistakable(Header header, Column column, String field, String value) {
        tell("INTAKE-231", field.contains("device.") || header.role() == SheetRole.INVENTORY ? Severity.INFO
                : Severity.WARNING, header, column, value, Fields.label(header.role(), field), value);
    }

    void looksLike(Header header, Column column, String field, String other, String value) {
        tell("INTAKE-232", Severity.WARNING, header, column, value, Fields.label(header.role(), field),
                Fields.label(header.role(), other), value);
    }

    private void close(Header header, Column column) {
        tell("INTAKE-238", Severity.INFO, header, column, null, Fields.label(header.role(), requireNonNull(column.field())),
                Fields.label(header.role(), requireNonNull(column.recognition().alternative())));
    }

    /** A sheet whose first row is already data: the values of some columns are unmistakable. */
    void unheaded(int row, List<Integer> columns, List<Message> fields) {
        Object list = columns.size() == 1 ? fields.get(0) : WORDING.message("list.two", fields.get(0), fields.get(fields.size() - 1));
        tell("INTAKE-233", Severity.WARNING, row, CellRef.name(row, columns.get(0)), null, null, name(),
                columns.stream().map(CellRef::letters).collect(Collectors.joining(", ")), list);
    }

    /** A form with labels and their values beside them. */
    void card(int row, int column, int labels, String first) {
        tell("INTAKE-234", Severity.WARNING, row, CellRef.name(row, column), null, first, name(), CellRef.name(row, column), first, labels);
    }

    void leftOut(String file, String layout) {
        tellSheet("INTAKE-235", Severity.INFO, name(), file, layout);
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

    void exampleRow(int row, String text) {
        tell("INTAKE-251", Severity.WARNING, row, null, null, text, String.valueOf(row), text);
    }

    void noRows(int header) {
        tell("INTAKE-253", Severity.INFO, header, null, null, null, name());
    }

    void prepared(int first, int last) {
        tell("INTAKE-254", Severity.INFO, first, null, null, null, String.valueOf(first), String.valueOf(last));
    }

    /** A legend says what a colour means; colours are not read. */
    void colours(int row, String cell, String text) {
        tell("INTAKE-255", Severity.WARNING, row, cell, null, text, cell, text);
    }

    /** Several devices line by line in the cells of one row, taken apart. */
    void lineByLine(int row, String cell, int devices, boolean split) {
        tell(split ? "INTAKE-256" : "INTAKE-257", Severity.WARNING, row, cell, null, null, String.valueOf(row), cell, devices);
    }
}
