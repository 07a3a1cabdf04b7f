package jp.mimamori.decision.table;

import java.util.List;

/**
 * The answers to one question.
 *
 * @param file  the workbook's name
 * @param sheet the sheet's name
 */
public record PolicyTable(Question question, String file, String sheet, List<PolicyRow> rows) {

    public PolicyTable {
        rows = List.copyOf(rows);
    }
}
