package jp.mimamori.intake.estimate;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Note;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.Values;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a patch, from all that a ledger row says of it (the policy's patch row): the patch column; else the maker's
 * reply; where both are silent and the ledger's own treatment of a row that is not done is 修正, a patch is assumed. Where column
 * and reply differ, the one that lets the hospital do less counts; where one of them denies a patch, nothing is known.
 */
public final class PatchEvidence {

    private static final String ASSUMED = "ESTIMATE-006";
    private static final String DIFFERENT = "ESTIMATE-007";
    private static final String CONTRADICTORY = "ESTIMATE-009";

    private final Values values;

    public PatchEvidence(Values values) {
        this.values = values;
    }

    /**
     * The patch state of a row, never without a value.
     *
     * @param patchCell  the パッチ有無 cell; blank where there is no such column
     * @param makerReply the メーカー回答 cell; blank where there is no such column
     * @param treatment  対応方針; null where unknown
     * @param status     対応状況
     */
    public Parsed<Sourced<Patch>> of(CellValue patchCell, CellValue makerReply, @Nullable Treatment treatment,
            FindingStatus status) {
        Parsed<Patch> column = values.patch(patchCell);
        Parsed<Patch> reply = values.patch(makerReply);
        List<Note> notes = new ArrayList<>(column.notes());
        Patch told = known(column);
        Patch answered = known(reply);
        boolean doubtful = told == null && isAsked(column) || answered == null && isProviso(reply);
        if (answered == null && isProviso(reply)) {
            notes.addAll(reply.notes());
        }
        if (doubtful) {
            return new Parsed<>(Sourced.unknown(Patch.UNKNOWN), notes);
        }
        if (told != null && answered != null && told != answered && (told == Patch.NO_PATCH || answered == Patch.NO_PATCH)) {
            // a patch that may or may not exist: neither a fix nor an acceptance may rest on it
            notes.add(new Note(CONTRADICTORY, Severity.WARNING, Estimator.WORDING.message(CONTRADICTORY, told, answered)));
            return new Parsed<>(Sourced.unknown(Patch.UNKNOWN), notes);
        }
        if (told != null && answered != null && told != answered) {
            notes.add(new Note(DIFFERENT, Severity.WARNING, Estimator.WORDING.message(DIFFERENT, told, answered)));
            told = told.compareTo(answered) >= 0 ? told : answered;
        } else if (told == null) {
            told = answered;
        }
        if (told != null) {
            return new Parsed<>(Sourced.of(told, Origin.LEDGER), notes);
        }
        boolean silent = column.notes().isEmpty();
        if (silent && treatment == Treatment.FIX && !status.isClosed()) {
            var how = Estimator.WORDING.message(ASSUMED);
            notes.add(new Note(ASSUMED, Severity.INFO, how));
            return new Parsed<>(Sourced.estimate(Patch.PATCH_APPROVED, Origin.ESTIMATE, how), notes);
        }
        return new Parsed<>(Sourced.unknown(Patch.UNKNOWN), notes);
    }

    private static boolean isAsked(Parsed<Patch> parsed) {
        return parsed.notes().stream().anyMatch(note -> note.severity() == Severity.WARNING);
    }

    // 有→回収: it does speak of a patch, but leaves open which way
    private static boolean isProviso(Parsed<Patch> parsed) {
        return parsed.notes().stream().anyMatch(note -> note.code().equals(Values.DOUBTFUL));
    }

    // a reply is prose: one that says nothing of a patch is no mistake of the sheet
    private static @Nullable Patch known(Parsed<Patch> parsed) {
        return parsed.value() == Patch.UNKNOWN ? null : parsed.value();
    }
}
