package jp.mimamori.dossier;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.HospitalStore.StaleException;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Kind;
import jp.mimamori.ledger.Finding;

/** Keeps what is written into a finding by hand, decides it anew, and takes it back. What somebody else wrote meanwhile is never lost. */
public final class FindingWork {

    /** So often a change elsewhere may come between looking and keeping. */
    private static final int TRIES = 20;

    private final HospitalStore store;
    private final Records records;
    private final HandKept hands;
    private final Deciding deciding;

    public FindingWork(HospitalStore store, Records records, HandKept hands, Deciding deciding) {
        this.store = store;
        this.records = records;
        this.hands = hands;
        this.deciding = deciding;
    }

    /** What became of a change. */
    public sealed interface Outcome {
    }

    /**
     * It is kept.
     *
     * @param run by which it can be taken back
     */
    public record Done(long run) implements Outcome {
    }

    /** Nothing differs from what is kept. */
    public record Same() implements Outcome {
    }

    /** Somebody else has changed this finding since it was looked at: it stands as {@code now}. */
    public record Stale(Kept<KeptFinding> now) implements Outcome {
    }

    /** The finding is no longer kept. */
    public record Gone() implements Outcome {
    }

    /**
     * Keeps a change.
     *
     * @param seen the {@link Kept#since} of what was looked at
     */
    public Outcome change(String key, long seen, UnaryOperator<Finding> change, String action, String by) {
        for (int i = 0; i < TRIES; i++) {
            long version = store.version();
            Kept<KeptFinding> kept = records.finding(key).orElse(null);
            if (kept == null) {
                return new Gone();
            }
            if (kept.since() != seen) {
                return new Stale(kept);
            }
            KeptFinding before = kept.value();
            KeptFinding after = new KeptFinding(change.apply(before.finding()), before.deviceKey(), before.implied());
            List<FieldChange> changes = FieldChange.between(before, after);
            if (changes.isEmpty()) {
                return new Same();
            }
            try {
                long run = hands.keep(key, after, changes, action, by, version);
                deciding.touched(List.of(key));
                return new Done(run);
            } catch (StaleException e) {
                continue; // something was committed between; whether it was this finding is looked at anew
            }
        }
        throw new IllegalStateException("others change the hospital without a pause");
    }

    /**
     * Takes a change by hand of this finding back.
     *
     * @return false where {@code run} is no change by hand of this finding alone
     * @throws TouchedException where the finding was changed again since
     */
    public boolean undo(String key, long run, String by) throws TouchedException {
        if (!records.isOnlyOf(run, Kind.FINDING, key)) {
            return false;
        }
        hands.undo(key, run, by);
        deciding.touched(List.of(key));
        return true;
    }
}
