package jp.mimamori.trace;

import org.jspecify.annotations.Nullable;

/**
 * Where a problem stands: as much of file, sheet, cell and row as applies.
 *
 * @param file  the file's name, without its folder; null where no file is to blame
 * @param sheet the sheet's name; null in a CSV, or where the whole file is meant
 * @param cell  the cell in A1 notation; null where the whole row or sheet is meant
 * @param row   the row, from 1; null where the whole sheet or file is meant
 */
public record Place(@Nullable String file, @Nullable String sheet, @Nullable String cell, @Nullable Integer row) {

    public static final Place NOWHERE = new Place(null, null, null, null);

    public static Place file(String file) {
        return new Place(file, null, null, null);
    }

    public static Place sheet(String file, @Nullable String sheet) {
        return new Place(file, sheet, null, null);
    }

    public static Place row(Source source) {
        return new Place(source.file(), source.sheet(), null, source.row());
    }

    /** The place as a reader looks it up: {@code 台帳.xlsx, Sheet1!F17}. Empty where nothing is known. */
    public String text() {
        if (file == null) {
            return "";
        }
        String where = cell != null ? cell : row != null ? String.valueOf(row) : "";
        String inside = sheet == null ? where : where.isEmpty() ? sheet : sheet + "!" + where;
        return inside.isEmpty() ? file : file + ", " + inside;
    }
}
