package jp.mimamori.intake.value;

import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * What 対応方針 says: the head word and the whole text (緩和策（ネットワーク分離）).
 *
 * @param treatment null where the text names none
 */
public record TreatmentText(@Nullable Treatment treatment, String text) {
}
