package jp.mimamori.policy.diff;

import java.util.Comparator;
import java.util.List;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.inventory.Asset;
import jp.mimamori.language.Bilingual;

/**
 * What a difference between two policies does to their outcomes, over the whole state space rather than one hospital's findings.
 *
 * @param states       combinations of the nine risk inputs (UNKNOWN included), the patch and the cost; of each kind of asset, where urgency may
 *                     depend on it
 * @param transitions  verdicts that become others; what becomes milder first, then the most states
 * @param handled      combinations asked for deadline, controls and approval; 0 where none of these can differ
 * @param consequences what else becomes otherwise while urgency and treatment stay; what becomes milder first
 */
public record PolicyEffect(long states, List<Transition> transitions, long handled, List<Consequence> consequences) {

    public PolicyEffect {
        transitions = transitions.stream().sorted(Comparator.comparing(Transition::direction)
                .thenComparing(Comparator.comparingLong(Transition::states).reversed())
                .thenComparing(transition -> transition.from().toString() + transition.to())).toList();
        consequences = consequences.stream().sorted(Comparator.comparing(Consequence::direction)
                .thenComparing(Consequence::aspect)).toList();
    }

    /** Two policies that decide alike. */
    public static PolicyEffect none() {
        return new PolicyEffect(0, List.of(), 0, List.of());
    }

    /**
     * States whose verdict becomes another.
     *
     * @param states  how many
     * @param grave   of those, how many have a patient-safety impact of at least CRITICAL
     * @param example the one nearest to the most harmless state
     */
    public record Transition(Verdict from, Verdict to, Direction direction, long states, long grave, Facts example) {
    }

    /**
     * A part of the decision that becomes otherwise while urgency and treatment stay.
     *
     * @param states  how many of the states asked
     * @param example the one nearest to the most harmless state
     * @param from    what the first policy says of the example
     * @param to      what the second policy says of it
     */
    public record Consequence(Aspect aspect, Direction direction, long states, Facts example, Bilingual from, Bilingual to) {
    }

    /** States whose urgency or treatment becomes another. */
    public long changed() {
        return transitions.stream().mapToLong(Transition::states).sum();
    }

    /** States whose verdict becomes one of {@code direction}. */
    public long changed(Direction direction) {
        return transitions.stream().filter(transition -> transition.direction() == direction).mapToLong(Transition::states).sum();
    }

    /** Whether anything becomes milder. */
    public boolean lowers() {
        return changed(Direction.MILDER) > 0
                || consequences.stream().anyMatch(consequence -> consequence.direction() == Direction.MILDER);
    }

    /** A state in words: every risk input that is not at its lowest value, the patch and the cost. */
    public static Bilingual inWords(Facts facts) {
        List<Input> told = new java.util.ArrayList<>(Unknowns.RISKS.stream()
                .filter(risk -> States.value(facts, risk).ordinal() > 0).toList());
        boolean whole = told.size() == Unknowns.RISKS.size();
        if (facts.asset() != Asset.MEDICAL) {
            told.add(0, Input.ASSET);
        }
        told.add(Input.PATCH);
        told.add(Input.COST);
        Bilingual values = Words.list(told.stream().map(input -> Words.say("value", input.label(), States.value(facts, input))).toList());
        return Words.say(whole ? "state.whole" : "state", values);
    }
}
