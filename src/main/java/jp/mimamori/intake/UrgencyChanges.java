package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.Values;
import jp.mimamori.ledger.AskedUrgency;
import jp.mimamori.ledger.Signatory;
import jp.mimamori.ledger.UrgencyChange;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads an approver's wish for another urgency out of a ledger row. What is not understood stays open and is told at its cell;
 * it then counts against lowering, as the policy has it.
 */
final class UrgencyChanges {

    private static final String URGENCY = "overrideUrgency";
    private static final List<String> BESIDE = List.of("overrideReason", "overrideBy", "overrideApproval", "overrideApproved",
            "overrideExpires");

    private final Values values;

    UrgencyChanges(Values values) {
        this.values = values;
    }

    /** The wish; null where the row has none, or where nobody can say which urgency is meant. */
    @Nullable UrgencyChange read(RowCells row) {
        AskedUrgency urgency = row.has(URGENCY) ? row.read(URGENCY, values::urgency) : null;
        if (urgency == null || urgency == AskedUrgency.UNKNOWN) {
            unsaid(row);
            return null;
        }
        return new UrgencyChange(urgency, text(row, "overrideReason"), text(row, "overrideBy"), signed(row),
                date(row, "overrideApproved"), date(row, "overrideExpires"));
    }

    /** Somebody filled in the rest: the wish is there, but not what is wished. */
    private void unsaid(RowCells row) {
        if (!row.has(URGENCY)) {
            BESIDE.stream().filter(field -> row.has(field) && !row.cell(field).text().isBlank() && text(row, field) != null)
                    .findFirst().ifPresent(field -> row.tell("INTAKE-340", Severity.WARNING, field, row.cell(field).text().strip()));
        }
    }

    /** Who approved: a column of its own, else the approver where it is no person but the committee. */
    private Signatory signed(RowCells row) {
        if (row.has("overrideApproval")) {
            return row.read("overrideApproval", values::signatory, Signatory.UNKNOWN);
        }
        CellValue by = row.cell("overrideBy");
        Parsed<Signatory> read = by.isBlank() ? Parsed.of(Signatory.UNKNOWN) : values.signatory(by);
        boolean sure = read.value() != null && read.notes().isEmpty();
        return sure ? java.util.Objects.requireNonNull(read.value()) : Signatory.UNKNOWN; // a name is no word of a list, and no problem
    }

    private @Nullable String text(RowCells row, String field) {
        return row.has(field) ? row.read(field, values::text) : null;
    }

    private @Nullable LocalDate date(RowCells row, String field) {
        return row.has(field) ? row.read(field, cell -> values.date(cell, DateUse.DUE)) : null;
    }
}
