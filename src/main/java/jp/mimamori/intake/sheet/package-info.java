/** Workbooks and CSV files in, rows of typed cells with their references out. */
@NullMarked
package jp.mimamori.intake.sheet;

import org.jspecify.annotations.NullMarked;
