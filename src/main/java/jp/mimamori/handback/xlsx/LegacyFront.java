package jp.mimamori.handback.xlsx;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/**
 * Puts a sheet in front of an old workbook. POI's own way of moving a sheet takes the numbers by which formulas refer to other
 * sheets for the sheets' places, and formulas of a workbook that Excel wrote then read other sheets than before. Here the table
 * between the two is changed instead, and formulas, names, charts and rules stay as they are.
 */
final class LegacyFront {

    private LegacyFront() {
    }

    /** Moves the last sheet of {@code book} in front of all others. The last step before writing: POI does not know the new table. */
    static void move(HSSFWorkbook book) {
        int sheets = book.getNumberOfSheets();
        List<HSSFSheet> order = order(book);
        book.getInternalWorkbook().setSheetOrder(book.getSheetName(sheets - 1), 0);
        order.add(0, order.remove(sheets - 1));
        List<Record> records = book.getInternalWorkbook().getRecords();
        List<SupBookRecord> books = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i) instanceof SupBookRecord target) {
                books.add(target);
                if (target.isInternalReferences()) {
                    target.setNumberOfSheets((short) sheets);
                }
            } else if (records.get(i) instanceof NameRecord own && own.getSheetNumber() > 0) {
                own.setSheetNumber(own.getSheetNumber() == sheets ? 1 : own.getSheetNumber() + 1);
            } else if (records.get(i) instanceof ExternSheetRecord table) {
                records.set(i, shifted(table, books, sheets));
            }
        }
    }

    /** POI gives no other way to its sheets without also changing every formula. */
    @SuppressWarnings("unchecked")
    private static List<HSSFSheet> order(HSSFWorkbook book) {
        try {
            Field sheets = HSSFWorkbook.class.getDeclaredField("_sheets");
            sheets.setAccessible(true);
            return (List<HSSFSheet>) Objects.requireNonNull(sheets.get(book));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExternSheetRecord shifted(ExternSheetRecord table, List<SupBookRecord> books, int sheets) {
        ExternSheetRecord shifted = new ExternSheetRecord();
        for (int i = 0; i < table.getNumOfRefs(); i++) {
            int book = table.getExtbookIndexFromRefIndex(i);
            // what refers to another workbook counts that one's sheets
            boolean own = book >= 0 && book < books.size() && books.get(book).isInternalReferences();
            int first = table.getFirstSheetIndexFromRefIndex(i);
            int last = table.getLastSheetIndexFromRefIndex(i);
            shifted.addRef(book, own ? place(first, sheets) : first, own ? place(last, sheets) : last);
        }
        return shifted;
    }

    /** The place of a sheet after the last has become the first; what is no place (a deleted sheet, the whole book) stays. */
    private static int place(int sheet, int sheets) {
        return sheet < 0 || sheet >= sheets ? sheet : sheet == sheets - 1 ? 0 : sheet + 1;
    }
}
