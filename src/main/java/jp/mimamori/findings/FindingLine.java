package jp.mimamori.findings;

import java.time.LocalDate;
import jp.mimamori.hospital.FindingRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list.
 *
 * @param acceptedUntil until when its acceptance holds, as the ledger has it; null where it says none
 */
public record FindingLine(FindingRow row, @Nullable LocalDate acceptedUntil) {
}
