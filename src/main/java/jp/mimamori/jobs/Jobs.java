package jp.mimamori.jobs;

import java.util.List;
import java.util.Optional;

/** The queue of long work: kept in the database, shared by every instance of the service, gone on with after a restart. */
public interface Jobs {

    /** Puts work into the queue, in the caller's transaction. Gives the job's id. */
    long ask(String kind, String order, String by);

    Optional<Job> job(long id);

    /** The newest first. */
    List<Job> recent(int limit);

    /** Those of {@code kind} that are not over, the oldest first. */
    default List<Job> open(String kind) {
        List<Job> open = new java.util.ArrayList<>(recent(1000).stream().filter(job -> job.kind().equals(kind) && !job.state().isOver()).toList());
        java.util.Collections.reverse(open);
        return open;
    }

    /** Asks it to stop; it ends as soon as it looks. */
    void cancel(long id, String by);
}
