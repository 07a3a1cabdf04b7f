package jp.mimamori.intake;

import java.time.LocalDate;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Whether the dates of a ledger row go with its status. A date never closes a row; one that speaks against it opens it. */
final class FindingDates {

    private final LocalDate asOf;

    FindingDates(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Tells of a discovery that is still to come; the date is kept. */
    void discovered(RowCells row, @Nullable LocalDate discovered) {
        if (discovered != null && discovered.isAfter(asOf)) {
            row.tell("INTAKE-328", Severity.WARNING, "discovered", String.valueOf(discovered), String.valueOf(asOf));
        }
    }

    /** The status the row has on the reading date. */
    FindingStatus status(RowCells row, FindingStatus status, @Nullable Treatment treatment, @Nullable LocalDate completed,
            @Nullable LocalDate acceptedUntil) {
        boolean accepted = treatment == null || treatment == Treatment.ACCEPT;
        if (accepted && acceptedUntil != null && acceptedUntil.isBefore(asOf)) { // on the day itself it still holds
            row.tell("INTAKE-332", Severity.WARNING, "acceptedUntil", String.valueOf(acceptedUntil));
            return status.isClosed() ? FindingStatus.OPEN : status;
        }
        if (status == FindingStatus.DONE && completed != null && completed.isAfter(asOf)) {
            row.tell("INTAKE-329", Severity.WARNING, "completed", String.valueOf(completed));
            return FindingStatus.IN_PROGRESS;
        }
        if (!status.isClosed() && completed != null) {
            row.tell("INTAKE-330", Severity.WARNING, "completed", String.valueOf(completed));
        }
        if (status == FindingStatus.DONE && completed == null && row.row().header().has("completed")) {
            row.tell("INTAKE-331", Severity.INFO, "completed");
        }
        return status;
    }
}
