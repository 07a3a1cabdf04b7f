package jp.mimamori.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a decision, taken apart for a page.
 *
 * @param rule     the rule or table row that says so
 * @param sentence what it says, for laymen; where a reason cannot be taken apart, all of it
 * @param chips    the values that led to it
 * @param outcome  what they lead to; null where the sentence tells it
 * @param row      the row of the policy it comes from; null where it comes from none
 */
public record ProofLine(String rule, String sentence, List<Chip> chips, @Nullable String outcome, @Nullable TableRow row) {

    public ProofLine {
        chips = List.copyOf(chips);
    }

    /** A value of an input. */
    public record Chip(String label, String value) {
    }

    /**
     * A row of a policy table as the workbook has it.
     *
     * @param number as the spreadsheet numbers it, from 1
     * @param when   what each column asks for
     * @param then   what the row answers
     */
    public record TableRow(String file, String sheet, int number, List<Chip> when, List<Chip> then) {
    }
}
