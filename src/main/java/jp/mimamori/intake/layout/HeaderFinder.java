package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.layout.ColumnMatcher.HeadCell;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
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
    static final List<SheetRole> ROLES = List.of(SheetRole.KEV, SheetRole.EPSS, SheetRole.UTILISATION,
            SheetRole.STAFF, SheetRole.BOOKINGS, SheetRole.VENDORS, SheetRole.LEDGER, SheetRole.INVENTORY,
            SheetRole.CALENDAR);

    private final HeaderVocabulary vocabulary;
    private final ColumnMatcher matcher;
    private final LayoutWords words;
    private final HeadRows head;
    private final HeaderBlocks blocks;

    HeaderFinder(HeaderVocabulary vocabulary, LayoutWords words) {
        this.vocabulary = vocabulary;
        this.matcher = new ColumnMatcher(vocabulary, words);
        this.words = words;
        this.head = new HeadRows(vocabulary);
        this.blocks = new HeaderBlocks(this);
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
            if (!found.isEmpty() && (best.isEmpty() || found.get(0).score() > best.get(0).score()
                    || isLowerRowAlone(sheet, found.get(0), best.get(0)))) {
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

    /** A title above the header is no part of it where the header says as much without. */
    private boolean isLowerRowAlone(RawSheet sheet, Header lower, Header both) {
        return lower.score() == both.score() && lower.firstRow() > both.firstRow() && lower.lastRow() == both.lastRow()
                && sheet.rows().stream().filter(row -> row.number() >= both.firstRow() && row.number() < lower.firstRow())
                        .noneMatch(row -> HeadRows.cells(row).stream().anyMatch(cell -> vocabulary.knows(cell.text())));
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
        return layout.headerRows() == 0 ? 1 : layout.alike(head.rows(sheet, i, layout.headerRows()).stream()
                .map(cell -> HeaderText.key(cell.text())).toList(), HeaderText::key);
    }

    /** The header of {@code layout} on the row with index {@code i}, read as the layout says. */
    List<Header> mapped(RawSheet sheet, Layout layout, SheetRole role, int i) {
        if (layout.headerRows() == 0) {
            return unheaded(sheet, layout, role);
        }
        List<HeadCell> cells = head.rows(sheet, i, layout.headerRows());
        Header header = header(role, sheet, i, i + layout.headerRows() - 1, cells, layout);
        return header == null ? List.of() : blocks.of(sheet, i, header, cells, layout);
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
        List<HeadCell> one = HeadRows.cells(sheet, i);
        if (one.size() == 1 && isListOfNames(sheet, i, one.get(0), forced)) {
            return List.of(new Header(SheetRole.INVENTORY, sheet.rows().get(i).number(), sheet.rows().get(i).number(), 1,
                    matcher.columns(SheetRole.INVENTORY, one, null)));
        }
        if (one.size() < 2 || !isPromising(sheet, i, one)) {
            return List.of();
        }
        List<HeadCell> two = head.rows(sheet, i, 2);
        List<HeadCell> three = two.isEmpty() ? List.of() : head.rows(sheet, i, 3);
        Header best = null;
        List<HeadCell> bestCells = one;
        double alone = 0;
        for (SheetRole role : forced == null ? ROLES : List.of(forced)) {
            Header header = header(role, sheet, i, i, one, null);
            alone = header == null || !isWhole(header) ? alone : Math.max(alone, header.score() + WORTH_A_ROW);
        }
        for (SheetRole role : forced == null ? ROLES : List.of(forced)) {
            double worth = 0;
            for (List<HeadCell> cells : List.of(one, two, three)) {
                int rows = cells == one ? 1 : cells == two ? 2 : 3;
                Header header = cells.isEmpty() ? null : header(role, sheet, i, i + rows - 1, cells, null);
                boolean worthIt = header != null && header.score() >= worth && (rows == 1 || header.score() >= alone);
                if (header != null && worthIt && (best == null || header.score() > best.score())) {
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
        return blocks.of(sheet, i, best, bestCells, null);
    }

    /** Whether every cell of a row is a header, and three of them of one role: whatever stands below it has to bring more to be read together with it. */
    private boolean isWhole(Header header) {
        return header.columns().stream().filter(c -> c.field() != null && c.exact()).count() >= 3
                && header.columns().stream().allMatch(c -> vocabulary.knows(c.header()));
    }

    /** A word for a device's name, with nothing but single cells below it: a list of devices that says nothing else of them. */
    private boolean isListOfNames(RawSheet sheet, int i, HeadCell cell, @Nullable SheetRole forced) {
        List<RawRow> below = sheet.rows().subList(i + 1, sheet.rows().size()).stream().filter(row -> !row.isBlank()).toList();
        return (forced == null || forced == SheetRole.INVENTORY) && !below.isEmpty()
                && vocabulary.match(SheetRole.INVENTORY, cell.text()).stream().anyMatch(m -> m.exact() && m.field().equals("name"))
                && below.stream().allMatch(row -> LayoutIssues.filled(row) == 1 && !row.cell(cell.index()).isBlank());
    }

    /** Whether any word here, or in the row below, is one of the vocabulary; a header without a single one is nobody's. */
    private boolean isPromising(RawSheet sheet, int i, List<HeadCell> cells) {
        return cells.stream().anyMatch(cell -> vocabulary.knows(cell.text()))
                || cells.stream().filter(cell -> words.weekdays(cell.text()).size() == 1).count() >= 5
                || i + 1 < sheet.rows().size()
                        && HeadRows.cells(sheet, i + 1).stream().filter(cell -> vocabulary.knows(cell.text())).count() >= 2;
    }

    @Nullable Header header(SheetRole role, RawSheet sheet, int first, int last, List<HeadCell> cells,
            @Nullable Layout mapped) {
        List<Column> columns = matcher.columns(role, cells, mapped);
        if (role == SheetRole.CALENDAR && cells.stream().anyMatch(cell -> words.meaning("REVISION", cell.text()) != null)) {
            return null;
        }
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
            case UTILISATION -> f.contains("percent") && f.contains("weekday") && f.contains("time")
                    || h.numbered("hour").size() >= 12
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

    /** Whether the row names the weekdays of the days above it, and nobody beside them. A row of shifts may well consist of 日 alone. */
    private boolean isWeekdayRow(RawSheet sheet, int i, Header header) {
        if (i >= sheet.rows().size() || sheet.rows().get(i).number() != header.firstRow() + 1) {
            return false;
        }
        RawRow row = sheet.rows().get(i);
        Column person = header.column("person");
        String name = person == null ? "" : HeadRows.text(row.cell(person.index()));
        int weekdays = 0;
        int shifts = 0;
        for (Column column : header.numbered("day")) {
            String text = HeadRows.text(row.cell(column.index()));
            if (words.weekdays(text).size() == 1) {
                weekdays++;
                shifts += words.meaning("SHIFT", text) == null ? 0 : 1;
            } else if (text.length() > 1) {
                return false;
            }
        }
        return weekdays >= 14 && shifts < weekdays && (name.isBlank() || name.startsWith("曜"));
    }
}
