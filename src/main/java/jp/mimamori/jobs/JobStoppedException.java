package jp.mimamori.jobs;

/** Somebody asked the job to stop. */
public final class JobStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobStoppedException(long job) {
        super("job " + job + " was stopped");
    }
}
