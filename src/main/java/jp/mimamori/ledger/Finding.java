package jp.mimamori.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.mimamori.inventory.Safety;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Source;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/**
 * One row of the vulnerability ledger. Texts are as the sheet writes them; null is a blank or an answer that was not
 * understood (an issue then names the cell).
 *
 * @param id              the ledger's own number of the finding (管理番号, VT-2025-001)
 * @param vulnerabilities the ids in the row, in their order, each once: CVE-…, JVNDB-…, JVNVU#…
 * @param cvss            the score that counts for the row (v4.0 before v3.1 before v3.0 before v2, then the higher)
 * @param scores          every score the row gives, the one that counts first
 * @param assessmentText  the ledger's words on risk or patient impact (リスク評価)
 * @param assessment      what those words mean for patient safety; UNKNOWN where they do not say
 * @param catchUpDate     是正期限, where a ledger written by us carries it
 * @param urgencyChange   an approver's wish for another urgency; null where there is none
 * @param cells           the cells, in A1 notation, of some fields that are talked about later ({@code discovered},
 *                        {@code assessmentText}, {@code catchUpDate}, {@code overrideUrgency}), where the sheet has such a column
 */
public record Finding(
        @Nullable String id,
        @Nullable LocalDate discovered,
        @Nullable String deviceId,
        @Nullable String deviceName,
        @Nullable String software,
        List<String> vulnerabilities,
        Cvss cvss,
        List<Cvss> scores,
        @Nullable String assessmentText,
        Safety assessment,
        @Nullable Treatment treatment,
        @Nullable String treatmentText,
        @Nullable String action,
        FindingStatus status,
        @Nullable LocalDate plannedCompletion,
        @Nullable LocalDate completed,
        @Nullable String note,
        Sourced<Patch> patch,
        Sourced<Exploitation> exploitation,
        Cost cost,
        @Nullable String owner,
        @Nullable String approver,
        @Nullable LocalDate acceptedUntil,
        @Nullable LocalDate catchUpDate,
        @Nullable UrgencyChange urgencyChange,
        Map<String, String> cells,
        Source source) {

    public Finding {
        vulnerabilities = List.copyOf(vulnerabilities);
        scores = List.copyOf(scores);
        cells = Map.copyOf(cells);
    }

    /** A row whose urgency nobody wishes to change and whose cells nobody asks for. */
    public Finding(@Nullable String id, @Nullable LocalDate discovered, @Nullable String deviceId, @Nullable String deviceName,
            @Nullable String software, List<String> vulnerabilities, Cvss cvss, List<Cvss> scores, @Nullable String assessmentText,
            Safety assessment, @Nullable Treatment treatment, @Nullable String treatmentText, @Nullable String action,
            FindingStatus status, @Nullable LocalDate plannedCompletion, @Nullable LocalDate completed, @Nullable String note,
            Sourced<Patch> patch, Sourced<Exploitation> exploitation, Cost cost, @Nullable String owner, @Nullable String approver,
            @Nullable LocalDate acceptedUntil, @Nullable LocalDate catchUpDate, Source source) {
        this(id, discovered, deviceId, deviceName, software, vulnerabilities, cvss, scores, assessmentText, assessment, treatment,
                treatmentText, action, status, plannedCompletion, completed, note, patch, exploitation, cost, owner, approver,
                acceptedUntil, catchUpDate, null, Map.of(), source);
    }

    /** The place of a field, for what there is to say about it: its cell where that is known, else the row. */
    public Place place(String field) {
        return new Place(source.file(), source.sheet(), cells.get(field), source.row());
    }
}
