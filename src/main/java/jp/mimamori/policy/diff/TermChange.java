package jp.mimamori.policy.diff;

import jp.mimamori.decision.table.OverrideTerm;
import jp.mimamori.language.Bilingual;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/**
 * Another limit on what an approver may change.
 *
 * @param direction milder where more may be lowered
 * @param from      where it stands in the first edition; null where the sheet does not show
 */
public record TermChange(OverrideTerm term, Bilingual before, Bilingual after, Direction direction, @Nullable Place from, @Nullable Place to) {
}
