package jp.mimamori.policy.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.Question;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Safety;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Patch;

/**
 * Puts the same states before two policies and tells where they answer otherwise. The nine risk inputs are gone through whole,
 * UNKNOWN included (for each kind of asset, where urgency may depend on it), for a flaw without a patch that is costly to mend, where an acceptance shows. A treatment rests on the
 * urgency, on what may be accepted (both show there), on patch and cost; so each patch and cost is tried on one state of each
 * class with the same verdicts, safety, leak, support and exposure, which then speaks for its class.
 */
public final class Comparison {

    private static final int CHUNK = 30_000;
    private static final Patch PATCH = Patch.NO_PATCH;
    private static final Cost COST = Cost.HIGH;
    private static final Set<Question> HANDLING = EnumSet.of(Question.DEADLINE, Question.CONTROLS, Question.APPROVAL);

    private final DecisionEngine from;
    private final DecisionEngine to;
    private final DoubleConsumer progress;
    private final Map<List<Verdict>, Sum> transitions = new LinkedHashMap<>();
    private final Map<List<Object>, Tally> classes = new LinkedHashMap<>();
    private final Map<List<Object>, PolicyEffect.Consequence> consequences = new LinkedHashMap<>();

    /** @param progress is told now and then how much is done, 0–1 */
    public Comparison(DecisionEngine from, DecisionEngine to, DoubleConsumer progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /** The effect of {@code diff}, where {@code from} and {@code to} decide by its two editions. */
    public PolicyEffect of(PolicyDiff diff) {
        if (!diff.decides()) {
            return PolicyEffect.none();
        }
        List<Asset> assets = byAsset(diff.from().rules()) || byAsset(diff.to().rules()) || !diff.code().isEmpty()
                ? List.of(Asset.values()) : List.of(Asset.MEDICAL);
        assets.forEach(asset -> risks(asset, assets));
        patches();
        boolean handled = !diff.code().isEmpty() || !diff.controls().isEmpty()
                || diff.rows().stream().anyMatch(row -> row.decides() && HANDLING.contains(row.question()));
        long asked = handled ? handling() : 0;
        List<PolicyEffect.Transition> found = new ArrayList<>();
        transitions.forEach((pair, sum) -> found.add(new PolicyEffect.Transition(pair.get(0), pair.get(1),
                direction(pair.get(0), pair.get(1)), sum.states, sum.grave, sum.example)));
        return new PolicyEffect((long) States.RISKS * assets.size() * Patch.values().length * Cost.values().length, found, asked,
                List.copyOf(consequences.values()));
    }

    private static Direction direction(Verdict from, Verdict to) {
        int step = to.urgency().compareTo(from.urgency());
        return Direction.of(step != 0 ? step : from.treatment().compareTo(to.treatment()));
    }

    /** Whether urgency may depend on the kind of asset: by a table, or by rule files of the house's own. */
    private static boolean byAsset(RuleSet rules) {
        return rules.tables().stream().anyMatch(table -> table.question() == Question.URGENCY_EXTRA)
                || rules.rules().keySet().stream().anyMatch(path -> !path.equals("rules/automation.drl")
                        && Arrays.stream(Question.values()).noneMatch(question -> path.equals("rules/" + question.key() + ".drl")));
    }

    private void risks(Asset asset, List<Asset> assets) {
        for (int first = 0; first < States.RISKS; first += CHUNK) {
            List<Facts> states = new ArrayList<>(CHUNK);
            for (int i = first; i < Math.min(States.RISKS, first + CHUNK); i++) {
                states.add(States.risks(i, asset, PATCH, COST));
            }
            List<Verdict> before = from.verdicts(states);
            List<Verdict> after = to.verdicts(states);
            for (int i = 0; i < states.size(); i++) {
                note(before.get(i), after.get(i), states.get(i), 1);
                classify(states.get(i), before.get(i), after.get(i));
            }
            progress.accept(0.9 * (assets.indexOf(asset) + (double) first / States.RISKS) / assets.size());
        }
    }

    private void classify(Facts state, Verdict before, Verdict after) {
        List<Object> key = List.of(before, after, state.safety(), state.leak(), state.support(), state.exposure());
        Tally tally = classes.get(key);
        if (tally == null) {
            classes.put(key, new Tally(state));
        } else {
            tally.count(state);
        }
    }

    /** The other patches and costs, on one state for each class. */
    private void patches() {
        for (Patch patch : Patch.values()) {
            for (Cost cost : Cost.values()) {
                if (patch == PATCH && cost == COST) {
                    continue;
                }
                List<Tally> all = List.copyOf(classes.values());
                List<Facts> states = all.stream().map(tally -> States.with(tally.smallest, patch, cost)).toList();
                List<Verdict> before = from.verdicts(states);
                List<Verdict> after = to.verdicts(states);
                for (int i = 0; i < states.size(); i++) {
                    note(before.get(i), after.get(i), states.get(i), all.get(i).size);
                }
            }
        }
    }

    private void note(Verdict before, Verdict after, Facts state, long size) {
        if (before.equals(after)) {
            return;
        }
        transitions.computeIfAbsent(List.of(before, after), key -> new Sum(state)).add(state, size);
    }

    private long handling() {
        List<Facts> states = States.handled();
        for (int first = 0; first < states.size(); first += CHUNK) {
            List<Facts> chunk = states.subList(first, Math.min(states.size(), first + CHUNK));
            List<Decision> before = from.decide(chunk);
            List<Decision> after = to.decide(chunk);
            for (int i = 0; i < chunk.size(); i++) {
                consequences(chunk.get(i), before.get(i), after.get(i));
            }
            progress.accept(0.9 + 0.1 * first / states.size());
        }
        return states.size();
    }

    private void consequences(Facts state, Decision before, Decision after) {
        if (before.urgency() != after.urgency() || before.treatment() != after.treatment()) {
            return; // the transitions tell of it
        }
        for (Difference difference : Difference.between(before, after)) {
            PolicyEffect.Consequence one = new PolicyEffect.Consequence(difference.aspect(), difference.direction(), 1, state,
                    difference.from(), difference.to());
            consequences.merge(List.of(difference.aspect(), difference.direction()), one, Comparison::joined);
        }
    }

    private static PolicyEffect.Consequence joined(PolicyEffect.Consequence all, PolicyEffect.Consequence one) {
        PolicyEffect.Consequence shown = States.rank(one.example()) < States.rank(all.example()) ? one : all;
        return new PolicyEffect.Consequence(all.aspect(), all.direction(), all.states() + one.states(), shown.example(),
                shown.from(), shown.to());
    }

    /** A class of states and the smallest of it. */
    private static final class Tally {

        private Facts smallest;
        private long size = 1;

        Tally(Facts first) {
            smallest = first;
        }

        void count(Facts state) {
            size++;
            if (States.rank(state) < States.rank(smallest)) {
                smallest = state;
            }
        }
    }

    /** How many states make one step, and the smallest of them. */
    private static final class Sum {

        private Facts example;
        private long states;
        private long grave;

        Sum(Facts first) {
            example = first;
        }

        void add(Facts state, long size) {
            states += size;
            boolean isGrave = state.safety() == Safety.CRITICAL || state.safety() == Safety.CATASTROPHIC;
            grave += isGrave ? size : 0; // a class has one value of safety
            if (States.rank(state) < States.rank(example)) {
                example = state;
            }
        }
    }
}
