package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.mimamori.intake.UnusableFileException;

/**
 * Does something that a broken file may keep from ever ending. It is done on a thread of its own, which is left behind where it takes too
 * long: a library that loops cannot be stopped, but need not be waited for.
 */
final class TimeLimit {

    private final String file;
    private final long seconds;

    TimeLimit(String file, long seconds) {
        this.file = file;
        this.seconds = seconds;
    }

    <T> T call(Callable<T> work) throws IOException, UnusableFileException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "reading");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw Refusal.SLOW.of(file, seconds, Limits.Limit.LEGACY_SECONDS.key());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnusableFileException refusal) {
                throw refusal;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IOException(e.getCause());
        }
    }
}
