package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.drools.OpenBook;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.table.Question;

/** Whether every table that must answer does so, whatever its inputs are. */
final class Totality {

    private Totality() {
    }

    /** The first combination, the most harmless first, that a table has no row for; one for each table. */
    static List<Gap> gaps(Survey survey, Rows rows) {
        List<Gap> gaps = new ArrayList<>();
        for (Question question : Question.values()) {
            Leaf leaf = survey.leaf(step(question));
            int first = -1;
            for (int state = 0; question.total() && state < leaf.states(); state++) {
                List<OpenBook.Claimed> claims = leaf.said(state).claims();
                if (claims.stream().noneMatch(claim -> rows.isOf(question, claim.rule()))
                        && (first < 0 || weight(leaf, state) < weight(leaf, first))) {
                    first = state;
                }
            }
            if (first >= 0) {
                gaps.add(new Gap(question, leaf, first));
            }
        }
        return gaps;
    }

    record Gap(Question question, Leaf leaf, int state) {
    }

    static long cases(Survey survey) {
        long cases = 0;
        for (Question question : Question.values()) {
            cases += question.total() ? survey.leaf(step(question)).states() : 0;
        }
        return cases;
    }

    private static int weight(Leaf leaf, int state) {
        int weight = 0;
        for (Enum<?> value : leaf.values(state)) {
            weight += value.ordinal() == 0 ? 0 : 1000 + value.ordinal();
        }
        return weight;
    }

    /** The step of a decision in which a table is asked. */
    static Step step(Question question) {
        return switch (question) {
            case REACH -> Step.REACH;
            case IMPACT, IMPACT_FLOOR -> Step.HARM;
            case SSVC, URGENCY_FLOOR -> Step.THREAT;
            case URGENCY_EXTRA -> Step.FURTHER;
            case UPLIFT -> Step.UPLIFT;
            case ACCEPTANCE -> Step.ACCEPTANCE;
            case TREATMENT -> Step.HANDLING;
            case DEADLINE -> Step.DEADLINE;
            case CONTROLS -> Step.MITIGATION;
            case APPROVAL -> Step.APPROVAL;
        };
    }
}
