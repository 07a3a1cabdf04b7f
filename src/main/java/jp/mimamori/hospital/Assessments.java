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

    /** The rows of one finding in the run that is shown, one a vulnerability. */
    default List<FindingRow> rowsOf(String findingKey) {
        List<FindingRow> found = new java.util.ArrayList<>();
        current().ifPresent(run -> rows(run, row -> {
            if (row.findingKey().equals(findingKey)) {
                found.add(row);
            }
        }));
        return found;
    }

    /** Begins a run aside; nobody sees it. */
    long begin(long hospitalVersion, String policy, LocalDate asOf);

    void add(long run, List<FindingRow> rows);

    /** From now on {@code run} is shown, and the one before is forgotten in time; one made of an older state than the one shown is dropped. */
    void publish(long run);

    /**
     * Within the run that is shown, the rows of these findings are replaced by {@code rows}; they keep their place. Where that is all that has
     * changed since the run was made, it counts as made from the present version.
     */
    void replace(List<String> findingKeys, List<FindingRow> rows);
}
