package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.language.Message;

/** A sheet in which no header was found: what it may be instead, so that its owner knows what to do. */
final class UnreadSheet {

    private static final int SAMPLE = 200;
    /** So many labels below each other are a form, not a coincidence. */
    private static final int LABELS = 4;

    private UnreadSheet() {
    }

    static void tell(RawSheet sheet, HeaderVocabulary vocabulary, LayoutIssues issues) {
        if (!card(sheet, vocabulary, issues) && !unheaded(sheet, issues)) {
            issues.noHeader();
        }
    }

    /** Whether the first wide row already has values of an unmistakable kind. */
    static boolean isUnheaded(RawSheet sheet) {
        return !unmistakable(sheet).isEmpty();
    }

    private static boolean unheaded(RawSheet sheet, LayoutIssues issues) {
        Map<Integer, String> found = unmistakable(sheet);
        if (found.isEmpty()) {
            return false;
        }
        List<Integer> columns = found.keySet().stream().sorted().toList();
        List<Message> fields = columns.stream().map(c -> java.util.Objects.requireNonNull(found.get(c)))
                .map(field -> Fields.label(field.equals("vulnerabilities") || field.equals("cvssVector") ? SheetRole.LEDGER
                        : SheetRole.INVENTORY, field)).toList();
        int row = sheet.rows().stream().filter(r -> LayoutIssues.filled(r) >= 2).findFirst().map(RawRow::number).orElse(1);
        issues.unheaded(row, columns, fields);
        return true;
    }

    /** Columns whose values are unmistakable from the first wide row on. */
    private static Map<Integer, String> unmistakable(RawSheet sheet) {
        List<RawRow> rows = sheet.rows().stream().filter(row -> LayoutIssues.filled(row) >= 2).limit(SAMPLE).toList();
        Map<Integer, String> found = new HashMap<>();
        for (int c = 0; rows.size() >= 3 && c < rows.get(0).width(); c++) {
            int column = c;
            List<CellValue> first = List.of(rows.get(0).cell(c), rows.get(0).cell(c), rows.get(0).cell(c));
            List<CellValue> cells = rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isBlank()).toList();
            String field = ColumnEvidence.unmistakable(null, cells);
            if (field != null && field.equals(ColumnEvidence.unmistakable(null, first))) {
                found.put(c, field);
            }
        }
        return found;
    }

    /** A device on a sheet of its own: labels in one column, each with its value to the right. */
    private static boolean card(RawSheet sheet, HeaderVocabulary vocabulary, LayoutIssues issues) {
        Map<Integer, Set<String>> labels = new HashMap<>();
        Map<Integer, RawRow> first = new HashMap<>();
        List<RawRow> rows = new ArrayList<>(sheet.rows().stream().limit(SAMPLE).toList());
        for (RawRow row : rows) {
            for (int c = 0; c < row.width(); c++) {
                if (row.cell(c) instanceof CellValue.Text text && !text.isBlank()
                        && vocabulary.match(SheetRole.INVENTORY, text.text()).stream().anyMatch(HeaderVocabulary.Match::exact)
                        && hasValue(row, c, vocabulary)) {
                    labels.computeIfAbsent(c, k -> new HashSet<>()).add(vocabulary.key(text.text()));
                    first.putIfAbsent(c, row);
                }
            }
        }
        int column = labels.keySet().stream().max(java.util.Comparator.comparingInt(c -> count(labels, c))).orElse(-1);
        if (column < 0 || count(labels, column) < LABELS) {
            return false;
        }
        RawRow row = java.util.Objects.requireNonNull(first.get(column));
        issues.card(row.number(), column, count(labels, column), row.cell(column).text().strip());
        return true;
    }

    private static int count(Map<Integer, Set<String>> labels, int column) {
        return labels.getOrDefault(column, Set.of()).size();
    }

    /** Whether what stands to the right is something other than a further header. */
    private static boolean hasValue(RawRow row, int column, HeaderVocabulary vocabulary) {
        for (int c = column + 1; c < row.width(); c++) {
            if (!row.cell(c).isBlank()) {
                return !vocabulary.knows(row.cell(c).text());
            }
        }
        return false;
    }
}
