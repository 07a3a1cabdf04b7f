package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whether the dates of a ledger row go with its status. The status is read as the sheet writes it; what a date says against it is
 * told here, and an acceptance that ended is decided again by the assessor.
 */
final class FindingDates {

    private static final Pattern PLANNED = Pattern.compile("予定|見込|延期|中止|目標|未実施|未完|(?i:planned|postponed)");

    private final LocalDate asOf;

    FindingDates(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Whether the day of completion is one that is only meant to come (10/1予定, 延期); then it is none. */
    boolean isPlanned(RowCells row) {
        return row.has("completed") && PLANNED.matcher(row.row().cell(row.row().filled("completed").get(0)).text()).find();
    }

    /** The status, which a completion that is only planned leaves open. */
    FindingStatus confirmed(RowCells row, FindingStatus status, boolean planned) {
        if (planned) {
            String written = row.row().cell(row.row().filled("completed").get(0)).text().strip();
            row.tell(status == FindingStatus.DONE ? "INTAKE-005" : "INTAKE-004", Severity.WARNING, "completed", written);
        }
        return planned && status == FindingStatus.DONE ? FindingStatus.UNKNOWN : status;
    }

    /** Tells of a discovery that is still to come; the date is kept. */
    void discovered(RowCells row, @Nullable LocalDate discovered) {
        if (discovered != null && discovered.isAfter(asOf)) {
            row.tell("INTAKE-328", Severity.INFO, "discovered", String.valueOf(discovered), String.valueOf(asOf));
        }
    }

    /** Tells what the dates say against the status. */
    void status(RowCells row, FindingStatus status, @Nullable Treatment treatment, @Nullable LocalDate completed,
            @Nullable LocalDate acceptedUntil) {
        boolean accepted = treatment == null || treatment == Treatment.ACCEPT;
        if (accepted && acceptedUntil != null && acceptedUntil.isBefore(asOf)) { // on the day itself it still holds
            row.tell("INTAKE-332", Severity.WARNING, "acceptedUntil", String.valueOf(acceptedUntil));
        } else if (status == FindingStatus.DONE && completed != null && completed.isAfter(asOf)) {
            row.tell("INTAKE-329", Severity.INFO, "completed", String.valueOf(completed), String.valueOf(asOf));
        } else if (!status.isClosed() && completed != null) {
            row.tell("INTAKE-330", Severity.WARNING, "completed", String.valueOf(completed));
        } else if (status == FindingStatus.DONE && completed == null && row.row().header().has("completed")) {
            row.tell("INTAKE-331", Severity.INFO, "completed");
        }
    }
}
