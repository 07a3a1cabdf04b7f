package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.value.CellValue;

/**
 * Several devices in one row of an inventory, line by line in each of its cells. They are taken apart only where every cell has as many
 * lines as there are numbers, or one that holds for all; else nobody can tell which belongs to which, and it is asked.
 */
final class LinesApart {

    private LinesApart() {
    }

    static List<DataRow> of(DataRow row, LayoutIssues issues) {
        Column id = row.header().role() == SheetRole.INVENTORY ? row.header().column("deviceId") : null;
        if (id == null || !(row.cell(id) instanceof CellValue.Text text) || text.text().strip().indexOf('\n') < 0) {
            return List.of(row);
        }
        List<String> ids = lines(text.text());
        Set<String> shapes = ids.stream().map(LinesApart::shape).collect(Collectors.toSet());
        if (ids.size() < 2 || shapes.size() > 1 || !ids.get(0).matches(".*\\d.*")) {
            return List.of(row);
        }
        List<Column> columns = row.header().columns();
        int width = columns.get(columns.size() - 1).index() + 1;
        boolean even = columns.stream().map(column -> lines(row.cell(column).text()).size()).allMatch(n -> n <= 1 || n == ids.size());
        boolean counted = row.has("count") && !row.cell("count").text().contains("\n");
        issues.lineByLine(row.number(), row.reference(id), ids.size(), even && !counted);
        if (!even || counted) {
            return List.of(row);
        }
        List<DataRow> apart = new ArrayList<>();
        for (int n = 0; n < ids.size(); n++) {
            CellValue[] cells = new CellValue[width];
            for (int c = 0; c < width; c++) {
                CellValue cell = row.written(c);
                List<String> lines = cell instanceof CellValue.Text t ? lines(t.text()) : List.of();
                cells[c] = lines.size() > 1 ? new CellValue.Text(lines.get(n)) : cell;
            }
            apart.add(row.saying(cells));
        }
        return apart;
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** M-1 and M-12 have one shape; a number that was broken over two lines has two. */
    private static String shape(String id) {
        return id.replaceAll("\\d+", "9").replaceAll("\\p{L}+", "A");
    }
}
