package jp.mimamori.intake.layout;

import jp.mimamori.intake.sheet.Marks;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.value.CellValue;
import org.jspecify.annotations.Nullable;

/**
 * What a row below the header is, told by its own cells only, before anything is filled in from above. A row that may be data
 * is data: a phantom can be seen and struck out, a row that vanished cannot.
 */
enum RowKind {
    BLANK, HEADING, TOTAL, FOOTER, REMARK, EXAMPLE, OUTSIDE, DATA;

    private static final java.util.regex.Pattern COUNTED = java.util.regex.Pattern.compile("[0-9０-９]{1,5}\\s?(?:件|台|個|名|基|点|セット)");
    /** A total names itself and adds little else: a device called 合計 would have a number, a maker, a model. */
    private static final int TOTAL_CELLS = 4;
    /** What names a row: a total or a heading that has one of them filled in is a row like any other. */
    private static final String[] IDENTITY =
            {"deviceId", "id", "name", "deviceName", "vulnerabilities", "person", "device", "vendor", "cve", "date"};

    /** What the cells from column {@code from} up to {@code to} (exclusive), the reach of {@code header}'s block, are. */
    static RowKind of(RawRow row, int from, int to, Header header, Marks marks, LayoutWords words) {
        int filled = 0;
        int mapped = 0;
        int total = -1;
        int only = -1;
        for (int c = from; c < Math.min(to, row.width()); c++) {
            CellValue cell = row.cell(c);
            if (cell.isBlank()) {
                continue;
            }
            filled++;
            only = c;
        }
        int units = 0;
        boolean example = false;
        for (int c = from, met = 0; c < Math.min(to, row.width()) && met < filled; c++) {
            if (!row.cell(c).isBlank()) {
                boolean text = row.cell(c) instanceof CellValue.Text t && t.text().length() < 40;
                example |= text && met == 0 && filled > 1 && words.isExampleMark(row.cell(c).text());
                units += text && row.number() == header.lastRow() + 1 && LayoutWords.isUnit(row.cell(c).text()) ? 1 : 0;
                met++;
            }
        }
        if (example) {
            return EXAMPLE;
        }
        if (filled > 0 && units == filled && row.number() == header.lastRow() + 1) {
            return REMARK;
        }
        for (int c = from; c < Math.min(to, row.width()) && filled <= TOTAL_CELLS && total < 0; c++) {
            if (row.cell(c) instanceof CellValue.Text text && text.text().length() < 40 && words.isTotal(text.text())) {
                total = c;
            }
        }
        if (filled == 0) {
            return BLANK;
        }
        for (Column column : header.columns()) {
            mapped += row.cell(column.index()).isBlank() ? 0 : 1;
        }
        if (filled == 1 && row.cell(only) instanceof CellValue.Text text) {
            RowKind alone = alone(text.text(), row.number(), only, mapped > 0, header, marks, words);
            if (alone != null) {
                return alone;
            }
        }
        if (mapped == 0) {
            return filled <= 2 ? REMARK : OUTSIDE;
        }
        if (total >= 0 && filled > 1 && filled <= TOTAL_CELLS && !hasIdentity(row, header, total)
                && isTotalled(row, from, to, total, words)) {
            return TOTAL;
        }
        return DATA;
    }

    /** A row with a single text: a heading, a remark, a page number; null where it may be data. */
    private static @Nullable RowKind alone(String text, int row, int column, boolean mapped, Header header, Marks marks,
            LayoutWords words) {
        boolean bareNumber = text.strip().chars().allMatch(Character::isDigit);
        if (words.isFooter(text) && !(mapped && bareNumber)) {
            return FOOTER;
        }
        if (words.isRemark(text)) {
            return REMARK;
        }
        boolean wide = marks.merged().stream().anyMatch(r -> r.isWide() && r.contains(row, column));
        if (wide || words.isHeading(text)) {
            return text.strip().length() > 40 ? REMARK : HEADING;
        }
        if (words.isTotal(text)) {
            return TOTAL;
        }
        Column first = header.columns().get(0);
        boolean leftmost = column <= first.index();
        boolean digits = text.chars().anyMatch(Character::isDigit);
        if (leftmost && !digits && (!"name".equals(first.field()) || words.isDepartment(text))) {
            return text.strip().length() > 40 ? REMARK : HEADING;
        }
        return null;
    }

    /** Whether all beside the total's word are figures or say what was counted. */
    private static boolean isTotalled(RawRow row, int from, int to, int total, LayoutWords words) {
        for (int c = from; c < Math.min(to, row.width()); c++) {
            CellValue cell = row.cell(c);
            if (c != total && cell instanceof CellValue.Text text && !text.text().isBlank()
                    && !words.isAmount(text.text()) && !words.isDepartment(text.text()) && !words.isTotal(text.text())
                    && !words.isHeading(text.text())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the row has a number or name of its own, other than the total's word. A number alone is one where the total's word
     * stands in the column of the name: nobody writes a sum below the device numbers and its word below the names.
     */
    private static boolean hasIdentity(RawRow row, Header header, int total) {
        for (String field : IDENTITY) {
            Column column = header.column(field);
            if (column != null && column.index() != total && !row.cell(column.index()).isBlank()
                    && (row.cell(column.index()) instanceof CellValue.Text text && !isCounted(text.text())
                            || column.index() < total && isName(header, total))) {
                return true;
            }
        }
        return false;
    }

    /** 9件, 35台: a number of things, and no thing's number. */
    private static boolean isCounted(String text) {
        return COUNTED.matcher(text.strip()).matches();
    }

    private static boolean isName(Header header, int column) {
        return header.columns().stream().anyMatch(c -> c.index() == column
                && ("name".equals(c.field()) || "deviceName".equals(c.field()) || "person".equals(c.field())));
    }
}
