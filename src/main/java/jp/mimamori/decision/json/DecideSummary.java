package jp.mimamori.decision.json;

import java.util.EnumMap;
import java.util.Map;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.ledger.Treatment;

/**
 * What a run over lines of facts came to: lines = decided + failed + blank.
 *
 * @param provisional decisions that rest on missing answers
 * @param byUrgency   decisions by urgency and treatment
 * @param policy      version of the rules and tables
 */
public record DecideSummary(long lines, long decided, long failed, long blank, long provisional,
        Map<Urgency, Map<Treatment, Long>> byUrgency, String policy) {

    public DecideSummary {
        if (lines != decided + failed + blank) {
            throw new IllegalArgumentException(lines + " lines, but " + decided + " + " + failed + " + " + blank);
        }
    }

    /** Counts as the lines pass; for one thread. */
    public static final class Counts {

        private long lines;
        private long decided;
        private long failed;
        private long blank;
        private long provisional;
        private final long[][] sums = new long[Urgency.values().length][Treatment.values().length];

        public void line() {
            lines++;
        }

        public void blank() {
            blank++;
        }

        public void failed() {
            failed++;
        }

        public void decided(Decision decision) {
            decided++;
            provisional += decision.provisional() ? 1 : 0;
            sums[decision.urgency().ordinal()][decision.treatment().ordinal()]++;
        }

        public long lines() {
            return lines;
        }

        public DecideSummary sum(String policy) {
            Map<Urgency, Map<Treatment, Long>> byUrgency = new EnumMap<>(Urgency.class);
            for (Urgency urgency : Urgency.values()) {
                for (Treatment treatment : Treatment.values()) {
                    long sum = sums[urgency.ordinal()][treatment.ordinal()];
                    if (sum > 0) {
                        byUrgency.computeIfAbsent(urgency, one -> new EnumMap<>(Treatment.class)).put(treatment, sum);
                    }
                }
            }
            return new DecideSummary(lines, decided, failed, blank, provisional, byUrgency, policy);
        }
    }
}
