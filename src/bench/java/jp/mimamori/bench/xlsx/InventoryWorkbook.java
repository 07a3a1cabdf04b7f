package jp.mimamori.bench.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import jp.mimamori.bench.InventoryRows;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a long inventory as a workbook, with a table of shared strings as Excel writes it. */
public final class InventoryWorkbook {

    private InventoryWorkbook() {
    }

    public static void write(Path file, int rows) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, true, true); OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("機器台帳");
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            row(sheet.createRow(0), day, InventoryRows.COLUMNS.toArray());
            InventoryRows inventory = new InventoryRows();
            for (int i = 1; i <= rows; i++) {
                row(sheet.createRow(i), day, inventory.next());
            }
            book.write(out);
        }
    }

    private static void row(Row row, CellStyle day, Object[] values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Integer number) {
                row.createCell(column).setCellValue(number);
            } else if (values[column] instanceof LocalDate date) {
                Cell cell = row.createCell(column);
                cell.setCellValue(date);
                cell.setCellStyle(day);
            } else if (!values[column].equals("")) {
                row.createCell(column).setCellValue((String) values[column]);
            }
        }
    }
}
