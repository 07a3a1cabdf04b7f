package jp.mimamori.intake.sheet;

/**
 * What the cells of a workbook need to know of it.
 *
 * @param isFrom1904    whether dates are counted from 1904
 * @param externalBooks how many other files its formulas may point at
 */
record XlsxWorkbook(XlsxStyles styles, SharedTexts texts, TextPool pool, HeapBudget heap, boolean isFrom1904, int externalBooks) {
}
