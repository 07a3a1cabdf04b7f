package jp.mimamori.trace;

import org.jspecify.annotations.Nullable;

/**
 * The row something was read from.
 *
 * @param file  the file's name, without its folder
 * @param sheet the sheet's name; null in a CSV
 * @param row   the row as the spreadsheet numbers it, from 1
 */
public record Source(String file, @Nullable String sheet, int row) {
}
