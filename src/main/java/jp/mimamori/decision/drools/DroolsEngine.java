package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.RuleSet;
import org.kie.api.KieBase;

/**
 * Decides by Drools. A decision is a chain of small questions (reach, harm, threat, end of support, acceptance, treatment,
 * deadline, controls, approval); Drools answers each, and Java only takes the strictest claim and passes it on. Since each
 * answer depends on a few words alone, each state of a question is asked once, and whole outcomes are remembered too.
 */
public final class DroolsEngine implements DecisionEngine {

    /** Outcomes kept; a hospital needs a few thousand. Beyond it we start afresh rather than grow. */
    private static final int REMEMBERED = 20_000;

    private final RuleSet rules;
    private final KieBase base;
    private final List<Row> rows;
    private final Explanation words;
    private final Policy policy;
    private final Map<Long, Outcome> remembered = new ConcurrentHashMap<>();

    private DroolsEngine(RuleSet rules, KieBase base) {
        this.rules = rules;
        this.base = base;
        this.rows = rules.tables().stream()
                .flatMap(table -> table.rows().stream().map(row -> new Row(table.question(), row))).toList();
        this.words = new Explanation(rules);
        this.policy = new Policy(words);
    }

    /**
     * Makes a rule set ready; where its rule files are not the shipped ones they are compiled, which takes some seconds.
     *
     * @throws PolicyException where its rules do not compile
     */
    public static DroolsEngine of(RuleSet rules) throws PolicyException {
        Optional<KieBase> shipped = ShippedRules.of(rules.rules());
        return new DroolsEngine(rules, shipped.isPresent() ? shipped.get() : RuleCompiler.compile(rules.rules()));
    }

    /** The rule set that decides. */
    public RuleSet rules() {
        return rules;
    }

    @Override
    public String policyVersion() {
        return rules.version();
    }

    @Override
    public List<Decision> decide(List<Facts> cases) {
        List<Decision> decisions = new ArrayList<>(cases.size());
        try (RuleSession session = new RuleSession(base, rows)) {
            Judgement judgement = new Judgement(policy, rules.unknowns(), session, words);
            for (Facts facts : cases) {
                decisions.add(outcome(judgement, facts).of(facts, rules.version()));
            }
        }
        return decisions;
    }

    @Override
    public List<Verdict> verdicts(List<Facts> cases) {
        List<Verdict> verdicts = new ArrayList<>(cases.size());
        try (RuleSession session = new RuleSession(base, rows)) {
            Judgement judgement = new Judgement(policy, rules.unknowns(), session, words);
            for (Facts facts : cases) {
                verdicts.add(judgement.verdict(facts));
            }
        }
        return verdicts;
    }

    private Outcome outcome(Judgement judgement, Facts facts) {
        Long key = key(facts);
        Outcome outcome = remembered.get(key);
        if (outcome == null) {
            outcome = judgement.decide(facts);
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(key, outcome);
        }
        return outcome;
    }

    /** All that an outcome depends on, in one number: four bits a field. */
    private static long key(Facts facts) {
        long key = facts.asset().ordinal();
        for (Enum<?> field : new Enum<?>[] {facts.safety(), facts.operation(), facts.exposure(), facts.exploitation(),
                facts.support(), facts.leak(), facts.cvssBand(), facts.automatable(), facts.attackVector(), facts.patch(),
                facts.cost()}) {
            key = key << 4 | field.ordinal();
        }
        return key;
    }
}
