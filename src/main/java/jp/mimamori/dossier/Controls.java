package jp.mimamori.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The controls that were recorded. Every change is in the audit trail, in the same transaction. */
public interface Controls {

    /** Those of any of these, the newest first, withdrawn ones included. */
    List<ControlRecord> of(Collection<About> abouts);

    /**
     * Records one.
     *
     * @param control without problems
     * @param by      the account that writes it down
     */
    long add(About about, NewControl control, List<Evidence> files, String by);

    /** Takes one back; it stays readable. False where there is none of this number at {@code about} that still stands. */
    boolean withdraw(About about, long id, String by);

    /** Lets one that was taken back stand again: the undo of {@link #withdraw}. False where there is nothing to restore. */
    boolean restore(About about, long id, String by);

    /** A file of a control. */
    Optional<Evidence> file(About about, long file);
}
