package jp.mimamori.intake.layout;

import jp.mimamori.intake.sheet.Marks;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/** What a row below the header is, told by its own cells only, before anything is filled in from above. */
enum RowKind {
    BLANK, HEADING, TOTAL, FOOTER, REMARK, DATA;

    /** A total names itself and adds little else: a device called 合計 would have a number, a maker, a model. */
    private static final int TOTAL_CELLS = 4;

    static RowKind of(RawRow row, Header header, Marks marks, LayoutWords words) {
        int filled = 0;
        int mapped = 0;
        int total = -1;
        int only = -1;
        for (int c = 0; c < row.width(); c++) {
            CellValue cell = row.cell(c);
            if (cell.isBlank()) {
                continue;
            }
            filled++;
            only = c;
            if (cell instanceof CellValue.Text text && text.text().length() < 40 && total < 0
                    && words.isTotal(text.text())) {
                total = c;
            }
        }
        for (Column column : header.columns()) {
            mapped += row.cell(column.index()).isBlank() ? 0 : 1;
        }
        if (filled == 1 && row.cell(only) instanceof CellValue.Text text) {
            RowKind alone = alone(text.text(), row.number(), only, header, marks, words);
            if (alone != null) {
                return alone;
            }
        }
        if (mapped == 0) {
            return filled == 0 || header.columns().isEmpty() ? BLANK : filled <= 2 ? REMARK : BLANK;
        }
        if (total >= 0 && filled <= TOTAL_CELLS && !hasIdentity(row, header, total, words)) {
            return TOTAL;
        }
        return DATA;
    }

    /** A row with a single text: a heading, a remark, a page number; null where it may be data. */
    private static @Nullable RowKind alone(String text, int row, int column, Header header, Marks marks, LayoutWords words) {
        if (words.isFooter(text)) {
            return FOOTER;
        }
        if (words.isTotal(text)) {
            return TOTAL;
        }
        if (words.isRemark(text)) {
            return REMARK;
        }
        boolean wide = marks.merged().stream().anyMatch(r -> r.isWide() && r.contains(row, column));
        if (wide || words.isHeading(text)) {
            return text.strip().length() > 40 ? REMARK : HEADING;
        }
        Column first = header.columns().get(0);
        boolean leftmost = column <= first.index();
        boolean digits = text.chars().anyMatch(c -> c >= '0' && c <= '9' || c >= '０' && c <= '９');
        if (leftmost && !digits && (!"name".equals(first.field()) || words.isDepartment(text))) {
            return text.strip().length() > 40 ? REMARK : HEADING;
        }
        return null;
    }

    /** Whether the row has a number or name of its own, other than the total's word. */
    private static boolean hasIdentity(RawRow row, Header header, int total, LayoutWords words) {
        for (String field : new String[] {"deviceId", "id", "name", "deviceName", "vulnerabilities", "person", "device"}) {
            Column column = header.column(field);
            if (column != null && column.index() != total && !row.cell(column.index()).isBlank()
                    && row.cell(column.index()) instanceof CellValue.Text) {
                return true;
            }
        }
        return false;
    }
}
