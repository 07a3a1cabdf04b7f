package jp.mimamori.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long piece of work that goes on in the background.
 *
 * @param kind    which {@link Work} does it ({@code assess}, {@code schedule} …)
 * @param order   what to do, in JSON of the kind's own
 * @param by      the account that asked for it
 * @param said    how far it is, as a sentence in JSON (see {@link JobProgress}); null before it began
 * @param share   0–1; negative where nobody knows
 * @param result  what came of it, in JSON of the kind's own; null until it is done
 * @param failure where it failed: what to tell the reader
 */
public record Job(long id, String kind, String order, String by, State state, Instant asked, @Nullable Instant ended, @Nullable String said,
        double share, @Nullable String result, @Nullable String failure) {

    /** Where it stands. */
    public enum State { WAITING, RUNNING, DONE, CANCELLED, FAILED;

        public boolean isOver() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }
}
