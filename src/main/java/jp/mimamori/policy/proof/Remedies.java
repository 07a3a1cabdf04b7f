package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.ledger.Treatment;

/** Whether an unknown patch or cost is accepted only where every answer to it would be. */
final class Remedies {

    private Remedies() {
    }

    /**
     * An acceptance that an unknown gains.
     *
     * @param state  of the question, with the unknown
     * @param answer the same with an answer that is not accepted
     * @param input  the unknown one, by its place among the question's inputs
     */
    record Generous(Leaf leaf, int state, int answer, int input) {
    }

    static List<Generous> generous(Survey survey) {
        Leaf leaf = survey.leaf(Step.HANDLING);
        List<Generous> generous = new ArrayList<>();
        int noPatch = survey.patches() - 1;
        int noCost = survey.costs() - 1;
        for (int acceptability = 0; acceptability < 2; acceptability++) {
            for (int cost = 0; cost < survey.costs(); cost++) {
                for (int patch = 0; patch < noPatch; patch++) {
                    offer(leaf, leaf.state(noPatch, acceptability, cost), leaf.state(patch, acceptability, cost), 0, generous);
                }
            }
            for (int patch = 0; patch < survey.patches(); patch++) {
                for (int cost = 0; cost < noCost; cost++) {
                    offer(leaf, leaf.state(patch, acceptability, noCost), leaf.state(patch, acceptability, cost), 2, generous);
                }
            }
        }
        return generous;
    }

    /** The first of each unknown input is enough to tell. */
    private static void offer(Leaf leaf, int state, int answer, int input, List<Generous> generous) {
        if (leaf.said(state).value() == Treatment.ACCEPT && leaf.said(answer).value() != Treatment.ACCEPT
                && generous.stream().noneMatch(one -> one.input() == input)) {
            generous.add(new Generous(leaf, state, answer, input));
        }
    }
}
