package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.value.CellValue;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads the old {@code .xls} with POI's user model, which holds it in memory as a whole; so its size is capped. */
final class XlsSheets {

    private final Limits limits;

    XlsSheets(Limits limits) {
        this.limits = limits;
    }

    void read(Path path, String file, SheetVisitor visitor) throws UnusableFileException, IOException {
        if (java.nio.file.Files.size(path) > limits.legacyBytes()) {
            throw Refusal.limit(file, "legacyBytes", limits.legacyBytes());
        }
        try (POIFSFileSystem container = new POIFSFileSystem(path.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw Refusal.ENCRYPTED.of(file);
            }
            if (!container.getRoot().hasEntryCaseInsensitive("Workbook")) {
                throw container.getRoot().hasEntryCaseInsensitive("Book") ? Refusal.OLD_EXCEL.of(file)
                        : Refusal.kind(file, "office");
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(container, false)) {
                read(workbook, file, visitor);
            }
        } catch (EncryptedDocumentException e) {
            throw Refusal.ENCRYPTED.of(file);
        } catch (OldExcelFormatException e) {
            throw Refusal.OLD_EXCEL.of(file);
        }
    }

    private void read(HSSFWorkbook workbook, String file, SheetVisitor visitor) throws UnusableFileException {
        if (workbook.getNumberOfSheets() > limits.sheets()) {
            throw Refusal.limit(file, "sheets", limits.sheets());
        }
        boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            names.add(workbook.getSheetName(i));
        }
        var summary = workbook.getSummaryInformation();
        BookInfo info = new BookInfo(summary == null ? null : summary.getAuthor(), names);
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            HSSFSheet sheet = workbook.getSheetAt(i);
            List<RawRow> rows = new ArrayList<>();
            Map<Integer, BitSet> struck = new HashMap<>();
            Map<CellRef, String> comments = new HashMap<>();
            for (Row row : sheet) {
                if (rows.size() >= limits.rows()) {
                    throw Refusal.limit(file, "rows", limits.rows());
                }
                rows.add(row(workbook, file, row, from1904, struck));
            }
            sheet.getCellComments().forEach((address, comment) -> {
                String theirs = HandedBack.withoutOurs(comment.getString().getString()).strip();
                if (!theirs.isEmpty()) {
                    comments.put(new CellRef(address.getRow() + 1, address.getColumn()), theirs);
                }
            });
            boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
            visitor.sheet(new RawSheet(file, workbook.getSheetName(i), hidden, rows,
                    new Marks(merged(sheet), hiddenColumns(sheet), struck, comments), List.of(), info));
        }
    }

    private RawRow row(HSSFWorkbook workbook, String file, Row row, boolean from1904, Map<Integer, BitSet> struck)
            throws UnusableFileException {
        int width = Math.max(0, row.getLastCellNum());
        if (width > limits.columns()) {
            throw Refusal.limit(file, "columns", limits.columns());
        }
        CellValue[] cells = new CellValue[width];
        java.util.Arrays.fill(cells, CellValue.BLANK);
        for (Cell cell : row) {
            CellValue value = value(cell, from1904);
            if (value instanceof CellValue.Text text && text.text().length() > limits.cellLength()) {
                throw Refusal.limit(file, "cellLength", limits.cellLength());
            }
            cells[cell.getColumnIndex()] = value;
            if (((HSSFCell) cell).getCellStyle().getFont(workbook).getStrikeout()) {
                struck.computeIfAbsent(row.getRowNum() + 1, r -> new BitSet()).set(cell.getColumnIndex());
            }
        }
        return new RawRow(row.getRowNum() + 1, cells, row.getZeroHeight());
    }

    private static CellValue value(Cell cell, boolean from1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> {
                int id = cell.getCellStyle().getDataFormat();
                String format = cell.getCellStyle().getDataFormatString();
                yield new CellValue.Number(cell.getNumericCellValue(),
                        NumberFormats.isDate(id, null) || NumberFormats.isDate(id, format),
                        NumberFormats.isPercent(id, format), from1904);
            }
            case STRING -> cell.getRichStringCellValue().getString().isBlank() ? CellValue.BLANK
                    : new CellValue.Text(cell.getRichStringCellValue().getString());
            case BOOLEAN -> new CellValue.Bool(cell.getBooleanCellValue());
            case ERROR -> new CellValue.Error(error(cell.getErrorCellValue()));
            default -> CellValue.BLANK;
        };
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }

    private static List<Region> merged(HSSFSheet sheet) {
        List<Region> merged = new ArrayList<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            merged.add(new Region(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(),
                    range.getLastColumn()));
        }
        return merged;
    }

    private static BitSet hiddenColumns(HSSFSheet sheet) {
        BitSet hidden = new BitSet();
        for (int column = 0; column < 256; column++) {
            if (sheet.isColumnHidden(column)) {
                hidden.set(column);
            }
        }
        return hidden;
    }
}
