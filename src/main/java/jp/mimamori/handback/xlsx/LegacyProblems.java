package jp.mimamori.handback.xlsx;

import java.util.List;
import jp.mimamori.handback.ProblemList;
import jp.mimamori.trace.Severity;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;

/** 問題一覧 as the first sheet of an {@code .xls}. */
final class LegacyProblems {

    private static final int[] WIDTHS = {14, 19, 8, 20, 26, 74, 13};
    private static final short GREY = 22;
    private static final int MOST_LINES = 65_000;

    private final HSSFWorkbook book;
    private final ProblemList list;
    private final boolean named;
    private final HSSFCellStyle text;
    private final HSSFCellStyle plain;
    private final HSSFCellStyle link;
    private final HSSFCellStyle head;
    private final HSSFCellStyle title;

    /** @param named whether the workbook can hold the names that a filter and print titles need */
    LegacyProblems(HSSFWorkbook book, ProblemList list, boolean named) {
        this.named = named;
        this.book = book;
        this.list = list;
        text = style(10, false, false, -1, true);
        plain = style(10, false, false, -1, false);
        link = style(10, false, true, -1, true);
        head = style(10, true, false, GREY, true);
        title = style(16, true, false, -1, false);
    }

    private HSSFCellStyle style(int points, boolean bold, boolean underlined, int fill, boolean wrap) {
        HSSFFont font = book.createFont();
        font.setFontName("BIZ UDPGothic");
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setUnderline(underlined ? HSSFFont.U_SINGLE : HSSFFont.U_NONE);
        HSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(wrap);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.LEFT);
        if (fill >= 0) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor((short) fill);
        }
        return style;
    }

    /** Fills {@code sheet} and puts it in front. */
    void write(HSSFSheet sheet) {
        for (int c = 0; c < WIDTHS.length; c++) {
            sheet.setColumnWidth(c, WIDTHS[c] * 256);
        }
        int row = 0;
        HSSFRow top = sheet.createRow(row++);
        top.setHeightInPoints(28);
        cell(top, 0, list.title(), title);
        for (Severity severity : Severity.values()) {
            HSSFRow line = sheet.createRow(row++);
            cell(line, 0, list.kind(severity), kind(severity));
            cell(line, 1, list.count(severity), plain);
            cell(line, 2, list.about(severity), plain);
        }
        for (String note : list.notes()) {
            cell(sheet.createRow(row++), 0, note, plain);
        }
        int header = ++row;
        HSSFRow heads = sheet.createRow(header);
        for (int c = 0; c < WIDTHS.length; c++) {
            cell(heads, c, list.heads().get(c), head);
        }
        lines(sheet, header);
        sheet.createFreezePane(0, header + 1);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setAutobreaks(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        if (named) {
            sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
            sheet.setAutoFilter(new CellRangeAddress(header, Math.max(header, sheet.getLastRowNum()), 0, WIDTHS.length - 1));
        }
        LegacyFront.move(book);
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            book.getSheetAt(i).setSelected(i == 0);
        }
        book.setActiveSheet(0);
        book.setFirstVisibleTab(0);
    }

    private HSSFCellStyle kind(Severity severity) {
        return style(10, true, false, severity == Severity.INFO ? GREY : LegacyWorkbook.colour(severity), false);
    }

    private void lines(HSSFSheet sheet, int header) {
        List<ProblemList.Line> lines = list.lines();
        List<HSSFCellStyle> kinds = List.of(kind(Severity.ERROR), kind(Severity.WARNING), kind(Severity.INFO));
        int row = header;
        for (ProblemList.Line line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            HSSFRow at = sheet.createRow(++row);
            cell(at, 0, line.kind(), kinds.get(line.severity().ordinal()));
            cell(at, 1, line.sheet(), text);
            HSSFCell cell = cell(at, 2, line.cell(), line.target() == null ? text : link);
            if (line.target() != null) {
                HSSFHyperlink leads = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                leads.setAddress(line.target());
                cell.setHyperlink(leads);
            }
            cell(at, 3, line.column(), text);
            cell(at, 4, line.value(), text);
            cell(at, 5, line.message(), text);
            cell(at, 6, line.code(), text);
            at.setHeightInPoints(height(line));
        }
    }

    private static float height(ProblemList.Line line) {
        return line.height(WIDTHS[1], WIDTHS[3], WIDTHS[4], WIDTHS[5]);
    }

    private static HSSFCell cell(HSSFRow row, int column, String text, HSSFCellStyle style) {
        HSSFCell cell = row.createCell(column);
        // a rich text is never taken for a formula
        cell.setCellValue(new HSSFRichTextString(text.length() > 32_000 ? text.substring(0, 32_000) + "…" : text));
        cell.setCellStyle(style);
        return cell;
    }
}
