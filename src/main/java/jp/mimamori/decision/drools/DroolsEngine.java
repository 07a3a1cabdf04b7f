package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.OverrideTerms;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RuleSet;
import org.kie.api.KieBase;

/**
 * Decides by Drools. A decision is a chain of small questions (reach, harm, threat, end of support, acceptance, treatment,
 * deadline, controls, approval); Drools answers each, and Java only takes the strictest claim and passes it on. Since each
 * answer depends on a few words alone, each state of a question is asked once, and whole outcomes are remembered too.
 */
public final class DroolsEngine implements DecisionEngine {

    private final RuleSet rules;
    private final KieBase base;
    private final List<Row> rows;
    private final Policy policy;
    private final Judgement judgement;
    private final Memory memory = new Memory();

    private DroolsEngine(RuleSet rules, KieBase base, boolean further) {
        this.rules = rules;
        this.base = base;
        this.rows = rules.tables().stream()
                .flatMap(table -> table.rows().stream().map(row -> new Row(table.question(), row))).toList();
        Explanation words = new Explanation(rules);
        this.policy = new Policy(words);
        this.judgement = new Judgement(policy, rules.unknowns(), words, further);
    }

    /**
     * Makes a rule set ready; where its rule files are not the shipped ones they are compiled, which takes some seconds.
     *
     * @throws PolicyException where its rules do not compile
     */
    public static DroolsEngine of(RuleSet rules) throws PolicyException {
        Optional<KieBase> shipped = ShippedRules.of(rules.rules());
        // rules of a house's own may claim further without a table
        boolean further = shipped.isEmpty() || rules.tables().stream().anyMatch(table -> table.question() == Question.URGENCY_EXTRA);
        return new DroolsEngine(rules, shipped.isPresent() ? shipped.get() : RuleCompiler.compile(rules.rules()), further);
    }

    /** The rule set that decides. */
    public RuleSet rules() {
        return rules;
    }

    /** All its answers laid open, for a proof. */
    public OpenBook open() {
        return new OpenBook(policy, judgement, new RuleSession(base, rows));
    }

    @Override
    public String policyVersion() {
        return rules.version();
    }

    @Override
    public OverrideTerms overrideTerms() {
        return rules.overrides();
    }

    @Override
    public List<Decision> decide(List<Facts> cases) {
        List<Decision> decisions = new ArrayList<>(cases.size());
        try (RuleSession session = new RuleSession(base, rows)) {
            for (Facts facts : cases) {
                decisions.add(outcome(session, facts).of(facts, rules.version()));
            }
        }
        return decisions;
    }

    @Override
    public Decision decideAt(Facts facts, Urgency urgency) {
        try (RuleSession session = new RuleSession(base, rows)) {
            return judgement.decide(session, facts, urgency).of(facts, rules.version());
        }
    }

    @Override
    public List<Verdict> verdicts(List<Facts> cases) {
        List<Verdict> verdicts = new ArrayList<>(cases.size());
        try (RuleSession session = new RuleSession(base, rows)) {
            for (Facts facts : cases) {
                verdicts.add(judgement.verdict(session, facts));
            }
        }
        return verdicts;
    }

    private Outcome outcome(RuleSession session, Facts facts) {
        long state = state(facts);
        Outcome outcome = memory.of(state);
        if (outcome == null) {
            outcome = judgement.decide(session, facts);
            memory.keep(state, outcome);
        }
        return outcome;
    }

    /** All that an outcome depends on, in one number: four bits an input. */
    private static long state(Facts facts) {
        long state = facts.asset().ordinal();
        state = state << 4 | facts.safety().ordinal();
        state = state << 4 | facts.operation().ordinal();
        state = state << 4 | facts.exposure().ordinal();
        state = state << 4 | facts.exploitation().ordinal();
        state = state << 4 | facts.support().ordinal();
        state = state << 4 | facts.leak().ordinal();
        state = state << 4 | facts.cvssBand().ordinal();
        state = state << 4 | facts.automatable().ordinal();
        state = state << 4 | facts.attackVector().ordinal();
        state = state << 4 | facts.patch().ordinal();
        return state << 4 | facts.cost().ordinal();
    }
}
