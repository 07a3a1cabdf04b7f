package jp.mimamori.decision.drools;

import java.util.List;
import jp.mimamori.decision.Reason;

/**
 * What the rules said about one state of one question.
 *
 * @param value   what their claims come to
 * @param fired   every claim by its rule, with its reason told in that state's values
 * @param reasons the reasons a decision gives for this answer
 */
record Answer<T>(T value, List<Fired> fired, List<Reason> reasons) {

    Answer {
        fired = List.copyOf(fired);
        reasons = List.copyOf(reasons);
    }

    /** One claim. */
    record Fired(String rule, Object outcome, Reason reason) {
    }
}
