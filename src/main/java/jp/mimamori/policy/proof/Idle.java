package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.mimamori.decision.drools.OpenBook;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.RuleSet;

/** Finds rows that do nothing: no case can match them, or without them every outcome would be the same. */
final class Idle {

    private final OpenBook book;
    private final List<Survey> surveys;
    /** Any of them: what is said of a question is the same in all. */
    private final Survey survey;
    private final Rows rows;
    private final Map<Step, BitSet> met;

    Idle(OpenBook book, List<Survey> surveys, Rows rows) {
        this.book = book;
        this.surveys = surveys;
        this.survey = surveys.get(0);
        this.rows = rows;
        this.met = new Reached(surveys).states();
    }

    List<Proof.IdleRow> find(RuleSet rules) {
        Map<Step, Map<String, BitSet>> applies = new EnumMap<>(Step.class);
        met.forEach((step, states) -> {
            Map<String, BitSet> byRule = new java.util.HashMap<>();
            states.stream().forEach(state -> survey.leaf(step).said(state).claims()
                    .forEach(claim -> byRule.computeIfAbsent(claim.rule(), rule -> new BitSet()).set(state)));
            applies.put(step, byRule);
        });
        List<Proof.IdleRow> idle = new ArrayList<>();
        for (PolicyTable table : rules.tables()) {
            Step step = Totality.step(table.question());
            for (PolicyRow row : table.rows()) {
                BitSet states = Objects.requireNonNull(applies.get(step)).get(row.rule());
                if (states == null) {
                    idle.add(new Proof.IdleRow(rows.place(row.rule()), Proof.Why.DEAD));
                } else if (!matters(table, step, row.rule(), states)) {
                    idle.add(new Proof.IdleRow(rows.place(row.rule()), Proof.Why.SHADOWED));
                }
            }
        }
        return idle;
    }

    private boolean matters(PolicyTable table, Step step, String rule, BitSet states) {
        Leaf leaf = survey.leaf(step);
        BitSet changed = new BitSet();
        for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
            OpenBook.Said said = leaf.said(state);
            if (table.question().total() && said.claims().stream()
                    .noneMatch(claim -> !claim.rule().equals(rule) && rows.isOf(table.question(), claim.rule()))) {
                return true; // without it the table would have a gap
            }
            if (!book.without(step, said, rule).equals(said.value())) {
                changed.set(state);
            }
        }
        if (changed.isEmpty()) {
            return false;
        }
        return switch (step) {
            case REACH, AUTOMATION, HARM, THREAT, FURTHER, UPLIFT -> surveys.stream()
                    .anyMatch(one -> changesUrgency(one.chain(), step, rule, changed));
            case ACCEPTANCE -> acceptanceMatters();
            case HANDLING, DEADLINE, MITIGATION, APPROVAL -> true;
        };
    }

    private boolean changesUrgency(Chain chain, Step step, String rule, BitSet changed) {
        int[] words = chain.words(step);
        Leaf leaf = survey.leaf(step);
        changed.stream().forEach(state -> words[state] = ((Enum<?>) book.without(step, leaf.said(state), rule)).ordinal());
        int[][] as = chain.words();
        int[][] without = chain.words();
        without[step.ordinal()] = words;
        int[] scratch = new int[as.length];
        for (int known = 0; known < RiskSpace.KNOWN_STATES; known++) {
            if (chain.urgency(known, without, scratch) != chain.urgency(known, as, scratch)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is any patch and cost at which it makes a difference that a risk may be accepted. */
    private boolean acceptanceMatters() {
        Leaf handling = survey.leaf(Step.HANDLING);
        int[] treatments = handling.words();
        for (int remedy = 0; remedy < survey.patches() * survey.costs(); remedy++) {
            int patch = remedy / survey.costs();
            int cost = remedy % survey.costs();
            if (treatments[handling.state(patch, 0, cost)] != treatments[handling.state(patch, 1, cost)]) {
                return true;
            }
        }
        return false;
    }
}
