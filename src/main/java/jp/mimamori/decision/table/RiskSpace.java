package jp.mimamori.decision.table;

/**
 * Numbers the states of the nine risk inputs ({@link Unknowns#RISKS}, the first one slowest), with and without unknowns, so
 * that what depends on them can stand in a plain array.
 */
public final class RiskSpace {

    /** The inputs. */
    public static final int INPUTS = Unknowns.RISKS.size();
    /** How many states there are, unknowns included. */
    public static final int STATES;
    /** How many states there are without unknowns. */
    public static final int KNOWN_STATES;

    private static final int[] ALL = new int[INPUTS];
    private static final int[] KNOWN = new int[INPUTS];
    private static final int[] STRIDE = new int[INPUTS];
    private static final int[] KNOWN_STRIDE = new int[INPUTS];

    static {
        int states = 1;
        int known = 1;
        for (int input = INPUTS - 1; input >= 0; input--) {
            ALL[input] = Unknowns.RISKS.get(input).all().size();
            KNOWN[input] = Unknowns.RISKS.get(input).known().size();
            STRIDE[input] = states;
            KNOWN_STRIDE[input] = known;
            states *= ALL[input];
            known *= KNOWN[input];
        }
        STATES = states;
        KNOWN_STATES = known;
    }

    private RiskSpace() {
    }

    /** How many answers an input has; its value of that number is UNKNOWN. */
    public static int known(int input) {
        return KNOWN[input];
    }

    /** How far apart two states are that differ by one step of {@code input}. */
    public static int stride(int input) {
        return STRIDE[input];
    }

    /** The same among the states without unknowns. */
    public static int knownStride(int input) {
        return KNOWN_STRIDE[input];
    }

    /** The value of {@code input} in a state, by its place among all values. */
    public static int value(int state, int input) {
        return state / STRIDE[input] % ALL[input];
    }

    /** The value of {@code input} in a state without unknowns. */
    public static int knownValue(int known, int input) {
        return known / KNOWN_STRIDE[input] % KNOWN[input];
    }

    /** The number among the states without unknowns, with every unknown at its most harmless value. */
    public static int lowest(int state) {
        int known = 0;
        for (int input = 0; input < INPUTS; input++) {
            int value = value(state, input);
            known += value == KNOWN[input] ? 0 : value * KNOWN_STRIDE[input];
        }
        return known;
    }
}
