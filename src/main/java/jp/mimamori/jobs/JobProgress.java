package jp.mimamori.jobs;

import jp.mimamori.language.Message;

/** Is told how far a job is. Call it as often as you like: few of the calls are kept. */
public interface JobProgress {

    /**
     * @param share 0–1; negative where nobody knows
     * @throws JobStoppedException where somebody asked the job to stop
     */
    void at(Message what, double share) throws JobStoppedException;

    /** For work that keeps the best it has when it is stopped, rather than nothing. */
    boolean isStopping();
}
