package jp.mimamori.policy.proof;

import java.util.List;

/**
 * What came of a proof.
 *
 * @param policy  version of the rules and tables
 * @param name    what the version sheet calls them
 * @param states  how many states of the risk inputs there are; of each kind of asset, where urgency depends on it
 * @param checked one for each property, in their order
 * @param idle    rows that can never apply, or whose removal would change no outcome: notes, not violations
 * @param seconds wall clock
 */
public record Proof(String policy, String name, long states, List<Checked> checked, List<IdleRow> idle, double seconds) {

    public Proof {
        checked = List.copyOf(checked);
        idle = List.copyOf(idle);
    }

    /**
     * One property.
     *
     * @param cases      how many states or pairs of states were looked at; 0 where a violation of another kind left nothing to look at
     * @param violations the smallest counter-examples, one of each kind; empty where the property holds
     */
    public record Checked(Property property, long cases, List<CounterExample> violations) {

        public Checked {
            violations = List.copyOf(violations);
        }

        public boolean proven() {
            return violations.isEmpty() && cases > 0;
        }
    }

    /** A row that does nothing. */
    public record IdleRow(RowPlace row, Why why) {
    }

    public enum Why {
        /** No state that a case can have matches it. */
        DEAD,
        /** It applies, but without it every outcome is the same. */
        SHADOWED
    }

    /** Whether every property holds. */
    public boolean holds() {
        return checked.stream().allMatch(Checked::proven);
    }
}
