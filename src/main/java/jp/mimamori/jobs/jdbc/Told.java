package jp.mimamori.jobs.jdbc;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import jp.mimamori.jobs.JobProgress;
import jp.mimamori.jobs.JobStoppedException;
import jp.mimamori.jobs.json.ToldJson;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/** Progress into the job's row, and the wish to stop out of it, a few times a second. */
final class Told implements JobProgress {

    private static final long EVERY_NANOS = Duration.ofMillis(300).toNanos();

    private final JobTable table;
    private final long id;
    private final int attempt;
    private final BooleanSupplier goingDown;
    private long last;
    private boolean stopped;
    private @Nullable Message kept;

    Told(JobTable table, long id, int attempt, BooleanSupplier goingDown) {
        this.table = table;
        this.id = id;
        this.attempt = attempt;
        this.goingDown = goingDown;
        this.last = System.nanoTime() - EVERY_NANOS;
    }

    @Override
    public synchronized void at(Message what, double share) {
        if (isDue() || share >= 1 && !what.equals(kept)) {
            kept = what;
            stopped |= !table.say(id, attempt, ToldJson.write(what), share);
        }
        if (stopped || goingDown.getAsBoolean()) {
            throw new JobStoppedException(id);
        }
    }

    @Override
    public synchronized boolean isStopping() {
        if (isDue()) {
            stopped |= table.isStopping(id, attempt);
        }
        return stopped || goingDown.getAsBoolean();
    }

    private boolean isDue() {
        long now = System.nanoTime();
        if (now - last < EVERY_NANOS) {
            return false;
        }
        last = now;
        return true;
    }
}
