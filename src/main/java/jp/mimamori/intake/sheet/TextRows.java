package jp.mimamori.intake.sheet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** Makes rows of the fields of a text, straight from the parser's characters: a text that was there before costs nothing. */
final class TextRows extends AbstractBaseCsvCallbackHandler<RawRow> {

    private static final int ROW_BYTES = 48;
    private static final int FIELDS = 16_384;

    private final String file;
    private final Limits limits;
    private final HeapBudget heap;
    private final TextPool pool;
    private final List<RawRow> rows = new ArrayList<>();
    private final List<At> severalLines = new ArrayList<>();
    private CellValue[] line = new CellValue[64];
    private int width;
    private @Nullable UnusableFileException refusal;

    /** A cell with line breaks inside it. */
    record At(int row, int column, String text) {
    }

    TextRows(String file, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.heap = new HeapBudget(file, limits);
        this.pool = new TextPool(heap);
        Arrays.fill(line, CellValue.BLANK);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        Arrays.fill(line, 0, width, CellValue.BLANK);
        width = 0;
    }

    @Override
    protected void handleField(int column, char[] chars, int from, int length, boolean quoted) {
        if (refusal == null) {
            try {
                field(column, chars, from, length, quoted);
            } catch (UnusableFileException e) {
                // the parser lets no exception of ours through; whoever takes the row looks here
                refusal = e;
            }
        }
    }

    private void field(int column, char[] chars, int from, int length, boolean quoted) throws UnusableFileException {
        if (length > limits.of(Limit.CELL_LENGTH)) {
            throw Refusal.limit(file, Limit.CELL_LENGTH, limits.of(Limit.CELL_LENGTH));
        }
        // DOS programs end a text with the character 26
        CellValue value = length == 1 && chars[from] == 0x1A ? CellValue.BLANK : pool.get(chars, from, length);
        if (value == CellValue.BLANK) {
            return;
        }
        if (column >= Math.min(FIELDS, limits.of(Limit.COLUMNS))) {
            throw Refusal.limit(file, Limit.COLUMNS, limits.of(Limit.COLUMNS));
        }
        if (column >= line.length) {
            int old = line.length;
            line = Arrays.copyOf(line, Math.max(column + 1, old * 2));
            Arrays.fill(line, old, line.length, CellValue.BLANK);
        }
        line[column] = value;
        width = column + 1;
        if (quoted && value.text().indexOf('\n') >= 0) {
            heap.take(48);
            severalLines.add(new At(lastLine(), column, value.text()));
        }
    }

    @Override
    protected RawRow buildRecord() {
        return new RawRow(lastLine(), Arrays.copyOf(line, width), false);
    }

    /** Takes a row the parser gave. */
    void add(RawRow row) throws UnusableFileException {
        check();
        if (row.width() > 0) {
            if (rows.size() >= limits.of(Limit.ROWS)) {
                throw Refusal.limit(file, Limit.ROWS, limits.of(Limit.ROWS));
            }
            heap.take(ROW_BYTES + 4L * row.width());
            rows.add(row);
        }
    }

    /** Throws what a field was refused for. */
    void check() throws UnusableFileException {
        if (refusal != null) {
            throw refusal;
        }
    }

    /** The line the record being read began on, from 1. */
    int lastLine() {
        return (int) getStartingLineNumber();
    }

    List<RawRow> rows() {
        return rows;
    }

    List<At> severalLines() {
        return severalLines;
    }
}
