package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import jp.mimamori.intake.layout.ColumnMatcher.HeadCell;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.sheet.Region;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** The cells of a header that may take one row or several, each with what stands above it. */
final class HeadRows {

    private final HeaderVocabulary vocabulary;

    HeadRows(HeaderVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<HeadCell> cells(RawSheet sheet, int i) {
        return cells(sheet.rows().get(i));
    }

    static List<HeadCell> cells(RawRow row) {
        List<HeadCell> cells = new ArrayList<>();
        for (int c = 0; c < row.width(); c++) {
            String text = text(row.cell(c));
            if (!text.isBlank()) {
                cells.add(new HeadCell(c, text, text));
            }
        }
        return cells;
    }

    static String text(CellValue cell) {
        if (cell instanceof CellValue.Number n && n.date()) {
            // a roster heads its columns with real dates, a timetable with real times
            return n.value() < 1 ? Math.round(n.value() * 24) + ":00"
                    : String.valueOf(java.time.LocalDate.of(n.epoch1904() ? 1904 : 1899, n.epoch1904() ? 1 : 12,
                            n.epoch1904() ? 1 : 30).plusDays((long) n.value()).getDayOfMonth());
        }
        return cell.text().strip();
    }

    /** The cells of {@code depth} rows from the one with index {@code i} read together; empty where a lower one is data. */
    List<HeadCell> rows(RawSheet sheet, int i, int depth) {
        if (depth == 1) {
            return i < sheet.rows().size() ? cells(sheet, i) : List.of();
        }
        if (i + 1 >= sheet.rows().size() || sheet.rows().get(i + 1).number() != sheet.rows().get(i).number() + 1) {
            return List.of();
        }
        List<HeadCell> below = rows(sheet, i + 1, depth - 1);
        for (int c = 0; c < sheet.rows().get(i + 1).width(); c++) {
            if (sheet.rows().get(i + 1).cell(c) instanceof CellValue.Number) {
                return List.of();
            }
        }
        return below.isEmpty() ? List.of() : stacked(sheet, sheet.rows().get(i), below);
    }

    private List<HeadCell> stacked(RawSheet sheet, RawRow upper, List<HeadCell> below) {
        TreeMap<Integer, HeadCell> lower = new TreeMap<>();
        below.forEach(cell -> lower.put(cell.index(), cell));
        TreeMap<Integer, HeadCell> cells = new TreeMap<>();
        String parent = "";
        for (int c = 0; c < Math.max(upper.width(), lower.lastKey() + 1); c++) {
            String top = text(upper.cell(c));
            HeadCell head = lower.get(c);
            String child = head == null ? "" : head.text();
            Region region = region(sheet, upper.number(), c);
            if (isValue(top, child) && (region == null || !region.isWide())) {
                return List.of();
            }
            if (!top.isEmpty()) {
                parent = top;
            } else if (region == null && child.isEmpty()
                    || region != null && !region.contains(upper.number(), c - 1)) {
                parent = "";
            }
            String above = top.isEmpty() ? parent : top;
            if (head == null && !top.isEmpty()) {
                cells.put(c, new HeadCell(c, top, top));
            } else if (head != null) {
                boolean alone = above.isEmpty() || above.equals(child);
                cells.put(c, new HeadCell(c, alone ? child : above + "/" + child, head.child()));
            }
        }
        return List.copyOf(cells.values());
    }

    /** Whether the cell below a header is its first value: a header's lower row says what the upper one left open. */
    private boolean isValue(String top, String child) {
        return !top.isEmpty() && !child.isEmpty() && vocabulary.knows(top) && !vocabulary.knows(child)
                && child.chars().anyMatch(Character::isDigit);
    }

    private static @Nullable Region region(RawSheet sheet, int row, int column) {
        for (Region region : sheet.marks().merged()) {
            if (region.contains(row, column)) {
                return region;
            }
        }
        return null;
    }
}
