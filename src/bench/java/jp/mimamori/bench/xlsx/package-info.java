/** Workbooks made for a measurement, and the floor of reading them. */
@NullMarked
package jp.mimamori.bench.xlsx;

import org.jspecify.annotations.NullMarked;
