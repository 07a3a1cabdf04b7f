package jp.mimamori.hospital;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The decided rows that lists show. A run is written aside and shown whole, or never. */
public interface Assessments {

    /** The run that is shown; empty before the first. Cheap: asked at every request. */
    Optional<AssessmentRun> current();

    /** Every row of the run that is shown, in the order of the ledger. */
    void rows(AssessmentRun run, Consumer<FindingRow> each);

    /** The row {@code id} of the run that is shown. */
    Optional<FindingRow> row(String id);

    /** Begins a run aside; nobody sees it. */
    long begin(long hospitalVersion, String policy, LocalDate asOf);

    void add(long run, List<FindingRow> rows);

    /** From now on {@code run} is shown, and the one before is forgotten. */
    void publish(long run);

    /** Within the run that is shown, the rows of these findings are replaced by {@code rows}. */
    void replace(List<String> findingKeys, List<FindingRow> rows);
}
