/** The list as a workbook. */
@NullMarked
package jp.mimamori.findings.xlsx;

import org.jspecify.annotations.NullMarked;
