package jp.mimamori.decision.drools;

import java.util.List;
import jp.mimamori.decision.Reason;

/**
 * What the rules said about one state of one question.
 *
 * @param value what their claims come to
 * @param fired every claim, with its reason told in that state's values
 */
record Answer<T>(T value, List<Fired> fired) {

    Answer {
        fired = List.copyOf(fired);
    }

    /** One claim. */
    record Fired(String rule, Object outcome, Reason reason) {
    }

    /** The reasons of those claims that claim exactly {@code outcome}. */
    List<Reason> reasonsFor(Object outcome) {
        return fired.stream().filter(claim -> claim.outcome().equals(outcome)).map(Fired::reason).toList();
    }

    List<Reason> reasons() {
        return fired.stream().map(Fired::reason).toList();
    }
}
