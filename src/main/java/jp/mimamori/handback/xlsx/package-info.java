/** Writes marks and a problems sheet into each kind of file: {@code .xlsx}, {@code .xls} (POI), and text made into a workbook. */
@NamedInterface("xlsx")
@NullMarked
package jp.mimamori.handback.xlsx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
