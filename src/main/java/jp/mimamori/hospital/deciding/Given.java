package jp.mimamori.hospital.deciding;

import java.time.LocalDate;
import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/**
 * A kept finding, ready to be decided.
 *
 * @param tracked   the finding with its device as it is known today
 * @param deviceKey the key of that device; null where it stands in no inventory
 * @param imported  the day it was first brought in
 */
record Given(String key, Tracked tracked, @Nullable String deviceKey, LocalDate imported) {
}
