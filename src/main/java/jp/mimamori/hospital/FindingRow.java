package jp.mimamori.hospital;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.NotDecided.Why;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.Exploitation;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability of one finding as lists show it: what it is on and what was decided. The proof is not kept: it follows from the records
 * and the policy, and is made anew for whoever opens the finding.
 *
 * @param id            unique in an assessment ({@code findingId#CVE}), as in the decisions of the command line
 * @param findingKey    the key of the kept finding
 * @param deviceKey     the key of the kept device; null where the device stands in no inventory
 * @param vulnerability null where the row names none
 * @param device        where it is
 * @param cvss          base score 0–10; null where unknown
 * @param status        as the ledger has it
 * @param outcome       null where nothing is to be decided
 * @param settled       why nothing is to be decided; null where there is an outcome
 */
public record FindingRow(String id, String findingKey, @Nullable String deviceKey, @Nullable String vulnerability, On device,
        @Nullable Double cvss, Exploitation exploitation, FindingStatus status, @Nullable String owner, @Nullable LocalDate discovered,
        @Nullable Outcome outcome, @Nullable Why settled) {

    public FindingRow {
        if ((outcome == null) == (settled == null)) {
            throw new IllegalArgumentException("either decided or settled: " + id);
        }
    }

    /** What lists show and filter of the device. */
    public record On(@Nullable String id, @Nullable String name, @Nullable String category, @Nullable String manufacturer, @Nullable String model,
            @Nullable String facility, @Nullable String department, @Nullable String location, Asset asset, Safety safety, Exposure exposure,
            Support support) {
    }

    /**
     * What was decided.
     *
     * @param due     the date that binds now (是正期限 where there is one); null where discovery is unknown
     * @param overdue 積み残し: overdue when it was first imported
     * @param missing the names of the unknown inputs
     */
    public record Outcome(Urgency urgency, Treatment treatment, boolean provisional, Urgency lowest, Urgency highest, @Nullable LocalDate due,
            @Nullable LocalDate interimDue, boolean overdue, Approver approver, List<String> missing) {

        public Outcome {
            missing = List.copyOf(missing);
        }
    }
}
