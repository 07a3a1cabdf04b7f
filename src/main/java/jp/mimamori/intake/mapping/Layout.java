package jp.mimamori.intake.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.mimamori.intake.SheetRole;
import org.jspecify.annotations.Nullable;

/**
 * How sheets of one layout are read. A layout is known by the texts of its headers: not by the file, the sheet or the row.
 *
 * @param name       what the mapping file calls it: {@code 様式1}
 * @param reading    whether such sheets are read, left out, or left to recognition
 * @param role       what they hold; null where they are not read or recognition decides
 * @param headerRows how many rows the header has, 1–3; 0 for a sheet without one, whose columns are named by their letters
 * @param headerRow  where the header stood when the mapping was written, from 1; counts only where {@code headerRows} is 0
 * @param sheet      the sheet, or the CSV, it was written from; counts only where {@code headerRows} is 0
 * @param entries    its columns, from left to right
 */
public record Layout(String name, Use reading, @Nullable SheetRole role, int headerRows, int headerRow, String sheet,
        List<Entry> entries) {

    /** What is done with a sheet or a column. */
    public enum Use {
        READ, LEFT_OUT, RECOGNISED
    }

    /**
     * A column of the layout.
     *
     * @param header its header, headers of several rows joined with {@code /}; its letters where the sheet has no header
     * @param use    whether the mapping decides it
     * @param field  our field; null unless it is {@link Use#READ}
     */
    public record Entry(String header, Use use, @Nullable String field) {

        public Entry {
            if ((use == Use.READ) != (field != null)) {
                throw new IllegalArgumentException(header);
            }
        }

        /** Whether the mapping says what to do with the column; else the header is recognised as ever. */
        public boolean isDecided() {
            return use != Use.RECOGNISED;
        }
    }

    public Layout {
        entries = List.copyOf(entries);
    }

    /**
     * The entry of the {@code nth} column (from 1) whose header has {@code key}; the last such entry where there are fewer: tables
     * side by side repeat their headers. Null where the layout has none.
     */
    public @Nullable Entry entry(String key, int nth, UnaryOperator<String> keys) {
        Entry found = null;
        int met = 0;
        for (Entry entry : entries) {
            if (met < nth && keys.apply(entry.header()).equals(key)) {
                found = entry;
                met++;
            }
        }
        return found;
    }

    /**
     * How much a header has in common with this layout: 1 where it has the same texts, in whatever order; else twice the shared
     * columns by those of both.
     *
     * @param found the keys of the header's texts
     * @param keys  the form in which headers are compared
     */
    public double alike(List<String> found, UnaryOperator<String> keys) {
        Map<String, Integer> left = new HashMap<>();
        entries.forEach(entry -> left.merge(keys.apply(entry.header()), 1, Integer::sum));
        int shared = 0;
        for (String key : found) {
            if (left.merge(key, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return shared < 2 && entries.size() > 2 || shared == 0 ? 0 : 2.0 * shared / (found.size() + entries.size());
    }

    /** Whether a sheet without a header is one of this layout: only its name can tell. */
    public boolean isOf(String other) {
        return sheet.equals(other);
    }
}
