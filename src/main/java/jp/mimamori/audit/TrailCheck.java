package jp.mimamori.audit;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What going through the trail found.
 *
 * @param entries  how many entries hold
 * @param last     the seal of the last one that holds; written down elsewhere it also proves that nothing was cut off at the end
 * @param brokenAt the number at which the trail is broken; null where it is whole
 */
public record TrailCheck(long entries, String last, @Nullable Long brokenAt) {

    public boolean isWhole() {
        return brokenAt == null;
    }

    /** Goes through entries in the order of their numbers; {@code entries} hands over each. */
    public static TrailCheck of(Consumer<Consumer<AuditEntry>> entries) {
        Walk walk = new Walk();
        entries.accept(walk);
        return new TrailCheck(walk.held, walk.last, walk.brokenAt);
    }

    private static final class Walk implements Consumer<AuditEntry> {

        private long held;
        private String last = Seal.ORIGIN;
        private @Nullable Long brokenAt;

        @Override
        public void accept(AuditEntry entry) {
            if (brokenAt != null) {
                return;
            }
            boolean next = entry.number() == held + 1 && entry.previous().equals(last);
            if (!next || !entry.seal().equals(Seal.of(last, entry.number(), entry.event()))) {
                brokenAt = held + 1;
                return;
            }
            held++;
            last = entry.seal();
        }
    }
}
