package jp.mimamori.findings;

import java.util.List;
import jp.mimamori.hospital.HospitalStore.StaleException;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.Step;

/** Changes of many findings, kept with their entries in the trail. */
public interface BulkRuns {

    /** @return the number by which it can be taken back */
    long keep(List<Step> steps, BulkEdit edit, String by, long seen) throws StaleException;

    /** The keys of the findings that {@code run} has changed; empty where it is no such change. */
    List<String> keys(long run);

    /** Takes such a change back; nothing happens where {@code run} is another kind of change. */
    void undo(long run, String by) throws TouchedException;

    /** The newest first. */
    List<BulkRun> recent(int limit);
}
