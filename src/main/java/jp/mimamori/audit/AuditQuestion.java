package jp.mimamori.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries one looks for; null where it does not matter.
 *
 * @param action the beginning of the action's word, such as {@code import}
 * @param from   the first moment
 * @param to     the moment after the last
 */
public record AuditQuestion(@Nullable String actor, @Nullable String action, @Nullable Instant from, @Nullable Instant to) {
}
