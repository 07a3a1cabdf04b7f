package jp.mimamori.policy.proof;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands.
 *
 * @param rule  its number
 * @param file  the workbook or rule file
 * @param sheet the sheet; null for a rule file
 * @param row   the row of the sheet, or the line of the rule file, from 1
 */
public record RowPlace(String rule, String file, @Nullable String sheet, @Nullable Integer row) {
}
