package jp.mimamori.handback.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.mimamori.handback.CellRemarks;
import jp.mimamori.handback.HandedFile;
import jp.mimamori.handback.ProblemList;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.language.Language;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CountryRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * An old {@code .xls} with its problems marked; POI keeps the parts of the file that it does not know (macros among them). A mark's
 * background colour, which a solid fill does not show, keeps the colour that the mark covers.
 */
final class LegacyWorkbook {

    private static final short NO_FILL = 64;
    private static final int MOST_STYLES = 4_000;
    private static final short JAPAN = 81;

    private final Language language;
    private final CellRemarks remarks;

    LegacyWorkbook(Language language) {
        this.language = language;
        this.remarks = new CellRemarks(language);
    }

    void write(HandedFile file, OutputStream out) throws IOException {
        LegacyStamp.write(checked(file), out);
    }

    /** A workbook that opens again. POI cannot add names to every table of links it can read; then the list does without filter and print titles. */
    private byte[] checked(HandedFile file) throws IOException {
        try {
            return opened(made(file, true));
        } catch (RuntimeException e) {
            return opened(made(file, false));
        }
    }

    private static byte[] opened(byte[] workbook) throws IOException {
        new HSSFWorkbook(new ByteArrayInputStream(workbook)).close();
        return workbook;
    }

    private byte[] made(HandedFile file, boolean named) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.path().toFile(), true);
                HSSFWorkbook book = new HSSFWorkbook(container, true)) {
            boolean signed = container.getRoot().hasEntry("_signatures") || container.getRoot().hasEntry("_xmlsignatures");
            country(book);
            HSSFSheet front = front(book, new ProblemList(file, language, false, 0, null).name());
            book.forEach(sheet -> clear(book, (HSSFSheet) sheet));
            Map<List<Integer>, HSSFCellStyle> styles = new HashMap<>();
            int[] uncoloured = new int[1];
            CellRemarks.byCell(file).forEach((name, cells) -> {
                HSSFSheet sheet = name == null ? null : book.getSheet(name);
                if (sheet != null) {
                    Map<CellAddress, List<Issue>> shown = new TreeMap<>();
                    cells.forEach((cell, issues) -> shown.computeIfAbsent(shown(sheet, new CellAddress(cell)), c -> new ArrayList<>()).addAll(issues));
                    shown.forEach((cell, issues) -> uncoloured[0] += mark(book, sheet, cell, issues, styles) ? 0 : 1);
                }
            });
            new LegacyProblems(book, new ProblemList(file, language, signed, uncoloured[0], null), named).write(front);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    /** POI puts what comments need behind the record of the country, and where other programs left that out, before the very beginning of the file. */
    private static void country(HSSFWorkbook book) {
        var records = book.getInternalWorkbook().getWorkbookRecordList();
        int last = -1;
        for (int i = 0; i < records.getRecords().size(); i++) {
            if (records.getRecords().get(i) instanceof CountryRecord) {
                return;
            }
            last = records.getRecords().get(i) instanceof BoundSheetRecord ? i : last;
        }
        if (last >= 0) {
            CountryRecord japan = new CountryRecord();
            japan.setDefaultCountry(JAPAN);
            japan.setCurrentCountry(JAPAN);
            records.add(last + 1, japan);
        }
    }

    /** A new sheet in the place of the one that an earlier handing back left. */
    private static HSSFSheet front(HSSFWorkbook book, String wanted) {
        for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
            HSSFSheet sheet = book.getSheetAt(i);
            HSSFRow first = sheet.getRow(sheet.getFirstRowNum());
            HSSFCell title = first == null ? null : first.getCell(0);
            if (title != null && title.getCellType() == org.apache.poi.ss.usermodel.CellType.STRING
                    && HandedBack.isProblems(title.getStringCellValue()) && book.getNumberOfSheets() > 1) {
                book.removeSheetAt(i);
            }
        }
        String name = wanted;
        for (int n = 2; book.getSheet(name) != null; n++) {
            name = wanted + " (" + n + ")";
        }
        return book.createSheet(name);
    }

    /** Takes out the marks and comments that an earlier handing back left. */
    private static void clear(HSSFWorkbook book, HSSFSheet sheet) {
        Map<CellAddress, HSSFComment> comments = new TreeMap<>(sheet.getCellComments());
        comments.forEach((at, comment) -> {
            String text = comment.getString().getString();
            if (HandedBack.ours(text) == null) {
                return;
            }
            HSSFRow row = sheet.getRow(at.getRow());
            HSSFCell cell = row == null ? null : row.getCell(at.getColumn());
            String theirs = HandedBack.withoutOurs(text);
            if (!theirs.isBlank()) {
                comment.setString(new HSSFRichTextString(theirs));
            } else if (cell != null) {
                cell.removeCellComment();
            }
            HSSFCellStyle style = cell == null ? null : cell.getCellStyle();
            if (cell != null && style != null && isMark(style)) {
                cell.setCellStyle(unmarked(book, style));
            }
        });
    }

    private static boolean isMark(HSSFCellStyle style) {
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && (style.getFillForegroundColor() == colour(Severity.ERROR) || style.getFillForegroundColor() == colour(Severity.WARNING));
    }

    private static HSSFCellStyle unmarked(HSSFWorkbook book, HSSFCellStyle marked) {
        HSSFCellStyle wanted = book.createCellStyle();
        wanted.cloneStyleFrom(marked);
        short under = marked.getFillBackgroundColor();
        if (under == NO_FILL || under == NO_FILL + 1) {
            wanted.setFillPattern(FillPatternType.NO_FILL);
            wanted.setFillForegroundColor(NO_FILL);
            wanted.setFillBackgroundColor((short) (NO_FILL + 1));
        } else {
            wanted.setFillForegroundColor(under);
            wanted.setFillBackgroundColor(NO_FILL);
        }
        return wanted;
    }

    private static CellAddress shown(HSSFSheet sheet, CellAddress cell) {
        for (CellRangeAddress region : sheet.getMergedRegions()) {
            if (region.isInRange(cell)) {
                return new CellAddress(region.getFirstRow(), region.getFirstColumn());
            }
        }
        return cell;
    }

    /** Gives the cell its comment and its colour; false where the colour had to be left out. */
    private boolean mark(HSSFWorkbook book, HSSFSheet sheet, CellAddress at, List<Issue> issues, Map<List<Integer>, HSSFCellStyle> styles) {
        HSSFRow row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        HSSFCell known = row.getCell(at.getColumn());
        HSSFCell cell = known == null ? row.createCell(at.getColumn()) : known;
        Severity worst = issues.stream().map(Issue::severity).min(java.util.Comparator.naturalOrder()).orElse(Severity.INFO);
        HSSFCellStyle style = cell.getCellStyle();
        boolean coverable = style.getFillPattern() == FillPatternType.NO_FILL || style.getFillPattern() == FillPatternType.SOLID_FOREGROUND;
        boolean coloured = worst != Severity.INFO && coverable && !isLight(book, style) && (book.getNumCellStyles() < MOST_STYLES
                || styles.containsKey(List.of((int) style.getIndex(), worst.ordinal())));
        if (coloured) {
            cell.setCellStyle(styles.computeIfAbsent(List.of((int) style.getIndex(), worst.ordinal()), key -> marked(book, style, worst)));
        }
        comment(sheet, cell, remarks.comment(issues));
        return coloured || worst == Severity.INFO;
    }

    /** The old format has but a few colours, none of them deep enough for white text that is not the owner's own: such a cell keeps its fill. */
    private static boolean isLight(HSSFWorkbook book, HSSFCellStyle style) {
        short colour = style.getFont(book).getColor();
        return colour == 9 || colour == 1;
    }

    private static HSSFCellStyle marked(HSSFWorkbook book, HSSFCellStyle style, Severity severity) {
        HSSFCellStyle marked = book.createCellStyle();
        marked.cloneStyleFrom(style);
        short under = style.getFillPattern() == FillPatternType.NO_FILL ? NO_FILL : style.getFillForegroundColor();
        marked.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        marked.setFillForegroundColor(colour(severity));
        marked.setFillBackgroundColor(under);
        return marked;
    }

    /** Of the colours every old workbook has: rose and light yellow. */
    static short colour(Severity severity) {
        return severity == Severity.ERROR ? (short) 45 : (short) 43;
    }

    private static void comment(HSSFSheet sheet, HSSFCell cell, String text) {
        HSSFComment theirs = cell.getCellComment();
        if (theirs != null) {
            theirs.setString(new HSSFRichTextString(theirs.getString().getString() + "\n\n" + text));
            return;
        }
        HSSFPatriarch drawing = sheet.createDrawingPatriarch();
        int lines = text.split("\n").length + text.length() / 24;
        int column = Math.min(cell.getColumnIndex() + 1, 250);
        int top = Math.min(Math.max(0, cell.getRowIndex() - 1), 65_400);
        HSSFComment comment = drawing.createCellComment(new HSSFClientAnchor(100, 0, 0, 0, (short) column, top,
                (short) Math.min(255, column + 4), Math.min(65_535, top + Math.min(60, lines + 2))));
        comment.setString(new HSSFRichTextString(text));
        comment.setAuthor(HandedBack.AUTHOR);
        cell.setCellComment(comment);
    }
}
