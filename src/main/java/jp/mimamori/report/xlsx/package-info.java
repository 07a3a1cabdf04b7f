/** The plan workbook, written with POI. */
@NamedInterface("xlsx")
@NullMarked
package jp.mimamori.report.xlsx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
