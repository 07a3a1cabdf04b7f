package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.RiskSpace;

/**
 * Compares every state of the risk inputs with its neighbours: one step up in each input (so any number of steps is covered), and for
 * each unknown its most harmless and its cautious value. Patches and costs are all looked at, through what acceptance admits.
 */
final class Pairs {

    private final Survey survey;
    private final boolean[] lessUrgent = new boolean[Survey.CODES * Survey.CODES];
    private final boolean[] acceptedMore = new boolean[Survey.CODES * Survey.CODES];
    private final Map<Breach.Kind, Smallest[]> found = new EnumMap<>(Breach.Kind.class);
    private long raised;
    private long unknown;

    Pairs(Survey survey) {
        this.survey = survey;
        for (int from = 0; from < Survey.CODES; from++) {
            for (int to = 0; to < Survey.CODES; to++) {
                int pair = from * Survey.CODES + to;
                lessUrgent[pair] = Survey.urgency(to) < Survey.urgency(from);
                acceptedMore[pair] = survey.acceptedOnlyIn(to, from) >= 0;
            }
        }
        for (Breach.Kind kind : Breach.Kind.values()) {
            Smallest[] smallest = new Smallest[RiskSpace.INPUTS];
            for (int input = 0; input < smallest.length; input++) {
                smallest[input] = new Smallest();
            }
            found.put(kind, smallest);
        }
        compare();
    }

    long raised() {
        return raised;
    }

    long unknown() {
        return unknown;
    }

    /** The smallest breach of each kind and input, the smallest first. */
    List<Breach> breaches(Property property) {
        List<Breach> breaches = new ArrayList<>();
        List<Smallest> order = new ArrayList<>();
        found.forEach((kind, smallest) -> {
            for (Smallest one : smallest) {
                if (kind.property() == property && one.breach != null) {
                    order.add(one);
                }
            }
        });
        order.sort(java.util.Comparator.comparingInt(one -> one.weight));
        order.forEach(one -> breaches.add(java.util.Objects.requireNonNull(one.breach)));
        return breaches;
    }

    /** Whether two states break the property in this way. */
    boolean breaks(Breach.Kind kind, int from, int to) {
        int pair = survey.code(from) * Survey.CODES + survey.code(to);
        return switch (kind) {
            case RAISED_URGENCY, HARMLESS_URGENCY -> lessUrgent[pair];
            case RAISED_ACCEPTED, HARMLESS_ACCEPTED, CAUTIOUS_ACCEPTED -> acceptedMore[pair];
            case UNKNOWN_IMMEDIATE -> Survey.urgency(survey.code(to)) == Urgency.IMMEDIATE.ordinal()
                    && Survey.urgency(survey.code(from)) != Urgency.IMMEDIATE.ordinal();
        };
    }

    private void compare() {
        for (int state = 0; state < RiskSpace.STATES; state++) {
            for (int input = 0; input < RiskSpace.INPUTS; input++) {
                int value = RiskSpace.value(state, input);
                int stride = RiskSpace.stride(input);
                int known = RiskSpace.known(input);
                if (value == known) {
                    int harmless = state - known * stride;
                    int cautious = harmless + survey.cautiousValue(input) * stride;
                    unknown++;
                    look(Breach.Kind.HARMLESS_URGENCY, input, harmless, state);
                    look(Breach.Kind.HARMLESS_ACCEPTED, input, harmless, state);
                    look(Breach.Kind.CAUTIOUS_ACCEPTED, input, cautious, state);
                    look(Breach.Kind.UNKNOWN_IMMEDIATE, input, harmless, state);
                } else if (value < known - 1) {
                    raised++;
                    look(Breach.Kind.RAISED_URGENCY, input, state, state + stride);
                    look(Breach.Kind.RAISED_ACCEPTED, input, state, state + stride);
                }
            }
        }
    }

    private void look(Breach.Kind kind, int input, int from, int to) {
        if (breaks(kind, from, to)) {
            java.util.Objects.requireNonNull(found.get(kind))[input].offer(new Breach(kind, input, from, to), weight(from, input));
        }
    }

    /** How far a state is from the most harmless one: first the number of inputs that are not, then how far. */
    static int weight(int state, int except) {
        int weight = 0;
        for (int input = 0; input < RiskSpace.INPUTS; input++) {
            int value = RiskSpace.value(state, input);
            if (input != except && value != 0) {
                weight += 1000 + value;
            } else {
                weight += value; // an early step rather than a late one
            }
        }
        return weight;
    }

    private static final class Smallest {

        private int weight = Integer.MAX_VALUE;
        private @org.jspecify.annotations.Nullable Breach breach;

        void offer(Breach one, int its) {
            if (its < weight) {
                weight = its;
                breach = one;
            }
        }
    }
}
