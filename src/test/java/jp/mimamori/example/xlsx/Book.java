package jp.mimamori.example.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making, with the few styles all of ours share. */
final class Book implements AutoCloseable {

    enum Look { PLAIN, WRAP, CENTRE, DATE, PERCENT, TITLE, SMALL, HEADER, GROUP, TOTAL, STRUCK, OPTIONAL_HEADER }

    private static final Instant MADE = Instant.parse("2026-09-10T00:00:00Z");

    final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Look, CellStyle> styles = new EnumMap<>(Look.class);

    Book(String title) {
        var core = workbook.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator("Mimamori");
        core.setCreated(Optional.of(Date.from(MADE)));
        core.setModified(Optional.of(Date.from(MADE)));
        for (Look look : Look.values()) {
            styles.put(look, style(look));
        }
    }

    private CellStyle style(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName("游ゴシック");
        font.setFontHeightInPoints((short) switch (look) {
            case TITLE -> 14;
            case SMALL -> 9;
            default -> 10;
        });
        font.setBold(look == Look.TITLE || look == Look.HEADER || look == Look.GROUP || look == Look.OPTIONAL_HEADER);
        font.setStrikeout(look == Look.STRUCK);
        if (look == Look.STRUCK) {
            font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        }
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (look != Look.TITLE && look != Look.SMALL) {
            for (Runnable border : List.<Runnable>of(() -> style.setBorderTop(BorderStyle.THIN),
                    () -> style.setBorderBottom(BorderStyle.THIN), () -> style.setBorderLeft(BorderStyle.THIN),
                    () -> style.setBorderRight(BorderStyle.THIN))) {
                border.run();
            }
        }
        switch (look) {
            case DATE -> style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            case PERCENT -> style.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            case HEADER -> fill(style, "E8EEF7");
            case OPTIONAL_HEADER -> fill(style, "F3F3F3");
            case GROUP -> fill(style, "FFF8E1");
            case TOTAL -> style.setAlignment(HorizontalAlignment.RIGHT);
            case CENTRE -> style.setAlignment(HorizontalAlignment.CENTER);
            case PLAIN, WRAP -> style.setAlignment(HorizontalAlignment.LEFT);
            default -> { }
        }
        if (look == Look.HEADER || look == Look.OPTIONAL_HEADER || look == Look.DATE) {
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        if (look == Look.HEADER || look == Look.OPTIONAL_HEADER || look == Look.WRAP) {
            style.setWrapText(true);
        }
        return style;
    }

    private static void fill(XSSFCellStyle style, String rgb) {
        style.setFillForegroundColor(new XSSFColor(java.util.HexFormat.of().parseHex(rgb)));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    XSSFSheet sheet(String name, int... widths) {
        XSSFSheet sheet = workbook.createSheet(name);
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize((short) 8); // A3
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
        return sheet;
    }

    /** Puts a value into a cell: text, number, date or, for null and the empty text, just the style. */
    Cell put(Row row, int column, Object value, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.get(look));
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (!value.toString().isEmpty()) {
            cell.setCellValue(value.toString());
        }
        return cell;
    }

    Row row(XSSFSheet sheet, int index, Look look, Object... values) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < values.length; i++) {
            put(row, i, values[i], values[i] instanceof LocalDate ? Look.DATE : look);
        }
        return row;
    }

    /** Freezes and repeats everything above {@code firstDataRow} and puts a filter on the row above it. */
    void header(XSSFSheet sheet, int firstDataRow, int frozenColumns, int lastColumn, int lastRow, boolean filter) {
        sheet.createFreezePane(frozenColumns, firstDataRow);
        sheet.setRepeatingRows(new CellRangeAddress(0, firstDataRow - 1, -1, -1));
        if (filter) {
            sheet.setAutoFilter(new CellRangeAddress(firstDataRow - 1, lastRow, 0, lastColumn));
        }
    }

    /** A drop-down on a column; other texts stay allowed, people do write more than the list says. */
    void choices(XSSFSheet sheet, int column, int fromRow, int toRow, String... values) {
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(helper.createExplicitListConstraint(values),
                new CellRangeAddressList(fromRow, toRow, column, column));
        validation.setShowErrorBox(false);
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }

    /** Writes the workbook with fixed dates inside, so that the same facts give the same file. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
                OutputStream target = Files.newOutputStream(file); ZipOutputStream out = new ZipOutputStream(target)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(java.time.LocalDateTime.of(2026, 9, 10, 0, 0));
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
