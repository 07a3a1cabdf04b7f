package jp.mimamori.hospital;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import jp.mimamori.decision.FindingDecision;
import org.jspecify.annotations.Nullable;

/** Decides what is kept: one finding with its whole proof, some after a change by hand, or everything as a job. */
public interface Deciding {

    /** The decisions of one kept finding, with their proofs, as of the run that is shown; empty where it is settled or unknown. */
    List<FindingDecision> proof(String findingKey);

    /** Every decided case that {@code wanted} picks out of the shown rows (null: all), with its whole proof, in the order of the ledger. */
    void each(java.util.function.@Nullable Predicate<FindingRow> wanted, Consumer<FindingDecision> each);

    /** Decides these findings anew after a change by hand; lists show it at once. */
    void touched(Collection<String> findingKeys);

    /** Asks for everything to be decided anew, as a job. Gives the job's id. */
    long everything(String by);
}
