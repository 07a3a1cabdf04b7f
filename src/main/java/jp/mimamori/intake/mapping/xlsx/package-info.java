/** Mapping profiles as workbooks that people correct in Excel. */
@NamedInterface("mapping-xlsx")
@NullMarked
package jp.mimamori.intake.mapping.xlsx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
