package jp.mimamori.intake.estimate;

import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.Values;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/** Whether there is a patch, from all that a ledger row says of it (policy.md, the patch row). */
public final class PatchEvidence {

    private final Values values;

    public PatchEvidence(Values values) {
        this.values = values;
    }

    /**
     * @param patchCell  the パッチ有無 cell; blank where there is no such column
     * @param makerReply the メーカー回答 cell; blank where there is no such column
     * @param treatment  対応方針
     * @param status     対応状況
     */
    public Parsed<Sourced<Patch>> of(CellValue patchCell, CellValue makerReply, @Nullable Treatment treatment,
            FindingStatus status) {
        return Parsed.of(Sourced.unknown(Patch.UNKNOWN));
    }
}
