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
        long began = System.nanoTime();
        boolean stopped = false;
        while (true) {
            try {
                return task.get(EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (!stopped && isStopped(latest.get(), (System.nanoTime() - began) / 1e9)) {
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

    /** The search itself speaks only when it has found something better; the time that passes is told in any case. */
    private boolean isStopped(Planner.@Nullable Progress now, double passed) {
        try { // not isStopping first: the two share one allowance of calls, and nothing would ever be told
            progress.at(text(now, passed), Math.min(0.99, passed / seconds));
            return false;
        } catch (JobStoppedException e) {
            return true; // the best so far is kept
        }
    }

    private static Message text(Planner.@Nullable Progress now, double passed) {
        if (now == null || now.soft() == Long.MAX_VALUE) {
            return WORDS.message("job.searching.first", passed);
        }
        return now.gap().isEmpty() ? WORDS.message("job.searching", passed, now.unplaced(), now.soft())
                : WORDS.message("job.searching.gap", passed, now.unplaced(), now.soft(), now.gap().getAsDouble());
    }
}
