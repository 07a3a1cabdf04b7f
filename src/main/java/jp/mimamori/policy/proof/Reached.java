package jp.mimamori.policy.proof;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.drools.Days;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.ledger.Treatment;

/**
 * Which states of each question a case can meet. After the urgency only some of what led to it counts, so of 1.62 million states few
 * thousand different ones go on to meet every patch, cost and kind of asset.
 */
final class Reached {

    private static final int[] TAIL = {0, 1, 2, 3, 4, 5}; // safety, operation, exposure, exploitation, support, leak

    /** One of them where only a question is asked, which is the same in all. */
    private final Survey survey;
    private final Map<Step, BitSet> states = new EnumMap<>(Step.class);

    Reached(List<Survey> surveys) {
        this.survey = surveys.get(0);
        for (Step step : Step.values()) {
            states.put(step, new BitSet());
        }
        BitSet tails = new BitSet();
        for (Survey one : surveys) {
            urgency(one.chain());
            acceptance(one, tails);
        }
        tails.stream().forEach(this::tail);
    }

    Map<Step, BitSet> states() {
        return states;
    }

    private BitSet of(Step step) {
        return requireNonNull(states.get(step));
    }

    private void urgency(Chain chain) {
        int[][] words = chain.words();
        int[] met = new int[words.length];
        for (int known = 0; known < RiskSpace.KNOWN_STATES; known++) {
            chain.urgency(known, words, met);
            for (int step = 0; step < met.length; step++) {
                of(Step.values()[step]).set(met[step]);
            }
        }
    }

    /** What a state leaves for the questions after urgency, in one number: its code and its cautious values. */
    private void acceptance(Survey survey, BitSet tails) {
        Leaf acceptance = survey.leaf(Step.ACCEPTANCE);
        byte[] urgencies = new byte[RiskSpace.KNOWN_STATES];
        int[][] words = survey.chain().words();
        int[] scratch = new int[words.length];
        for (int known = 0; known < urgencies.length; known++) {
            urgencies[known] = (byte) survey.chain().urgency(known, words, scratch);
        }
        for (int state = 0; state < RiskSpace.STATES; state++) {
            int cautious = survey.cautious(state);
            boolean provisional = urgencies[RiskSpace.lowest(state)] != urgencies[cautious];
            int code = survey.code(state);
            of(Step.ACCEPTANCE).set(Chain.acceptance(acceptance, cautious, Survey.urgency(code), provisional));
            int tail = code;
            for (int input : TAIL) {
                tail = tail * RiskSpace.known(input) + RiskSpace.knownValue(cautious, input);
            }
            tails.set(tail);
        }
    }

    private void tail(int number) {
        int[] value = new int[TAIL.length];
        int rest = number;
        for (int i = TAIL.length - 1; i >= 0; i--) {
            value[i] = rest % RiskSpace.known(TAIL[i]);
            rest /= RiskSpace.known(TAIL[i]);
        }
        int urgency = Survey.urgency(rest);
        int acceptability = Survey.acceptability(rest);
        for (int patch = 0; patch < survey.patches(); patch++) {
            for (int cost = 0; cost < survey.costs(); cost++) {
                of(Step.HANDLING).set(survey.leaf(Step.HANDLING).state(patch, acceptability, cost));
                int treatment = survey.treatment(patch, acceptability, cost).ordinal();
                for (int asset = 0; asset < Input.ASSET.all().size(); asset++) {
                    outcome(treatment, urgency, asset, patch, value);
                }
            }
        }
    }

    private void outcome(int treatment, int urgency, int asset, int patch, int[] value) {
        int mitigate = Treatment.MITIGATE.ordinal();
        Leaf deadline = survey.leaf(Step.DEADLINE);
        int due = deadline.state(treatment, urgency, asset);
        of(Step.DEADLINE).set(due);
        needs(treatment, patch, value);
        if (treatment == Treatment.FIX.ordinal()) {
            of(Step.DEADLINE).set(deadline.state(mitigate, urgency, asset)); // a mitigation's days go with every fix
        }
        if (((Days) deadline.said(due).value()).interim() != null) {
            needs(mitigate, patch, value);
        }
        of(Step.APPROVAL).set(survey.leaf(Step.APPROVAL).state(treatment, urgency, asset, value[0], value[5], value[4]));
    }

    private void needs(int treatment, int patch, int[] value) {
        of(Step.MITIGATION).set(survey.leaf(Step.MITIGATION).state(treatment, value[2], value[0], value[1], value[4], patch,
                value[3]));
    }
}
