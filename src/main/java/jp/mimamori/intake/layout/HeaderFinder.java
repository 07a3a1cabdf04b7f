package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.layout.ColumnMatcher.HeadCell;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.sheet.Region;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header of a table: the row, or pair of rows, whose cells say most about one role. Every row near the top is tried with
 * every role, so titles, dates and empty rows above the header do no harm.
 */
final class HeaderFinder {

    /** So many rows with content are tried; a header below that is found only by a person. */
    private static final int TRIED_ROWS = 60;
    /** A second header row must bring at least this much more understanding. */
    private static final double WORTH_A_ROW = 0.9;
    /** A layout that shares less than this of its headers with a mapping is another one. */
    private static final double LAYOUT_ALIKE = 0.6;
    /** Of equal understanding the more particular role wins. */
    private static final List<SheetRole> ROLES = List.of(SheetRole.KEV, SheetRole.EPSS, SheetRole.UTILISATION,
            SheetRole.STAFF, SheetRole.BOOKINGS, SheetRole.VENDORS, SheetRole.LEDGER, SheetRole.INVENTORY,
            SheetRole.CALENDAR);

    private final HeaderVocabulary vocabulary;
    private final ColumnMatcher matcher;
    private final LayoutWords words;

    HeaderFinder(HeaderVocabulary vocabulary, LayoutWords words) {
        this.vocabulary = vocabulary;
        this.matcher = new ColumnMatcher(vocabulary, words);
        this.words = words;
    }

    /** The header of the sheet's first table, in one block or in several side by side; empty where there is none. */
    List<Header> find(RawSheet sheet, @Nullable SheetRole forced) {
        List<Header> best = List.of();
        List<List<Header>> good = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < sheet.rows().size() && tried < TRIED_ROWS; i++) {
            if (sheet.rows().get(i).isBlank()) {
                continue;
            }
            tried++;
            List<Header> found = at(sheet, i, forced);
            if (!found.isEmpty() && isGood(found.get(0))) {
                good.add(found);
            }
            if (!found.isEmpty() && (best.isEmpty() || found.get(0).score() > best.get(0).score())) {
                best = found;
            }
        }
        for (List<Header> earlier : good) {
            if (earlier.get(0).lastRow() + 1 < best.get(0).firstRow() && hasRowsBetween(sheet, earlier, best)) {
                return earlier;
            }
        }
        return best;
    }

    /** Where on {@code sheet} the header of {@code layout} stands, as an index of its rows; -1 where it does not. */
    int find(RawSheet sheet, Layout layout) {
        if (layout.headerRows() == 0) {
            return layout.isOf(sheet.name() == null ? sheet.file() : sheet.name()) ? 0 : -1;
        }
        double best = 0;
        int at = -1;
        int tried = 0;
        for (int i = 0; i < sheet.rows().size() && tried < TRIED_ROWS; i++) {
            tried += sheet.rows().get(i).isBlank() ? 0 : 1;
            double alike = alike(sheet, layout, i);
            if (alike >= LAYOUT_ALIKE && alike > best) {
                best = alike;
                at = i;
            }
        }
        return at;
    }

    /** How much the header on the row with index {@code i} has in common with {@code layout}, 0–1. */
    double alike(RawSheet sheet, Layout layout, int i) {
        return layout.headerRows() == 0 ? 1 : layout.alike(rows(sheet, i, layout.headerRows()).stream()
                .map(cell -> HeaderText.key(cell.text())).toList(), HeaderText::key);
    }

    /** The header of {@code layout} on the row with index {@code i}, read as the layout says. */
    List<Header> mapped(RawSheet sheet, Layout layout, SheetRole role, int i) {
        if (layout.headerRows() == 0) {
            return unheaded(sheet, layout, role);
        }
        List<HeadCell> cells = rows(sheet, i, layout.headerRows());
        Header header = header(role, sheet, i, i + layout.headerRows() - 1, cells, layout);
        return header == null ? List.of() : blocks(sheet, i, header, cells, layout);
    }

    /** A sheet without a header: the mapping names its columns by their letters. */
    private List<Header> unheaded(RawSheet sheet, Layout layout, SheetRole role) {
        RawRow first = sheet.rows().stream().filter(row -> !row.isBlank() && row.number() >= layout.headerRow()).findFirst()
                .orElse(null);
        if (first == null) {
            return List.of();
        }
        List<HeadCell> cells = new ArrayList<>();
        for (int c = 0; c < first.width(); c++) {
            String letters = CellRef.letters(c);
            cells.add(new HeadCell(c, letters, letters));
        }
        return List.of(new Header(role, first.number(), first.number() - 1, 0, matcher.columns(role, cells, layout)));
    }

    /** Three words known for certain and little else: a header in its own right, not the title of a richer one below. */
    static boolean isGood(Header header) {
        long exact = header.columns().stream().filter(c -> c.field() != null && c.exact()).count();
        return exact >= 3 && exact * 10 >= header.columns().size() * 6L;
    }

    /** Whether the row is made of headers and next to nothing else: at least three, or two and no more. */
    static boolean isHeading(Header header, int filled) {
        long exact = header.columns().stream().filter(c -> c.field() != null && c.exact()).count();
        return exact * 10 >= header.columns().size() * 6L && (exact >= 3 || exact == 2 && filled == 2);
    }

    private static boolean hasRowsBetween(RawSheet sheet, List<Header> earlier, List<Header> later) {
        return sheet.rows().stream().anyMatch(row -> row.number() > earlier.get(0).lastRow()
                && row.number() < later.get(0).firstRow() && row.width() >= 2 && !row.isBlank());
    }

    /** The header that begins on the row with index {@code i}; empty where it is none. */
    List<Header> at(RawSheet sheet, int i, @Nullable SheetRole forced) {
        List<HeadCell> one = cells(sheet, i);
        if (one.size() < 2 || !isPromising(sheet, i, one)) {
            return List.of();
        }
        List<HeadCell> two = rows(sheet, i, 2);
        List<HeadCell> three = two.isEmpty() ? List.of() : rows(sheet, i, 3);
        Header best = null;
        List<HeadCell> bestCells = one;
        for (SheetRole role : forced == null ? ROLES : List.of(forced)) {
            double worth = 0;
            for (List<HeadCell> cells : List.of(one, two, three)) {
                int rows = cells == one ? 1 : cells == two ? 2 : 3;
                Header header = cells.isEmpty() ? null : header(role, sheet, i, i + rows - 1, cells, null);
                if (header != null && header.score() >= worth && (best == null || header.score() > best.score())) {
                    best = header;
                    bestCells = cells;
                }
                worth = header == null ? worth : Math.max(worth, header.score() + WORTH_A_ROW);
            }
        }
        if (best == null) {
            return List.of();
        }
        if (best.role() == SheetRole.STAFF && best.lastRow() == best.firstRow() && isWeekdayRow(sheet, i + 1, best)) {
            best = new Header(best.role(), best.firstRow(), sheet.rows().get(i + 1).number(), best.score(), best.columns());
        }
        return blocks(sheet, i, best, bestCells, null);
    }

    /** Whether any word here, or in the row below, is one of the vocabulary; a header without a single one is nobody's. */
    private boolean isPromising(RawSheet sheet, int i, List<HeadCell> cells) {
        return cells.stream().anyMatch(cell -> vocabulary.knows(cell.text()))
                || cells.stream().filter(cell -> words.weekdays(cell.text()).size() == 1).count() >= 5
                || i + 1 < sheet.rows().size()
                        && cells(sheet, i + 1).stream().filter(cell -> vocabulary.knows(cell.text())).count() >= 2;
    }

    private @Nullable Header header(SheetRole role, RawSheet sheet, int first, int last, List<HeadCell> cells,
            @Nullable Layout mapped) {
        List<Column> columns = matcher.columns(role, cells, mapped);
        double score = 0;
        Set<String> fields = new java.util.HashSet<>();
        for (Column column : columns) {
            if (column.field() != null && fields.add(column.field())) {
                score += column.exact() ? 1 : 0.6;
            }
        }
        Header header = new Header(role, sheet.rows().get(first).number(), sheet.rows().get(last).number(),
                score + 0.5 * fields.size() / cells.size(), columns);
        return mapped != null || isEnough(role, header, fields) ? header : null;
    }

    /** Whether these fields make a table of that role and of no other. */
    private static boolean isEnough(SheetRole role, Header h, Set<String> f) {
        return switch (role) {
            case LEDGER -> f.size() >= 3 && (f.contains("vulnerabilities") || f.contains("cvss") || f.contains("cvssVector"))
                    || f.size() >= 4 && f.contains("treatment") && (f.contains("status") || f.contains("plannedCompletion"))
                            && (f.contains("deviceName") || f.contains("deviceId"));
            case INVENTORY -> f.size() >= 2 && (f.contains("name") || f.contains("model") || f.contains("genericName")
                    || f.contains("hostname") || f.contains("deviceId") && f.size() >= 3);
            case UTILISATION -> h.numbered("hour").size() >= 12
                    || h.numbered("weekday").size() >= 5 && h.numbered("hour").isEmpty();
            case BOOKINGS -> f.contains("start") && (f.contains("device") || f.contains("deviceId"))
                    && (f.contains("date") || f.contains("bookingId") || f.contains("end")) && f.size() >= 3;
            case STAFF -> f.contains("person") && (f.contains("date") && (f.contains("start") || f.contains("shift"))
                    || h.numbered("day").size() >= 15);
            case VENDORS -> f.contains("date") && f.contains("vendor");
            case CALENDAR -> f.contains("date") && (f.contains("kind") || f.contains("name"));
            case KEV -> f.contains("cve") && (f.contains("dateAdded") || f.contains("vendorProject"));
            case EPSS -> f.contains("cve") && f.contains("epss") && f.size() == h.columns().size();
        };
    }

    private static List<HeadCell> cells(RawSheet sheet, int i) {
        RawRow row = sheet.rows().get(i);
        List<HeadCell> cells = new ArrayList<>();
        for (int c = 0; c < row.width(); c++) {
            String text = text(row.cell(c));
            if (!text.isBlank()) {
                cells.add(new HeadCell(c, text, text));
            }
        }
        return cells;
    }

    private static String text(CellValue cell) {
        if (cell instanceof CellValue.Number n && n.date()) {
            // a roster heads its columns with real dates, a timetable with real times
            return n.value() < 1 ? Math.round(n.value() * 24) + ":00"
                    : String.valueOf(java.time.LocalDate.of(n.epoch1904() ? 1904 : 1899, n.epoch1904() ? 1 : 12,
                            n.epoch1904() ? 1 : 30).plusDays((long) n.value()).getDayOfMonth());
        }
        return cell.text().strip();
    }

    /** The cells of {@code depth} rows from the one with index {@code i} read together; empty where a lower one is data. */
    private List<HeadCell> rows(RawSheet sheet, int i, int depth) {
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

    /** Whether the row names the weekdays of the days above it, and nobody beside them. A row of shifts may well consist of 日 alone. */
    private boolean isWeekdayRow(RawSheet sheet, int i, Header header) {
        if (i >= sheet.rows().size() || sheet.rows().get(i).number() != header.firstRow() + 1) {
            return false;
        }
        RawRow row = sheet.rows().get(i);
        Column person = header.column("person");
        String name = person == null ? "" : text(row.cell(person.index()));
        int weekdays = 0;
        int shifts = 0;
        for (Column column : header.numbered("day")) {
            String text = text(row.cell(column.index()));
            if (words.weekdays(text).size() == 1) {
                weekdays++;
                shifts += words.meaning("SHIFT", text) == null ? 0 : 1;
            } else if (text.length() > 1) {
                return false;
            }
        }
        return weekdays >= 14 && shifts < weekdays && (name.isBlank() || name.startsWith("曜"));
    }

    /** A table printed in two or three blocks side by side repeats its headers in the same order. */
    private List<Header> blocks(RawSheet sheet, int i, Header header, List<HeadCell> cells, @Nullable Layout mapped) {
        if (cells.size() < 2) {
            return List.of(header);
        }
        List<Integer> starts = new ArrayList<>();
        String first = HeaderText.key(cells.get(0).text());
        String second = HeaderText.key(cells.get(1).text());
        for (int k = 0; k + 1 < cells.size(); k++) {
            if (HeaderText.key(cells.get(k).text()).equals(first)
                    && HeaderText.key(cells.get(k + 1).text()).equals(second)) {
                starts.add(k);
            }
        }
        if (starts.size() < 2) {
            return List.of(header);
        }
        List<Header> blocks = new ArrayList<>();
        int last = i + header.lastRow() - header.firstRow();
        for (int k = 0; k < starts.size(); k++) {
            int to = k + 1 < starts.size() ? starts.get(k + 1) : cells.size();
            Header block = header(header.role(), sheet, i, last, cells.subList(starts.get(k), to), mapped);
            if (block == null) {
                return List.of(header);
            }
            blocks.add(block);
        }
        return blocks;
    }
}
