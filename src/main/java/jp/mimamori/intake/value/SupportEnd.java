package jp.mimamori.intake.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a support-end column says.
 *
 * @param date  the last day of support; null where none is given
 * @param ended the cell says that support is over, without a date (終了済)
 */
public record SupportEnd(@Nullable LocalDate date, boolean ended) {

    public static final SupportEnd UNKNOWN = new SupportEnd(null, false);
}
