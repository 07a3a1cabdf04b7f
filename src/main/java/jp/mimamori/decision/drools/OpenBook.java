package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.inventory.Asset;

/**
 * A policy's answers laid open, state by state and claim by claim, for a proof over all of them. It asks the very rules that
 * decide. For one thread; to be closed after use.
 */
public final class OpenBook implements AutoCloseable {

    private final Policy policy;
    private final Judgement judgement;
    private final RuleSession rules;

    OpenBook(Policy policy, Judgement judgement, RuleSession rules) {
        this.policy = policy;
        this.judgement = judgement;
        this.rules = rules;
    }

    /**
     * What the rules said about one state of a question.
     *
     * @param value  what the claims come to: an enum constant, {@link Days}, {@link Needs} or {@link Signature}
     * @param claims in the order of their rules
     */
    public record Said(Object value, List<Claimed> claims) {

        public Said {
            claims = List.copyOf(claims);
        }
    }

    /** One claim. */
    public record Claimed(String rule, Object outcome) {
    }

    /** How urgent a state is, and whether its risk may be accepted as it is. */
    public record Judged(Urgency urgency, Acceptability acceptability) {
    }

    /** What a question depends on. */
    public List<Input> inputs(Step step) {
        return answers(step).inputs();
    }

    /**
     * What the rules say about one state of a question, its values in the order of the inputs.
     *
     * @throws WrongClaim where a rule file claims something of another kind
     */
    public Said said(Step step, Enum<?>... state) {
        Answer<?> answer = answers(step).of(rules, state);
        return new Said(answer.value(), answer.fired().stream().map(claim -> new Claimed(claim.rule(), claim.outcome())).toList());
    }

    /** What the claims of a state come to without those of one rule. */
    public Object without(Step step, Said said, String rule) {
        List<Object> left = new ArrayList<>();
        said.claims().stream().filter(claim -> !claim.rule().equals(rule)).forEach(claim -> left.add(claim.outcome()));
        return answers(step).sum(left);
    }

    /** How the engine judges a state of {@link jp.mimamori.decision.table.RiskSpace}, unknowns included, of a kind of asset. */
    public Judged judge(Asset asset, int state) {
        Judgement.Range range = judgement.range(rules, judgement.given(asset, state));
        return new Judged(range.urgency(), judgement.acceptable(rules, range).value());
    }

    @Override
    public void close() {
        rules.close();
    }

    @SuppressWarnings("unchecked") // what it comes to is told as an Object all the same
    private Answers<Object> answers(Step step) {
        return (Answers<Object>) switch (step) {
            case REACH -> policy.reach;
            case AUTOMATION -> policy.automation;
            case HARM -> policy.harm;
            case THREAT -> policy.threat;
            case FURTHER -> policy.further;
            case UPLIFT -> policy.uplift;
            case ACCEPTANCE -> policy.acceptance;
            case HANDLING -> policy.handling;
            case DEADLINE -> policy.deadline;
            case MITIGATION -> policy.mitigation;
            case APPROVAL -> policy.approval;
        };
    }
}
