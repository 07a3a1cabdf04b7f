package jp.mimamori.intake.layout;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.layout.ColumnMatcher.HeadCell;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import org.jspecify.annotations.Nullable;

/** Tables that stand side by side on the rows of one header. */
final class HeaderBlocks {

    /** So many rows below a gap in the header are looked at. */
    private static final int SAMPLE = 100;

    private final HeaderFinder finder;

    HeaderBlocks(HeaderFinder finder) {
        this.finder = finder;
    }

    /** A table printed in two or three blocks side by side repeats its headers in the same order. */
    List<Header> of(RawSheet sheet, int i, Header header, List<HeadCell> cells, @Nullable Layout mapped) {
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
            return mapped == null ? apart(sheet, i, header, cells) : List.of(header);
        }
        List<Header> blocks = new ArrayList<>();
        int last = i + header.lastRow() - header.firstRow();
        for (int k = 0; k < starts.size(); k++) {
            int to = k + 1 < starts.size() ? starts.get(k + 1) : cells.size();
            Header block = finder.header(header.role(), sheet, i, last, cells.subList(starts.get(k), to), mapped);
            if (block == null) {
                return List.of(header);
            }
            blocks.add(block);
        }
        return blocks;
    }

    /**
     * Tables with columns of their own, a blank column between them. Each must name its rows by number and by name: a blank column may as
     * well stand within one table, and cut in two it would lose what each half knows of the other.
     */
    private List<Header> apart(RawSheet sheet, int i, Header header, List<HeadCell> cells) {
        int last = i + header.lastRow() - header.firstRow();
        List<Header> blocks = new ArrayList<>();
        int start = 0;
        for (int k = 1; k <= cells.size(); k++) {
            boolean end = k == cells.size();
            if (!end && !isGap(sheet, last, cells.get(k - 1).index() + 1, cells.get(k).index())) {
                continue;
            }
            Header block = best(sheet, i, last, cells.subList(start, k));
            if (block == null) {
                return List.of(header);
            }
            blocks.add(block);
            start = k;
        }
        return blocks.size() < 2 ? List.of(header) : blocks;
    }

    private @Nullable Header best(RawSheet sheet, int first, int last, List<HeadCell> cells) {
        Header best = null;
        for (SheetRole role : List.of(SheetRole.LEDGER, SheetRole.INVENTORY)) {
            Header block = cells.size() < 2 ? null : finder.header(role, sheet, first, last, cells, null);
            if (block != null && HeaderFinder.isHeading(block, cells.size()) && namesItsRows(block)
                    && (best == null || block.score() > best.score())) {
                best = block;
            }
        }
        return best;
    }

    private static boolean namesItsRows(Header block) {
        return block.role() == SheetRole.LEDGER ? block.has("vulnerabilities") && (block.has("deviceId") || block.has("deviceName"))
                : block.has("deviceId") && block.has("name");
    }

    /** Whether the columns from {@code from} up to {@code to} are there and blank in the header and below it. */
    private static boolean isGap(RawSheet sheet, int header, int from, int to) {
        if (from >= to) {
            return false;
        }
        for (RawRow row : sheet.rows().subList(header + 1, Math.min(sheet.rows().size(), header + 1 + SAMPLE))) {
            for (int c = from; c < to; c++) {
                if (!row.cell(c).isBlank()) {
                    return false;
                }
            }
        }
        return true;
    }
}
