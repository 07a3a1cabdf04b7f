package jp.mimamori.windows;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jp.mimamori.jobs.JobProgress;
import jp.mimamori.jobs.JobStoppedException;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Planner;
import org.jspecify.annotations.Nullable;

/**
 * A search that tells the queue how far it is, and ends with the best so far when it is asked to stop. It has a thread of its own: an
 * interrupt is how a search is stopped, and must never meet a database.
 */
final class Searching {

    private static final Wording WORDS = Wording.of(Searching.class);
    private static final long EVERY_MILLIS = 250;

    private final JobProgress progress;
    private final double seconds;

    Searching(JobProgress progress, double seconds) {
        this.progress = progress;
        this.seconds = seconds;
    }

    /** A search that tells {@code heard} how far it is. */
    @FunctionalInterface
    interface Search<T> {

        T run(Consumer<Planner.Progress> heard) throws Exception;
    }

    <T> T run(Search<T> search) throws Exception {
        AtomicReference<Planner.@Nullable Progress> latest = new AtomicReference<>();
        var task = new FutureTask<>(() -> search.run(latest::set));
        Thread thread = new Thread(task, "planning");
        thread.setDaemon(true);
        thread.start();
        boolean stopped = false;
        while (true) {
            try {
                return task.get(EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!stopped && isStopped(latest.get())) {
                    stopped = true;
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                task.cancel(true);
                throw e;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private boolean isStopped(Planner.@Nullable Progress now) {
        if (progress.isStopping()) {
            return true;
        }
        try {
            if (now != null && now.soft() != Long.MAX_VALUE) {
                progress.at(text(now), Math.min(1, now.seconds() / seconds));
            }
            return false;
        } catch (JobStoppedException e) {
            return true; // the best so far is kept
        }
    }

    private static Message text(Planner.Progress now) {
        return now.gap().isEmpty() ? WORDS.message("job.searching", now.seconds(), now.unplaced(), now.soft())
                : WORDS.message("job.searching.gap", now.seconds(), now.unplaced(), now.soft(), now.gap().getAsDouble());
    }
}
