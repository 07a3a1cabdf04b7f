package jp.mimamori.policy.proof;

import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.inventory.Asset;

/**
 * The way through the questions on urgency of one kind of asset, over plain arrays: which state of each question a case without unknowns meets, and
 * what comes of it. It is written apart from the engine's own, and {@link Verifier} holds the two against each other.
 */
final class Chain {

    private static final int SAFETY = 0;
    private static final int OPERATION = 1;
    private static final int EXPOSURE = 2;
    private static final int EXPLOITATION = 3;
    private static final int SUPPORT = 4;
    private static final int LEAK = 5;
    private static final int CVSS = 6;
    private static final int AUTOMATABLE = 7;
    private static final int VECTOR = 8;

    private final Leaf[] leaves;
    private final int[][] words;
    private final int asset;

    Chain(Survey survey, Asset asset) {
        this.asset = asset.ordinal();
        leaves = new Leaf[] {survey.leaf(Step.REACH), survey.leaf(Step.AUTOMATION), survey.leaf(Step.HARM),
            survey.leaf(Step.THREAT), survey.leaf(Step.FURTHER), survey.leaf(Step.UPLIFT)};
        words = new int[leaves.length][];
        for (int i = 0; i < leaves.length; i++) {
            words[i] = leaves[i].words();
        }
    }

    /** The answers to a question, to be changed by the caller as it likes. */
    int[] words(Step step) {
        return words[step.ordinal()].clone();
    }

    /** The answers as they are. */
    int[][] words() {
        return words.clone();
    }

    /**
     * The way of one state.
     *
     * @param reach      exposure as far as the attack vector lets it count
     * @param automation whether it can be automated within that reach
     * @param states     which state of each question is met
     */
    record Way(int reach, int automation, int[] states, int urgency) {
    }

    Way way(int known) {
        int[] states = new int[leaves.length];
        int urgency = urgency(known, words, states);
        int reach = Math.min(value(known, EXPOSURE), words[0][states[0]]);
        return new Way(reach, Math.min(value(known, AUTOMATABLE), words[1][states[1]]), states, urgency);
    }

    int urgency(int known, int[][] answers, int[] states) {
        states[0] = value(known, VECTOR);
        int reach = Math.min(value(known, EXPOSURE), answers[0][states[0]]);
        states[1] = leaves[1].state(reach, value(known, AUTOMATABLE));
        int automation = Math.min(value(known, AUTOMATABLE), answers[1][states[1]]);
        states[2] = leaves[2].state(value(known, SAFETY), value(known, OPERATION), value(known, LEAK));
        states[3] = leaves[3].state(value(known, EXPLOITATION), reach, automation, value(known, CVSS), answers[2][states[2]]);
        states[4] = leaves[4].state(asset, value(known, EXPLOITATION), value(known, EXPOSURE), value(known, AUTOMATABLE),
                value(known, CVSS));
        int claimed = Math.max(answers[3][states[3]], answers[4][states[4]]);
        states[5] = leaves[5].state(value(known, SUPPORT), reach, claimed, value(known, CVSS), value(known, EXPLOITATION),
                value(known, VECTOR));
        return Math.max(claimed, answers[5][states[5]]);
    }

    /** The cell of SSVC's own tables for the same state, exposure and automatability as far as the attack can use them. */
    int deployer(int known) {
        Way way = way(known);
        return Deployer.urgency(value(known, EXPLOITATION), way.reach(), way.automation() > 0,
                Deployer.humanImpact(value(known, SAFETY), value(known, OPERATION))).ordinal();
    }

    /** The state of {@code ACCEPTANCE} that a case meets, read at its cautious values. */
    static int acceptance(Leaf acceptance, int cautious, int urgency, boolean provisional) {
        return acceptance.state(urgency, provisional ? 1 : 0, value(cautious, SAFETY), value(cautious, LEAK),
                value(cautious, SUPPORT), value(cautious, EXPOSURE));
    }

    private static int value(int known, int input) {
        return RiskSpace.knownValue(known, input);
    }
}
