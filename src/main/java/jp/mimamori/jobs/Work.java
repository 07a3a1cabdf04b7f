package jp.mimamori.jobs;

/** One kind of long work. Run again from its beginning after a crash: until its one last transaction it leaves nothing that anybody sees. */
public interface Work {

    /** The kind it does. */
    String kind();

    /**
     * Does it.
     *
     * @return what came of it, in JSON
     * @throws JobStoppedException where {@link JobProgress#at} found that it was cancelled; pass it on
     */
    String run(Job job, JobProgress progress) throws Exception;
}
