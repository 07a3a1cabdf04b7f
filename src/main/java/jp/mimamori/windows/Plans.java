package jp.mimamori.windows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans that are kept. Each change is one transaction with its entry in the trail: there is never half of one. */
public interface Plans {

    Optional<PlanHead> draft();

    Optional<PlanHead> published();

    Optional<PlanHead> head(long id);

    /** The plan that a job has made in this way. */
    Optional<PlanHead> made(long job, PlanHead.How how);

    /** The newest first. */
    List<PlanHead> all(int limit);

    /** A plan as it was found, or as it was published. */
    PlanContent content(long id);

    /** What was moved by hand since, in order, without what was taken back. */
    List<HandMove> moves(long id);

    /**
     * Keeps a new draft; the one before is set aside. A job that runs again after a crash keeps its draft once.
     *
     * @param job     the job that made it; null where none did
     * @param instead the draft it goes on from, of the edition it began with; null where it does not go on from one
     * @throws StaleEditionException where that draft has been changed since
     */
    PlanHead keep(PlanContent content, LocalDate asOf, PlanHead.How how, String by, @Nullable Long job, @Nullable PlanHead instead)
            throws StaleEditionException;

    /** @throws StaleEditionException where {@code draft} is not the draft of that edition any more */
    PlanHead moved(PlanHead draft, HandMove move) throws StaleEditionException;

    /** Takes the last move back. */
    PlanHead undone(PlanHead draft, HandMove last, String by) throws StaleEditionException;

    /**
     * From now on this is what people are told; the plan published before is kept as an earlier one. Visits agreed in that one stay agreed where
     * their hour is the same.
     *
     * @param content the draft with everything moved by hand
     */
    PlanHead publish(PlanHead draft, PlanContent content, String by, String note) throws StaleEditionException;

    /**
     * The vendor has agreed on the visit, or no longer: kept with the published plan, and with the draft beside it.
     *
     * @throws StaleEditionException where {@code told} is not what is published any more
     */
    void agreed(PlanHead told, String task, boolean agreed, String by) throws StaleEditionException;

    /** Sets the draft aside without another in its place. */
    void setAside(PlanHead draft, String by) throws StaleEditionException;
}
