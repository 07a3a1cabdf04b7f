package jp.mimamori.report.xlsx;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Table}.
 *
 * @param key   of its header in the bundle, behind the table's prefix
 * @param band  of the heading above it; neighbours with the same band share one
 * @param width in characters
 * @param value what a row shows in it
 */
record Column<T>(String key, String band, double width, Look look, Function<T, @Nullable Object> value) {
}
