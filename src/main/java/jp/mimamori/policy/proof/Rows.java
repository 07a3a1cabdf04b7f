package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.decision.drools.OpenBook;
import jp.mimamori.decision.drools.Step;
import jp.mimamori.decision.table.PolicyRow;
import jp.mimamori.decision.table.PolicyTable;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.decision.table.RuleSet;

/** Where rules stand, and which of them an outcome comes from. */
final class Rows {

    private static final int EXPOSURE = 2;
    private static final int AUTOMATABLE = 7;

    private final RuleSet rules;
    private final Survey survey;
    private final Map<String, Question> questions = new HashMap<>();
    private final Map<String, RowPlace> places = new HashMap<>();

    Rows(RuleSet rules, Survey survey) {
        this.rules = rules;
        this.survey = survey;
        for (PolicyTable table : rules.tables()) {
            for (PolicyRow row : table.rows()) {
                questions.put(row.rule(), table.question());
                places.put(row.rule(), new RowPlace(row.rule(), table.file(), table.sheet(), row.row()));
            }
        }
    }

    /** Whether a rule is a row of this question's table. */
    boolean isOf(Question question, String rule) {
        return questions.get(rule) == question;
    }

    /** A row's sheet and row, or a rule's file and line. */
    RowPlace place(String rule) {
        return places.computeIfAbsent(rule, key -> inFiles(rules, key));
    }

    static RowPlace inFiles(RuleSet rules, String rule) {
        for (Map.Entry<String, String> file : rules.rules().entrySet()) {
            List<String> lines = file.getValue().lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).contains('"' + rule + '"')) {
                    return new RowPlace(rule, file.getKey(), null, line + 1);
                }
            }
        }
        return new RowPlace(rule, "rules", null, null);
    }

    /** The rules that a state's urgency comes from, the last question first. */
    Set<String> urgency(int state) {
        Chain chain = survey.chain();
        int low = RiskSpace.lowest(state);
        Chain.Way way = chain.way(low);
        int known = low;
        if (way.urgency() != Survey.urgency(survey.code(state))) {
            known = survey.cautious(state);
            way = chain.way(known);
        }
        Set<String> found = new LinkedHashSet<>();
        int[] states = way.states();
        Leaf threat = survey.leaf(Step.THREAT);
        Leaf further = survey.leaf(Step.FURTHER);
        int threatens = threat.word(states[Step.THREAT.ordinal()]);
        int besides = further.word(states[Step.FURTHER.ordinal()]);
        if (survey.leaf(Step.UPLIFT).word(states[Step.UPLIFT.ordinal()]) > Math.max(threatens, besides)) {
            deciding(survey.leaf(Step.UPLIFT), states[Step.UPLIFT.ordinal()], found);
        }
        if (besides >= threatens) {
            deciding(further, states[Step.FURTHER.ordinal()], found);
        }
        if (threatens >= besides) {
            deciding(threat, states[Step.THREAT.ordinal()], found);
            deciding(survey.leaf(Step.HARM), states[Step.HARM.ordinal()], found);
        }
        if (way.reach() < RiskSpace.knownValue(known, EXPOSURE)) {
            deciding(survey.leaf(Step.REACH), states[Step.REACH.ordinal()], found);
        }
        if (way.automation() < RiskSpace.knownValue(known, AUTOMATABLE)) {
            deciding(survey.leaf(Step.AUTOMATION), states[Step.AUTOMATION.ordinal()], found);
        }
        return found;
    }

    /** The rules that a state's treatment comes from. */
    Set<String> treatment(int state, int remedy) {
        Set<String> found = new LinkedHashSet<>();
        Leaf handling = survey.leaf(Step.HANDLING);
        deciding(handling, handling.state(remedy / survey.costs(), Survey.acceptability(survey.code(state)),
                remedy % survey.costs()), found);
        Leaf acceptance = survey.leaf(Step.ACCEPTANCE);
        int cautious = survey.cautious(state);
        Chain chain = survey.chain();
        boolean provisional = chain.way(RiskSpace.lowest(state)).urgency() != chain.way(cautious).urgency();
        deciding(acceptance, Chain.acceptance(acceptance, cautious, Survey.urgency(survey.code(state)), provisional), found);
        return found;
    }

    /** The rules whose claim is what a question's claims come to. */
    static void deciding(Leaf leaf, int state, Set<String> found) {
        OpenBook.Said said = leaf.said(state);
        for (OpenBook.Claimed claim : said.claims()) {
            if (claim.outcome().equals(said.value())) {
                found.add(claim.rule());
            }
        }
    }

    /** Those of the state that breaks the property first; what both have in common is not to blame, unless there is nothing else. */
    List<RowPlace> blamed(Set<String> breaking, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(breaking);
        both.retainAll(other);
        Set<String> all = new LinkedHashSet<>(breaking);
        all.addAll(other);
        if (both.size() < all.size()) {
            all.removeAll(both);
        }
        List<RowPlace> blamed = new ArrayList<>();
        all.forEach(rule -> blamed.add(place(rule)));
        return blamed;
    }
}
