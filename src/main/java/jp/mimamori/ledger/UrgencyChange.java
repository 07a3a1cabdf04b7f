package jp.mimamori.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approver's wish for another urgency than the policy gives, as a ledger row carries it. Whether it counts is for the policy
 * to say.
 *
 * @param urgency  緊急度の変更
 * @param reason   変更理由
 * @param by       変更承認者: a name
 * @param signed   who approved of it; {@code UNKNOWN} where nobody is named whose approval means something
 * @param approved 変更承認日
 * @param expires  変更期限: the last day it counts
 */
public record UrgencyChange(AskedUrgency urgency, @Nullable String reason, @Nullable String by, Signatory signed,
        @Nullable LocalDate approved, @Nullable LocalDate expires) {
}
