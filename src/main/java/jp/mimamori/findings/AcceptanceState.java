package jp.mimamori.findings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long the acceptance of a risk still holds. */
public enum AcceptanceState {
    /** It has ended: the risk is no longer accepted. */
    ENDED,
    /** It ends within thirty days. */
    ENDING,
    HOLDS,
    NONE;

    static final int SOON = 30;

    static AcceptanceState of(@Nullable LocalDate until, LocalDate today) {
        return until == null ? NONE : until.isBefore(today) ? ENDED : until.isAfter(today.plusDays(SOON)) ? HOLDS : ENDING;
    }
}
