package jp.mimamori.findings;

import java.util.List;
import jp.mimamori.dossier.FindingEdit;
import jp.mimamori.hospital.HeldFinding;
import jp.mimamori.language.Message;

/**
 * What a change of many findings would do.
 *
 * @param seen    the hospital's version that was looked at
 * @param changed those that would change
 * @param same    how many say so already
 * @param refused those that cannot be changed, with the reason
 */
public record BulkPreview(long seen, List<Changed> changed, int same, List<Refused> refused) {

    public BulkPreview {
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }

    /** One that would change. */
    public record Changed(HeldFinding finding, FindingEdit before, FindingEdit after) {
    }

    /** One that cannot be changed. */
    public record Refused(String key, Message why) {
    }
}
