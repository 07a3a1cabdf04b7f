/** The plan workbook, written with POI. */
@NullMarked
package jp.mimamori.report.xlsx;

import org.jspecify.annotations.NullMarked;
