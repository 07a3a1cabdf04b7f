package jp.mimamori.policy.diff;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/** The states a policy can be asked about: every combination of the risk inputs, UNKNOWN included. */
final class States {

    /** Combinations of the nine risk inputs. */
    static final int RISKS = Unknowns.RISKS.stream().mapToInt(input -> input.all().size()).reduce(1, Math::multiplyExact);
    /** An unknown is no small example. */
    private static final int UNKNOWN_RANK = 10;

    private States() {
    }

    /** The combination of the risk inputs with number {@code index} in {@code [0, RISKS)}. */
    static Facts risks(int index, Asset asset, Patch patch, Cost cost) {
        Enum<?>[] values = new Enum<?>[Unknowns.RISKS.size()];
        int rest = index;
        for (int i = values.length - 1; i >= 0; i--) {
            List<Enum<?>> all = Unknowns.RISKS.get(i).all();
            values[i] = all.get(rest % all.size());
            rest /= all.size();
        }
        return new Facts("", asset, (Safety) values[0], (Operation) values[1], (Exposure) values[2], (Exploitation) values[3],
                (Support) values[4], (Leak) values[5], score((CvssBand) values[6]), (Automatable) values[7],
                (AttackVector) values[8], patch, cost, null);
    }

    static Facts with(Facts facts, Patch patch, Cost cost) {
        return new Facts("", facts.asset(), facts.safety(), facts.operation(), facts.exposure(), facts.exploitation(),
                facts.support(), facts.leak(), facts.cvssScore(), facts.automatable(), facts.attackVector(), patch, cost, null);
    }

    /**
     * Every combination of the known inputs that deadlines, controls and approvals look at, each at two ends of what else makes a
     * case urgent: a severe flaw that spreads by itself over the network, and a mild one that needs the device's keyboard.
     */
    static List<Facts> handled() {
        List<Facts> states = new ArrayList<>();
        for (Asset asset : Asset.values()) {
            for (int index = 0; index < RISKS; index++) {
                Facts state = risks(index, asset, Patch.UNKNOWN, Cost.HIGH);
                if (isEnd(state)) {
                    for (Patch patch : Patch.values()) {
                        states.add(with(state, patch, Cost.HIGH));
                    }
                }
            }
        }
        return states;
    }

    private static boolean isEnd(Facts facts) {
        boolean severe = facts.cvssBand() == CvssBand.CRITICAL && facts.automatable() == Automatable.YES
                && facts.attackVector() == AttackVector.N;
        boolean mild = facts.cvssBand() == CvssBand.LOW && facts.automatable() == Automatable.NO
                && facts.attackVector() == AttackVector.L;
        return (severe || mild) && Unknowns.RISKS.stream().allMatch(risk -> !value(facts, risk).name().equals("UNKNOWN"));
    }

    private static @Nullable Double score(CvssBand band) {
        return switch (band) {
            case NONE -> 0.0;
            case LOW -> 2.0;
            case MEDIUM -> 5.0;
            case HIGH -> 8.0;
            case CRITICAL -> 9.5;
            case UNKNOWN -> null;
        };
    }

    /** Whether an input is given with a case, rather than an answer of an earlier table. */
    static boolean isGiven(Input input) {
        return switch (input) {
            case REACH, AUTOMATION, IMPACT, URGENCY, CERTAINTY, ACCEPTABILITY, TREATMENT -> false;
            default -> true;
        };
    }

    static Enum<?> value(Facts facts, Input input) {
        return switch (input) {
            case ASSET -> facts.asset();
            case SAFETY -> facts.safety();
            case OPERATION -> facts.operation();
            case EXPOSURE -> facts.exposure();
            case EXPLOITATION -> facts.exploitation();
            case SUPPORT -> facts.support();
            case LEAK -> facts.leak();
            case CVSS -> facts.cvssBand();
            case AUTOMATABLE -> facts.automatable();
            case ATTACK_VECTOR -> facts.attackVector();
            case PATCH -> facts.patch();
            case COST -> facts.cost();
            default -> throw new IllegalArgumentException(input + " is derived, not given");
        };
    }

    /** How far a state is from the most harmless one: a small one makes the plainest example. */
    static int rank(Facts facts) {
        int rank = 0;
        for (Input risk : Unknowns.RISKS) {
            Enum<?> value = value(facts, risk);
            rank += value.name().equals("UNKNOWN") ? UNKNOWN_RANK : value.ordinal();
        }
        return rank * 100 + facts.patch().ordinal() * 10 + facts.cost().ordinal();
    }
}
