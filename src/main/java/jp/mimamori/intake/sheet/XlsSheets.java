package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.trace.Issue;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Reads the old {@code .xls} with POI's user model, which holds it in memory as a whole; so its size is capped, and so is the time that
 * it may take, because a broken one can keep the library busy for ever.
 */
final class XlsSheets {

    private static final int WIDEST = 256;

    private final Limits limits;

    XlsSheets(Limits limits) {
        this.limits = limits;
    }

    /** Shows the sheets to {@code visitor}; gives what there is to tell of the workbook as a whole. */
    List<Issue> read(Path path, String file, SheetVisitor visitor) throws UnusableFileException, IOException {
        if (Files.size(path) > limits.of(Limit.LEGACY_BYTES)) {
            throw Refusal.limit(file, Limit.LEGACY_BYTES, limits.of(Limit.LEGACY_BYTES));
        }
        TimeLimit time = new TimeLimit(file, limits.of(Limit.LEGACY_SECONDS));
        OutsideData outside = new OutsideData(file);
        for (RawSheet sheet : time.call(() -> sheets(path, file, outside))) {
            visitor.sheet(sheet);
        }
        return outside.issues(false);
    }

    private List<RawSheet> sheets(Path path, String file, OutsideData outside) throws UnusableFileException, IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(path.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw Refusal.ENCRYPTED.of(file);
            }
            if (!container.getRoot().hasEntryCaseInsensitive("Workbook")) {
                throw container.getRoot().hasEntryCaseInsensitive("Book") ? Refusal.OLD_EXCEL.of(file)
                        : Refusal.kind(file, "office");
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(container, false)) {
                return sheets(workbook, file, outside);
            }
        } catch (EncryptedDocumentException e) {
            throw Refusal.ENCRYPTED.of(file);
        } catch (OldExcelFormatException e) {
            throw Refusal.OLD_EXCEL.of(file);
        }
    }

    private List<RawSheet> sheets(HSSFWorkbook workbook, String file, OutsideData outside) throws UnusableFileException {
        if (workbook.getNumberOfSheets() > limits.of(Limit.SHEETS)) {
            throw Refusal.limit(file, Limit.SHEETS, limits.of(Limit.SHEETS));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            names.add(workbook.getSheetName(i));
        }
        var summary = workbook.getSummaryInformation();
        BookInfo info = new BookInfo(summary == null ? null : summary.getAuthor(), names);
        HeapBudget heap = new HeapBudget(file, limits);
        XlsCells cells = new XlsCells(workbook, new TextPool(heap), outside);
        List<RawSheet> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            HSSFSheet sheet = workbook.getSheetAt(i);
            MarksOfSheet marks = new MarksOfSheet(file, limits, heap);
            List<RawRow> rows = new ArrayList<>();
            for (Row row : sheet) {
                RawRow read = row(file, row, cells, marks, heap);
                if (read.width() > 0) {
                    rows.add(read);
                }
                if (rows.size() > limits.of(Limit.ROWS)) {
                    throw Refusal.limit(file, Limit.ROWS, limits.of(Limit.ROWS));
                }
            }
            for (CellRangeAddress range : sheet.getMergedRegions()) {
                marks.merge(new Region(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn()));
            }
            marks.hide(hiddenColumns(sheet));
            cells.endOfSheet();
            boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
            sheets.add(new RawSheet(file, workbook.getSheetName(i), hidden, rows, marks.marks(comments(sheet)),
                    marks.issues(workbook.getSheetName(i)), info));
        }
        return sheets;
    }

    private RawRow row(String file, Row row, XlsCells cells, MarksOfSheet marks, HeapBudget heap) throws UnusableFileException {
        CellValue[] line = new CellValue[Math.max(0, row.getLastCellNum())];
        java.util.Arrays.fill(line, CellValue.BLANK);
        int width = 0;
        for (Cell cell : row) {
            CellValue value = cells.value(cell);
            if (value.isBlank()) {
                continue;
            }
            int column = cell.getColumnIndex();
            if (column >= limits.of(Limit.COLUMNS)) {
                throw Refusal.limit(file, Limit.COLUMNS, limits.of(Limit.COLUMNS));
            }
            if (value instanceof CellValue.Text text && text.text().length() > limits.of(Limit.CELL_LENGTH)) {
                throw Refusal.limit(file, Limit.CELL_LENGTH, limits.of(Limit.CELL_LENGTH));
            }
            line[column] = value;
            width = Math.max(width, column + 1);
            boolean struck = cells.isStruck(cell);
            RichText.Strikes strikes = cells.strikes(cell);
            if (struck || strikes != null) {
                marks.strike(row.getRowNum() + 1, column, value, struck, strikes);
            }
        }
        heap.take(48 + 4L * width);
        return new RawRow(row.getRowNum() + 1, java.util.Arrays.copyOf(line, width), row.getZeroHeight());
    }

    private static Map<CellRef, String> comments(HSSFSheet sheet) {
        Map<CellRef, String> comments = new HashMap<>();
        sheet.getCellComments().forEach((address, comment) -> {
            String text = comment.getString().getString();
            String theirs = text == null ? "" : HandedBack.withoutOurs(text).strip();
            if (!theirs.isEmpty()) {
                comments.put(new CellRef(address.getRow() + 1, address.getColumn()), theirs);
            }
        });
        return comments;
    }

    private static BitSet hiddenColumns(HSSFSheet sheet) {
        BitSet hidden = new BitSet();
        for (int column = 0; column < WIDEST; column++) {
            hidden.set(column, sheet.isColumnHidden(column));
        }
        return hidden;
    }
}
