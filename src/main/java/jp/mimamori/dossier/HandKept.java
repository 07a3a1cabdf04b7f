package jp.mimamori.dossier;

import java.util.List;
import jp.mimamori.hospital.HospitalStore.StaleException;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.KeptFinding;

/** Keeps a change by hand of one finding, with its entry in the audit trail, in one transaction. */
public interface HandKept {

    /**
     * @param action what was done, in the audit trail's words ({@code finding.changed})
     * @param seen   the hospital's version that was looked at
     * @return the number by which the change can be taken back
     */
    long keep(String key, KeptFinding value, List<FieldChange> changes, String action, String by, long seen) throws StaleException;

    /** Takes a change by hand back. */
    void undo(String key, long run, String by) throws TouchedException;
}
