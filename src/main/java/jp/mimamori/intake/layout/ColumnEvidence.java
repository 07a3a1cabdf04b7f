package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.intake.How;
import jp.mimamori.intake.Recognition;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.layout.HeaderVocabulary.Match;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.Values;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Asks the values below a header whether they bear it out. Values never give a column a field: they take certainty away, raise a
 * question, or tell which of the two meanings of its header a column has.
 */
final class ColumnEvidence {

    /** So many rows below a header are looked at. */
    private static final int SAMPLE = 200;
    /** So few values prove nothing. */
    private static final int ENOUGH = 3;
    /** Of unmistakable values at most one in ten may be something else. */
    private static final double NEARLY_ALL = 0.9;

    private static final Set<String> DATES = Set.of("discovered", "plannedCompletion", "completed", "acceptedUntil", "catchUpDate",
            "overrideApproved", "overrideExpires",
            "eolDate", "date", "dateAdded", "dueDate");
    private static final Pattern CVE = Pattern.compile("(?is)\\s*(CVE|JVNDB|JVNVU|JVN)[-‐#＃].*");
    private static final Pattern VECTOR = Pattern.compile("(?is).*\\bAV:[NALP]/.*");
    private static final Pattern IPV4 = Pattern.compile("\\s*\\d{1,3}(\\.\\d{1,3}){3}(/\\d+)?\\s*");
    private static final Pattern MAC = Pattern.compile("\\s*(\\p{XDigit}{2}[:-]){5}\\p{XDigit}{2}\\s*");

    private final HeaderVocabulary vocabulary;
    private final Values values;

    ColumnEvidence(HeaderVocabulary vocabulary, Values values) {
        this.vocabulary = vocabulary;
        this.values = values;
    }

    /** {@code headers}, each column as sure as its values allow; what is not sure enough is asked. */
    List<Header> weigh(RawSheet sheet, List<Header> headers, LayoutIssues issues) {
        List<Header> weighed = new ArrayList<>();
        for (Header header : headers) {
            List<RawRow> rows = sheet.rows().stream().filter(row -> row.number() > header.lastRow() && !row.isBlank())
                    .limit(SAMPLE).toList();
            Set<String> fields = new HashSet<>();
            header.columns().stream().map(Column::field).filter(java.util.Objects::nonNull).forEach(fields::add);
            List<Column> columns = new ArrayList<>();
            for (Column column : header.columns()) {
                List<CellValue> cells = rows.stream().map(row -> row.cell(column.index())).filter(cell -> !cell.isBlank()).toList();
                Column now = column.field() == null ? unread(header, column, cells, fields, issues)
                        : read(header, column, column.field(), cells, fields, issues);
                columns.add(now);
            }
            weighed.add(header.with(columns));
        }
        return weighed;
    }

    private Column read(Header header, Column column, String field, List<CellValue> cells, Set<String> fields, LayoutIssues issues) {
        Recognition sure = column.recognition();
        if (sure.alternative() != null && sure.how() != How.MAPPING && !isForm(field)
                && sure.alternative().equals(unmistakable(header.role(), cells, 1))) {
            // the header has both meanings; its values have only one
            return new Column(column.index(), column.header(), sure.alternative(), null,
                    new Recognition(sure.synonym(), sure.how(), sure.sure(), field));
        }
        if (isContradicted(field, cells)) {
            boolean user = sure.how() == How.MAPPING;
            double half = user ? Recognition.ASKED : sure.sure() / 2;
            Recognition told = new Recognition(sure.synonym(), sure.how(), half, half < Recognition.ASKED ? field : sure.alternative());
            issues.contradicted(header, column, field, cells.get(0).text(), told.asked());
            return column.with(told);
        }
        String other = unmistakable(header.role(), cells);
        if (other != null && !fields.contains(other) && !isForm(field) && !other.endsWith(field) && sure.how() != How.MAPPING
                && isNumber(field)) {
            issues.looksLike(header, column, field, other, cells.get(0).text());
            return column.with(new Recognition(sure.synonym(), sure.how(), Math.max(Recognition.ASKED, sure.sure() - 0.2), other));
        }
        return column;
    }

    /** A number may be of anything; a note that mentions a CVE in each row is still a note. */
    private static boolean isNumber(String field) {
        return Set.of("id", "deviceId", "otherId", "serial").contains(field);
    }

    private Column unread(Header header, Column column, List<CellValue> cells, Set<String> fields, LayoutIssues issues) {
        if (column.passedOver() != null || column.recognition().how() != null) {
            return column;
        }
        List<Match> near = vocabulary.near(header.role(), column.header()).stream()
                .filter(match -> !fields.contains(match.field())).toList();
        if (!near.isEmpty()) {
            issues.misspelt(header, column, near.get(0));
            return column.with(new Recognition(near.get(0).synonym(), How.TYPO, Recognition.base(How.TYPO, 1), near.get(0).field()));
        }
        String field = unmistakable(header.role(), cells);
        if (field == null || fields.contains(field)) {
            return column;
        }
        issues.unmistakable(header, column, field, cells.get(0).text());
        return column.with(new Recognition(null, How.VALUES, Recognition.base(How.VALUES, 1), field));
    }

    /** The field that only such values can belong to in a sheet of {@code role}; null where they may be anything. */
    static @Nullable String unmistakable(@Nullable SheetRole role, List<CellValue> cells) {
        return unmistakable(role, cells, ENOUGH);
    }

    private static @Nullable String unmistakable(@Nullable SheetRole role, List<CellValue> cells, int enough) {
        boolean ledger = role == SheetRole.LEDGER;
        if (!ledger && role != SheetRole.INVENTORY && role != null) {
            return null;
        }
        if (isAll(cells, CVE, enough)) {
            return role == SheetRole.INVENTORY ? null : "vulnerabilities";
        }
        if (isAll(cells, VECTOR, enough)) {
            return role == SheetRole.INVENTORY ? null : "cvssVector";
        }
        String device = ledger ? "device." : "";
        return isAll(cells, IPV4, enough) ? device + "ip" : isAll(cells, MAC, enough) ? device + "mac" : null;
    }

    private static boolean isAll(List<CellValue> cells, Pattern form, int enough) {
        long fit = cells.stream().filter(cell -> cell instanceof CellValue.Text t && t.text().length() < 300
                && form.matcher(t.text()).matches()).count();
        return fit >= enough && fit >= NEARLY_ALL * cells.size();
    }

    private static boolean isForm(String field) {
        String plain = field.replace("device.", "");
        return DATES.contains(plain) || Set.of("eosDate", "ip", "mac", "cvss", "cvssVector", "vulnerabilities", "count").contains(plain);
    }

    /** Whether none of the values, of which there are enough, is what the field holds. */
    private boolean isContradicted(String field, List<CellValue> cells) {
        int wrong = 0;
        for (CellValue cell : isForm(field) ? cells : List.<CellValue>of()) {
            if (cell instanceof CellValue.Error) {
                continue;
            }
            Parsed<?> parsed = parsed(field.replace("device.", ""), cell);
            boolean told = parsed.notes().stream().anyMatch(note -> note.severity() != Severity.INFO);
            if (!told && !isNothing(parsed.value())) {
                return false;
            }
            wrong += told && isNothing(parsed.value()) ? 1 : 0;
            if (told && !isNothing(parsed.value())) {
                return false;
            }
        }
        return wrong >= ENOUGH;
    }

    private Parsed<?> parsed(String field, CellValue cell) {
        return switch (field) {
            case "eosDate" -> {
                var end = values.supportEnd(cell);
                boolean said = end.value() != null && (end.value().date() != null || end.value().ended());
                yield new Parsed<>(said ? end.value() : null, end.notes());
            }
            case "ip" -> values.ip(cell);
            case "mac" -> values.mac(cell);
            case "cvss", "cvssVector" -> values.cvss(cell);
            case "vulnerabilities" -> values.vulnerabilityIds(cell);
            case "count" -> values.quantity(cell);
            default -> values.date(cell, DateUse.OTHER);
        };
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }
}
