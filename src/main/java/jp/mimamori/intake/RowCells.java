package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.DataRow;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Note;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read field by field; whatever there is to tell of a cell becomes an issue that names it. */
final class RowCells {

    static final Wording WORDING = Wording.of(RowCells.class);

    private static final Pattern ERROR = Pattern.compile("\\s*#(?:N/A|REF!|DIV/0!|VALUE!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)\\s*", Pattern.CASE_INSENSITIVE);

    private final Table table;
    private final DataRow row;
    private final List<Issue> issues;
    private boolean setAside;

    RowCells(Table table, DataRow row, List<Issue> issues) {
        this.table = table;
        this.row = row;
        this.issues = issues;
    }

    Table table() {
        return table;
    }

    DataRow row() {
        return row;
    }

    Source source() {
        return new Source(table.file(), table.sheet(), row.number());
    }

    /** The cell of {@code field}, blank where there is none; an error in it is told and read as blank. */
    CellValue cell(String field) {
        Column column = filledColumn(field);
        return column == null ? CellValue.BLANK : cell(column);
    }

    /** The cell of {@code column}; an error in it is told and read as blank. */
    CellValue cell(Column column) {
        CellValue cell = row.cell(column);
        if (cell instanceof CellValue.Error error) {
            String code = error.text().startsWith("=") ? "INTAKE-302" : "INTAKE-301";
            tell(code, Severity.WARNING, column, column.header(), error.text(), row.reference(column));
            return CellValue.BLANK;
        }
        if (cell instanceof CellValue.Text text && text.text().indexOf('#') >= 0 && ERROR.matcher(text.text()).matches()) {
            tell("INTAKE-301", Severity.WARNING, column, column.header(), text.text().strip(), row.reference(column));
            return CellValue.BLANK; // an error that was pasted as text or came through a CSV
        }
        return cell;
    }

    private @Nullable Column filledColumn(String field) {
        return row.filledColumn(field);
    }

    /** What {@code reader} makes of the cell of {@code field}; its notes are told. */
    <T> @Nullable T read(String field, Function<CellValue, Parsed<T>> reader) {
        return read(field, cell(field), reader);
    }

    /** What {@code reader} makes of {@code cell}, which was put together from the cells of {@code field}. */
    <T> @Nullable T read(String field, CellValue cell, Function<CellValue, Parsed<T>> reader) {
        Parsed<T> parsed = reader.apply(cell);
        for (Note note : parsed.notes()) {
            Column column = filledColumn(field);
            // whether a row is set aside is decided here and nowhere else: a cell alone cannot do it
            Severity severity = note.severity() == Severity.ERROR ? Severity.WARNING : note.severity();
            issues.add(new Issue(note.code(), severity, place(column), column == null ? null : column.header(),
                    cell.isBlank() ? null : cell.text(), note.message()));
        }
        return parsed.value();
    }

    /** {@link #read} with a value for a reader that has none. */
    <T> T read(String field, Function<CellValue, Parsed<T>> reader, T otherwise) {
        T value = read(field, reader);
        return value == null ? otherwise : value;
    }

    /** What {@code reader} makes of each filled cell of {@code field}, in order, without those it makes nothing of. */
    <T> List<T> readAll(String field, Function<CellValue, Parsed<T>> reader) {
        List<Column> filled = row.filled(field);
        if (filled.isEmpty()) {
            return List.of();
        }
        List<T> values = new ArrayList<>(filled.size());
        for (Column column : filled) {
            T value = read(column, reader);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** What {@code reader} makes of the cell of {@code column}; its notes are told. */
    <T> @Nullable T read(Column column, Function<CellValue, Parsed<T>> reader) {
        CellValue cell = cell(column);
        Parsed<T> parsed = reader.apply(cell);
        for (Note note : parsed.notes()) {
            Severity severity = note.severity() == Severity.ERROR ? Severity.WARNING : note.severity();
            issues.add(new Issue(note.code(), severity, place(column), column.header(), cell.text(), note.message()));
        }
        return parsed.value();
    }

    boolean has(String field) {
        return row.has(field);
    }

    private Place place(@Nullable Column column) {
        return new Place(table.file(), table.sheet(), column == null ? null : row.reference(column), row.number());
    }

    void tell(String code, Severity severity, @Nullable Column column, Object... args) {
        String value = column == null || row.cell(column).isBlank() ? null : row.cell(column).text();
        Message message = WORDING.message(code, args);
        issues.add(new Issue(code, severity, place(column), column == null ? null : column.header(), value, message));
    }

    void tell(String code, Severity severity, String field, Object... args) {
        tell(code, severity, filledColumn(field), args);
    }

    /** Sets the row aside and says why; {@code field} names the cell to look at. */
    void setAside(String code, String field, Object... args) {
        setAside = true;
        Column column = filledColumn(field);
        tell(code, Severity.ERROR, column == null ? row.header().columns().get(0) : column, args);
    }

    boolean isSetAside() {
        return setAside;
    }
}
