package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.drools.OpenBook;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.drools.WrongClaim;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.RuleSet;

/**
 * Proves a policy by looking at every state. Urgency is looked at in every state of the nine risk inputs, unknowns included (and for
 * each kind of asset, where that makes a difference to it); what
 * follows from it (treatment, deadline, controls, approval) in every state of what it depends on, with every patch, cost and kind of asset.
 */
public final class Verifier {

    private final RuleSet rules;
    private final OpenBook book;

    private Verifier(RuleSet rules, OpenBook book) {
        this.rules = rules;
        this.book = book;
    }

    /**
     * The proof of a rule set.
     *
     * @throws PolicyException where its rules do not compile
     */
    public static Proof prove(RuleSet rules) throws PolicyException {
        return prove(DroolsEngine.of(rules));
    }

    /** The proof of the rule set that an engine decides by. */
    public static Proof prove(DroolsEngine engine) throws PolicyException {
        long began = System.nanoTime();
        try (OpenBook book = engine.open()) {
            return new Verifier(engine.rules(), book).prove(began);
        }
    }

    private Proof prove(long began) throws PolicyException {
        List<Survey> surveys;
        try {
            surveys = Survey.of(book, rules.unknowns());
        } catch (WrongClaim wrong) {
            return unfit(wrong, began);
        }
        // whatever only the questions tell is the same in all surveys
        Survey survey = surveys.get(0);
        Rows rows = new Rows(rules, survey);
        Teller teller = new Teller(survey, rows, null);

        List<CounterExample> gaps = new ArrayList<>();
        Totality.gaps(survey, rows).forEach(gap -> gaps.add(teller.gap(gap)));
        List<CounterExample> raised = new ArrayList<>();
        List<CounterExample> unknown = new ArrayList<>();
        List<CounterExample> below = new ArrayList<>();
        long raisedPairs = 0;
        long unknownPairs = 0;
        for (Survey one : surveys) {
            agree(one);
            Pairs pairs = new Pairs(one);
            Teller its = new Teller(one, new Rows(rules, one), surveys.size() > 1 ? one.asset() : null);
            pairs.breaches(Property.MONOTONE).forEach(breach -> raised.add(its.breach(breach, pairs)));
            pairs.breaches(Property.CAUTIOUS).forEach(breach -> unknown.add(its.breach(breach, pairs)));
            belowDeployer(one).forEach(state -> below.add(its.below(state)));
            raisedPairs += pairs.raised();
            unknownPairs += pairs.unknown();
        }
        Deadlines.later(survey).forEach(later -> raised.add(teller.later(later)));
        Remedies.generous(survey).forEach(remedy -> unknown.add(teller.remedy(remedy)));
        long states = (long) RiskSpace.STATES * surveys.size();
        long remedies = (long) survey.leaf(Step.HANDLING).states();
        List<Proof.Checked> checked = List.of(
                new Proof.Checked(Property.TOTAL, states + Totality.cases(survey), gaps),
                order(survey, teller),
                new Proof.Checked(Property.MONOTONE, raisedPairs + survey.leaf(Step.DEADLINE).states(), raised),
                new Proof.Checked(Property.CAUTIOUS, unknownPairs + remedies, unknown),
                new Proof.Checked(Property.NEVER_BELOW_SSVC, states, below));
        return new Proof(rules.version(), rules.name(), states, checked, new Idle(book, surveys, rows).find(rules),
                seconds(began));
    }

    /** A rule that claims something of another kind: there is nothing more to look at until it is mended. */
    private Proof unfit(WrongClaim wrong, long began) {
        CounterExample example = Teller.wrong(wrong, Rows.inFiles(rules, wrong.rule()));
        List<Proof.Checked> checked = new ArrayList<>();
        for (Property property : Property.values()) {
            checked.add(new Proof.Checked(property, 0, property == Property.DETERMINISTIC ? List.of(example) : List.of()));
        }
        return new Proof(rules.version(), rules.name(), RiskSpace.STATES, checked, List.of(), seconds(began));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** The way through the questions as it is written here against the engine's own, in every state without unknowns. */
    private static void agree(Survey survey) {
        for (int state = 0; state < RiskSpace.STATES; state++) {
            int low = RiskSpace.lowest(state);
            if (low == survey.cautious(state)
                    && survey.chain().way(low).urgency() != Survey.urgency(survey.code(state))) {
                throw new IllegalStateException("the engine and the proof part at state " + state);
            }
        }
    }

    /** The same tables and files in another order must say the same of every state of every question. */
    private Proof.Checked order(Survey survey, Teller teller) throws PolicyException {
        List<CounterExample> violations = new ArrayList<>();
        long cases = 0;
        try (OpenBook other = DroolsEngine.of(reversed(rules)).open()) {
            for (Step step : Step.values()) {
                Leaf as = survey.leaf(step);
                Leaf turned = new Leaf(other, step);
                cases += as.states();
                differing(as, turned).ifPresent(state -> violations.add(teller.order(as, state, turned)));
            }
        }
        return new Proof.Checked(Property.DETERMINISTIC, cases, violations);
    }

    private static Optional<Integer> differing(Leaf as, Leaf turned) {
        for (int state = 0; state < as.states(); state++) {
            if (!as.said(state).equals(turned.said(state))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static RuleSet reversed(RuleSet rules) {
        List<PolicyTable> tables = new ArrayList<>();
        for (PolicyTable table : rules.tables()) {
            List<PolicyRow> rows = new ArrayList<>(table.rows());
            Collections.reverse(rows);
            tables.add(0, new PolicyTable(table.question(), table.file(), table.sheet(), rows));
        }
        List<String> paths = new ArrayList<>(rules.rules().keySet());
        Collections.reverse(paths);
        Map<String, String> files = new LinkedHashMap<>();
        paths.forEach(path -> files.put(path, java.util.Objects.requireNonNull(rules.rules().get(path))));
        return new RuleSet(rules.version(), rules.name(), tables, files, rules.unknowns(), rules.overrides(), rules.controls());
    }

    /** The state nearest to the most harmless one that is less urgent than SSVC's cell, one for each urgency of that cell. */
    private static List<Integer> belowDeployer(Survey survey) {
        byte[] cells = new byte[RiskSpace.KNOWN_STATES];
        for (int known = 0; known < cells.length; known++) {
            cells[known] = (byte) survey.chain().deployer(known);
        }
        Map<Integer, Integer> smallest = new LinkedHashMap<>();
        for (int state = 0; state < RiskSpace.STATES; state++) {
            int cell = cells[RiskSpace.lowest(state)];
            if (Survey.urgency(survey.code(state)) < cell) {
                int candidate = state;
                smallest.merge(cell, candidate, (a, b) -> Pairs.weight(a, -1) <= Pairs.weight(b, -1) ? a : b);
            }
        }
        return List.copyOf(smallest.values());
    }
}
