package jp.mimamori.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A copy of the shipped policy in a folder, edited as a committee edits it: cell by cell in its workbooks. */
public final class DraftPolicy {

    private static final List<String> FOLDERS = List.of("rules", "spreadsheets/policy", "spreadsheets/vocabulary");

    private final Path home;

    private DraftPolicy(Path home) {
        this.home = home;
    }

    /** The shipped policy as it is, in {@code home}. */
    public static DraftPolicy in(Path home) throws IOException {
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                Files.createDirectories(home.resolve(folder));
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        return new DraftPolicy(home);
    }

    public Path home() {
        return home;
    }

    /** Writes into the cell of a rule's row under a heading. */
    public DraftPolicy set(String workbook, String rule, String heading, String value) throws IOException {
        return edit(workbook, book -> {
            Row row = row(book, rule);
            int column = column(row.getSheet(), heading);
            Cell cell = row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
            if (value.matches("[0-9]+")) {
                cell.setCellValue(Integer.parseInt(value));
            } else {
                cell.setCellValue(value);
            }
        });
    }

    /** Takes a row out; those below move up, as in Excel. */
    public DraftPolicy remove(String workbook, String rule) throws IOException {
        return edit(workbook, book -> {
            Row row = row(book, rule);
            Sheet sheet = row.getSheet();
            int number = row.getRowNum();
            sheet.removeRow(row);
            if (number < sheet.getLastRowNum()) {
                sheet.shiftRows(number + 1, sheet.getLastRowNum(), -1);
            }
        });
    }

    /** Adds a row below the last one of the sheet that holds {@code neighbour}. */
    public DraftPolicy add(String workbook, String neighbour, String... cells) throws IOException {
        return edit(workbook, book -> {
            Sheet sheet = row(book, neighbour).getSheet();
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < cells.length; i++) {
                row.createCell(i).setCellValue(cells[i]);
            }
        });
    }

    public DraftPolicy edit(String workbook, Consumer<XSSFWorkbook> change) throws IOException {
        Path file = home.resolve("spreadsheets/policy").resolve(workbook);
        XSSFWorkbook book;
        try (InputStream in = Files.newInputStream(file)) {
            book = new XSSFWorkbook(in);
        }
        try (book; OutputStream out = Files.newOutputStream(file)) {
            change.accept(book);
            book.write(out);
        }
        return this;
    }

    private static Row row(XSSFWorkbook book, String rule) {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                if (row.getCell(0) != null && new DataFormatter().formatCellValue(row.getCell(0)).equals(rule)) {
                    return row;
                }
            }
        }
        throw new AssertionError("no row " + rule);
    }

    private static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(2)) {
            if (new DataFormatter().formatCellValue(cell).equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading + " in " + sheet.getSheetName());
    }
}
