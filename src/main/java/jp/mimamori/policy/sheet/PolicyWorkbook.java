package jp.mimamori.policy.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a workbook of the policy: values only; a formula's value is what Excel last stored. */
public final class PolicyWorkbook {

    private PolicyWorkbook() {
    }

    /**
     * The visible and hidden sheets, in their order.
     *
     * @throws IOException where the content is no readable .xlsx workbook
     */
    public static List<Grid> read(String file, byte[] content) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            List<Grid> grids = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                grids.add(grid(file, sheet));
            }
            return grids;
        } catch (RuntimeException e) {
            // fastexcel reports damaged parts with unchecked exceptions of several kinds
            throw new IOException(e);
        }
    }

    private static Grid grid(String file, Sheet sheet) throws IOException {
        List<Grid.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            rows.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    cells.add(text(row.getOptionalCell(column).orElse(null)));
                }
                if (cells.stream().anyMatch(text -> !text.isEmpty())) {
                    lines.add(new Grid.Line(row.getRowNum(), cells));
                }
            });
        }
        return new Grid(file, sheet.getName(), lines);
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getValue().toString().strip();
    }
}
