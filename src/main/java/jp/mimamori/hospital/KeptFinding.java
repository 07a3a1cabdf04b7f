package jp.mimamori.hospital;

import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is kept ({@link Kind#FINDING}). Its device is named by its key, so that what is learnt of a device holds for all its findings.
 *
 * @param deviceKey the key of the kept device; null where it stands in no inventory
 * @param implied   what the ledger row itself tells of its device; null where the device is kept
 */
public record KeptFinding(Finding finding, @Nullable String deviceKey, @Nullable Device implied) {

    public KeptFinding {
        if ((deviceKey == null) == (implied == null)) {
            throw new IllegalArgumentException("a finding is either on a kept device or on one its row implies");
        }
    }
}
