package jp.mimamori.intake.sheet;

import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.value.CellValue;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Reads the cells of an {@code .xls}: formulas by the value they were saved with. */
final class XlsCells {

    private final HSSFWorkbook workbook;
    private final TextPool pool;
    private final OutsideData outside;
    private final boolean from1904;
    private int external;

    XlsCells(HSSFWorkbook workbook, TextPool pool, OutsideData outside) {
        this.workbook = workbook;
        this.pool = pool;
        this.outside = outside;
        this.from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    }

    CellValue value(Cell cell) throws UnusableFileException {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellValue value = value(cell, formula ? cell.getCachedFormulaResultType() : cell.getCellType());
        if (formula && !value.isBlank()) {
            countExternal(cell);
        }
        return value;
    }

    private CellValue value(Cell cell, CellType type) throws UnusableFileException {
        return switch (type) {
            case NUMERIC -> {
                int id = cell.getCellStyle().getDataFormat();
                String format = cell.getCellStyle().getDataFormatString();
                yield new CellValue.Number(cell.getNumericCellValue(),
                        NumberFormats.isDate(id, null) || NumberFormats.isDate(id, format),
                        NumberFormats.isPercent(id, format), from1904);
            }
            case STRING -> pool.get(String.valueOf(cell.getRichStringCellValue().getString()));
            case BOOLEAN -> new CellValue.Bool(cell.getBooleanCellValue());
            case ERROR -> new CellValue.Error(error(cell.getErrorCellValue()));
            default -> CellValue.BLANK;
        };
    }

    private static String error(byte code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
    }

    /** In an old workbook nothing but another file stands in square brackets. */
    private void countExternal(Cell cell) {
        String formula;
        try {
            formula = cell.getCellFormula();
        } catch (RuntimeException e) {
            // its tokens cannot be written out as text; the value it was saved with is there all the same
            return;
        }
        boolean text = false;
        for (int i = 0; i < formula.length(); i++) {
            text ^= formula.charAt(i) == '"';
            int end = !text && formula.charAt(i) == '[' ? formula.indexOf(']', i) : -1;
            if (end > 0) {
                external++;
                outside.book(formula.substring(i + 1, end));
                return;
            }
        }
    }

    void endOfSheet() {
        outside.cells(external);
        external = 0;
    }

    /** Whether the cell's own font is struck through. */
    boolean isStruck(Cell cell) {
        return ((HSSFCell) cell).getCellStyle().getFont(workbook).getStrikeout();
    }

    /** Which runs of the cell's text are struck through; null where it has none of its own. */
    RichText.@Nullable Strikes strikes(Cell cell) {
        if (cell.getCellType() != CellType.STRING || !(cell.getRichStringCellValue() instanceof HSSFRichTextString text)
                || text.numFormattingRuns() == 0) {
            return null;
        }
        StringBuilder struck = new StringBuilder();
        String all = text.getString();
        boolean plain = false;
        int runs = text.numFormattingRuns();
        for (int run = 0; run < runs; run++) {
            int from = Math.min(all.length(), text.getIndexOfFormattingRun(run));
            int to = run + 1 < runs ? Math.min(all.length(), text.getIndexOfFormattingRun(run + 1)) : all.length();
            String part = from < to ? all.substring(from, to) : "";
            boolean strike = workbook.getFontAt(text.getFontOfFormattingRun(run)).getStrikeout();
            if (!part.isBlank()) {
                struck.append(strike ? part : "");
                plain |= !strike;
            }
        }
        boolean inherited = !all.substring(0, Math.min(all.length(), text.getIndexOfFormattingRun(0))).isBlank();
        return new RichText.Strikes(struck.toString(), plain, inherited);
    }
}
