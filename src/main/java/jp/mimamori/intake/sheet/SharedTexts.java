package jp.mimamori.intake.sheet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** The texts that a workbook's cells point to by number. */
final class SharedTexts implements XlsxParts.PartReader {

    private final TextPool pool;
    private final HeapBudget heap;
    private final RichText rich = new RichText();
    private final Map<Integer, RichText.Strikes> strikes = new HashMap<>();
    private final boolean struckCells;
    private CellValue[] texts = new CellValue[1024];
    private int size;

    /** @param struckCells whether any cell style is struck through, so that a run without it matters */
    SharedTexts(TextPool pool, HeapBudget heap, boolean struckCells) {
        this.pool = pool;
        this.heap = heap;
        this.struckCells = struckCells;
    }

    @Override
    public void read(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        if (!xml.child(0)) {
            return;
        }
        while (xml.child(1)) {
            if (!xml.name().equals("si") && !xml.name().equals("sstItem")) {
                continue;
            }
            rich.read(xml);
            if (size == texts.length) {
                heap.take(4L * size);
                texts = Arrays.copyOf(texts, size * 2);
            }
            RichText.Strikes of = rich.strikes();
            if (!of.struck().isEmpty() || struckCells && of.plain()) {
                heap.take(100 + 2L * of.struck().length());
                strikes.put(size, of);
            }
            texts[size++] = pool.get(rich.chars(), 0, rich.length());
        }
    }

    /** The text of that number; null where there is none. */
    @Nullable CellValue get(int index) {
        return index >= 0 && index < size ? texts[index] : null;
    }

    RichText.@Nullable Strikes strikes(int index) {
        return strikes.isEmpty() ? null : strikes.get(index);
    }
}
