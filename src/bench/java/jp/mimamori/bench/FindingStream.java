package jp.mimamori.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.table.RiskSpace;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;

/**
 * Findings as they come in hospitals, seeded: each joins a device of the sample hospital, the vulnerability of another of
 * its findings, and patch and cost of a third, so every value is as frequent as it is there, unknowns included.
 */
final class FindingStream {

    private static final long SEED = 20260910;
    private static final double[] SCORES = {0.0, 2.5, 5.3, 7.5, 9.8};

    private FindingStream() {
    }

    static List<Facts> of(int size) {
        List<Facts> sample = sample();
        Random random = new Random(SEED);
        List<Facts> stream = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Facts device = sample.get(random.nextInt(sample.size()));
            Facts flaw = sample.get(random.nextInt(sample.size()));
            Facts remedy = sample.get(random.nextInt(sample.size()));
            LocalDate discovered = SampleFacts.AS_OF.minusDays(random.nextInt(730));
            stream.add(new Facts("F" + i, device.asset(), device.safety(), device.operation(), device.exposure(),
                    flaw.exploitation(), device.support(), device.leak(), flaw.cvssScore(), flaw.automatable(),
                    flaw.attackVector(), remedy.patch(), remedy.cost(), discovered));
        }
        return stream;
    }

    /** How many different states the policy sees in {@code stream}: it knows a score by its band only. */
    static int states(List<Facts> stream) {
        Set<List<Object>> states = new HashSet<>();
        stream.forEach(f -> states.add(List.of(f.asset(), f.safety(), f.operation(), f.exposure(), f.exploitation(), f.support(),
                f.leak(), f.cvssBand(), f.automatable(), f.attackVector(), f.patch(), f.cost())));
        return states.size();
    }

    /** Different states from all over the policy's range, each value of an input as likely as any other, unknowns included. */
    static List<Facts> distinct(int size) {
        Random random = new Random(SEED);
        Set<Facts> states = new LinkedHashSet<>(size * 2);
        while (states.size() < size) {
            int band = random.nextInt(SCORES.length + 1);
            states.add(new Facts("", any(random, Asset.values()), any(random, Safety.values()), any(random, Operation.values()),
                    any(random, Exposure.values()), any(random, Exploitation.values()), any(random, Support.values()),
                    any(random, Leak.values()), band < SCORES.length ? (Double) SCORES[band] : null,
                    any(random, Automatable.values()), any(random, AttackVector.values()), any(random, Patch.values()),
                    any(random, Cost.values()), SampleFacts.AS_OF));
        }
        return List.copyOf(states);
    }

    /** One case for every state of the risk inputs; asset, patch and cost take turns. */
    static List<Facts> every() {
        List<Facts> states = new ArrayList<>(RiskSpace.STATES);
        for (int state = 0; state < RiskSpace.STATES; state++) {
            int band = RiskSpace.value(state, 6);
            states.add(new Facts("", Asset.values()[state % 2], Safety.values()[RiskSpace.value(state, 0)],
                    Operation.values()[RiskSpace.value(state, 1)], Exposure.values()[RiskSpace.value(state, 2)],
                    Exploitation.values()[RiskSpace.value(state, 3)], Support.values()[RiskSpace.value(state, 4)],
                    Leak.values()[RiskSpace.value(state, 5)], band < SCORES.length ? (Double) SCORES[band] : null,
                    Automatable.values()[RiskSpace.value(state, 7)], AttackVector.values()[RiskSpace.value(state, 8)],
                    Patch.values()[state % 7 % Patch.values().length], Cost.values()[state % 11 % Cost.values().length],
                    SampleFacts.AS_OF));
        }
        return states;
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static List<Facts> sample() {
        try {
            return SampleRun.sample().decisions().stream().map(FindingDecision::facts).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
