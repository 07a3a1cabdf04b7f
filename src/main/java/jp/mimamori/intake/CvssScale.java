package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.trace.Severity;

/**
 * Tells a column of ranks from 1 to 5 (深刻度) from a column of CVSS scores: a rank 5 is the gravest, a score of 5.0 is not, and a rank
 * taken for a score would make a grave vulnerability look harmless.
 */
final class CvssScale {

    private static final Pattern NAMED = Pattern.compile("(?i)cvss|スコア|score|基本値|点|ベクトル|vector|値");
    private static final Pattern STEP = Pattern.compile("[1-5１-５]");

    private final Map<Table, Map<Column, Boolean>> known = new IdentityHashMap<>();

    /** The columns of {@code field} in the row that may hold scores; the others are told. */
    List<Column> scores(RowCells row, String field) {
        List<Column> scores = new ArrayList<>();
        for (Column column : row.row().filled(field)) {
            if (isStep(row.row().cell(column)) && isScale(row.table(), column)) {
                row.tell("INTAKE-006", Severity.WARNING, column, row.row().cell(column).text().strip(), column.header());
            } else {
                scores.add(column);
            }
        }
        return scores;
    }

    private boolean isScale(Table table, Column column) {
        return known.computeIfAbsent(table, t -> new HashMap<>()).computeIfAbsent(column, c -> !NAMED.matcher(c.header()).find()
                && table.rows().stream().map(r -> r.cell(c)).noneMatch(CvssScale::isScore));
    }

    private static boolean isStep(CellValue cell) {
        return STEP.matcher(cell.text().strip()).matches();
    }

    /** A number that no rank of up to five steps can be. */
    private static boolean isScore(CellValue cell) {
        return cell instanceof CellValue.Number n ? n.value() > 5 || n.value() != Math.rint(n.value())
                : cell.text().matches(".*\\d\\.\\d.*");
    }
}
