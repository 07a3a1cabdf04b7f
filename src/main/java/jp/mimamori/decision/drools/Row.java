package jp.mimamori.decision.drools;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Outcome;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.Question;
import org.jspecify.annotations.Nullable;

/**
 * A row of a policy table as a fact: the rules join it with the question it answers. So a table is data to them, and however
 * many rows it has, one rule is compiled for it.
 */
public final class Row {

    private final Question question;
    private final PolicyRow row;
    private final Input[] columns;
    /** What each of these columns admits, a bit for each value. */
    private final int[] admitted;

    Row(Question question, PolicyRow row) {
        this.question = question;
        this.row = row;
        this.columns = row.when().keySet().toArray(new Input[0]);
        this.admitted = Arrays.stream(columns)
                .mapToInt(column -> requireNonNull(row.when().get(column)).stream().mapToInt(value -> 1 << value.ordinal()).sum())
                .toArray();
    }

    public Question getQuestion() {
        return question;
    }

    /** Whether every column admits the state that is asked about. */
    public boolean admits(Claims asked) {
        for (int i = 0; i < columns.length; i++) {
            if (!asked.isOneOf(columns[i], admitted[i])) {
                return false;
            }
        }
        return true;
    }

    /** Its number. */
    public String rule() {
        return row.rule();
    }

    /** The answer of a table with one column of words. */
    public Object word() {
        return row.then().values().iterator().next();
    }

    public Days days() {
        return new Days(number(Outcome.DUE_DAYS), number(Outcome.INTERIM_DAYS));
    }

    public Need need() {
        return new Need(String.valueOf(row.then().get(Outcome.CONTROLS)), (Integer) requireNonNull(row.then().get(Outcome.ORDER)));
    }

    public Signature signature() {
        return new Signature((jp.mimamori.decision.Approver) requireNonNull(row.then().get(Outcome.APPROVER)), number(Outcome.ACCEPTANCE_DAYS));
    }

    private @Nullable Integer number(Outcome outcome) {
        return (Integer) row.then().get(outcome);
    }
}
