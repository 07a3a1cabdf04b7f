package jp.mimamori.hospital;

import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/**
 * A kept finding with its device as that stands now.
 *
 * @param key       the key of the finding
 * @param deviceKey the key of its kept device; null where the device stands in no inventory
 */
public record HeldFinding(String key, Tracked tracked, @Nullable String deviceKey) {
}
