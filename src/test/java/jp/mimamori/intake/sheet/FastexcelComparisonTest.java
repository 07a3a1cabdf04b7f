package jp.mimamori.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.settings.Shelf;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our own reading of a workbook's XML against a reader that others wrote: the same value in the same cell. */
class FastexcelComparisonTest {

    private static final Path CORPUS = Path.of("../shared/data");


    @Test
    void every_workbook_that_fastexcel_reads_has_the_same_values_here() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), CORPUS + " is not there: its workbooks are not compared");
        List<Path> files;
        try (Stream<Path> all = Files.walk(CORPUS)) {
            files = all.filter(f -> f.toString().endsWith(".xlsx") || f.toString().endsWith(".xlsm")).sorted().toList();
        }
        int compared = 0;
        List<String> differences = new ArrayList<>();
        for (Path file : files) {
            TreeMap<String, String> theirs = theirs(file);
            if (theirs == null) {
                continue;
            }
            TreeMap<String, String> ours = ours(file);
            if (isOurs(file) || ours == null && file.endsWith("duplicate-filename.xlsx")) {
                continue;
            }
            if (ours == null) {
                differences.add(file + ": refused");
                continue;
            }
            compared++;
            theirs.forEach((cell, value) -> {
                if (!isSame(value, ours.get(cell)) && !isEmptyResult(value, ours.get(cell))) {
                    differences.add(file.getFileName() + " " + cell + ": " + value + " <> " + ours.get(cell));
                }
            });
            ours.forEach((cell, value) -> {
                if (!theirs.containsKey(cell)) {
                    differences.add(file.getFileName() + " " + cell + ": nothing <> " + value);
                }
            });
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    /** Where we differ on purpose: the texts of Office 2007 beta are read, macro sheets are no tables, white space around the runs of a text is not part of it. */
    private static boolean isOurs(Path file) {
        return file.endsWith("sample-beta.xlsx") || file.endsWith("64420.xlsm") || file.endsWith("InlineString.xlsx");
    }

    private static boolean isSame(String theirs, @Nullable String ours) {
        return ours != null && (theirs.equals(ours) || RichText.unescaped(theirs).equals(ours));
    }

    /** A formula whose result is the empty text: calculated, though fastexcel gives no value. */
    private static boolean isEmptyResult(String theirs, @Nullable String ours) {
        return theirs.startsWith("Error =") && ours == null;
    }

    private static @Nullable TreeMap<String, String> ours(Path file) {
        TreeMap<String, String> values = new TreeMap<>();
        try {
            new SheetFiles(Limits.from(Shelf.shipped())).read(file, "f", sheet -> {
                for (RawRow row : sheet.rows()) {
                    for (int c = 0; c < row.width(); c++) {
                        if (!row.cell(c).isBlank()) {
                            values.put(sheet.name() + "!" + CellRef.name(row.number(), c), shown(row.cell(c)));
                        }
                    }
                }
            });
        } catch (UnusableFileException e) {
            return null;
        }
        return values;
    }

    private static String shown(CellValue value) {
        return value instanceof CellValue.Number n ? (n.date() ? "date " : n.percent() ? "percent " : "number ") + n.value()
                : value.getClass().getSimpleName() + " " + value.text();
    }

    /** Null where fastexcel cannot read it. */
    private static @Nullable TreeMap<String, String> theirs(Path file) {
        TreeMap<String, String> values = new TreeMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    // rows without numbers are counted from 0 there
                    int[] shift = new int[1];
                    rows.peek(row -> shift[0] |= row.getRowNum() == 0 ? 1 : 0).forEach(row -> row.forEach(cell -> {
                        CellValue value = cell == null ? CellValue.BLANK : value(book, cell);
                        if (!value.isBlank()) {
                            values.put(sheet.getName() + "!" + CellRef.name(row.getRowNum() + shift[0], cell.getColumnIndex()), shown(value));
                        }
                    }));
                }
            }
        } catch (Exception e) {
            return null; // a file it cannot read has nothing to compare with
        }
        return values;
    }

    private static CellValue value(ReadableWorkbook book, Cell cell) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && String.valueOf(value).matches("#[A-Z/0]+[!?A]?")) {
            return new CellValue.Error(cell.getRawValue() == null ? "#ERROR" : cell.getRawValue());
        }
        if (value == null) {
            return cell.getType() == CellType.FORMULA && cell.getFormula() != null && !cell.getFormula().isEmpty()
                    ? new CellValue.Error("=" + cell.getFormula()) : CellValue.BLANK;
        }
        if (value instanceof BigDecimal number) {
            Integer format = cell.getDataFormatId();
            return new CellValue.Number(number.doubleValue(), format != null && NumberFormats.isDate(format, cell.getDataFormatString()),
                    format != null && NumberFormats.isPercent(format, cell.getDataFormatString()), book.isDate1904());
        }
        return value instanceof Boolean bool ? new CellValue.Bool(bool) : new CellValue.Text(value.toString());
    }
}
