package jp.mimamori.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approver's wish that a case has another urgency than the rules give it. Whether it holds is said by {@link OverrideTerms}.
 *
 * @param urgency  the urgency wanted
 * @param reason   why, in the approver's words; null where none is given
 * @param by       the approver's name; null where none is given
 * @param approval who signed it; null where nobody did
 * @param approved the day it was signed
 * @param expires  the last day it holds
 */
public record UrgencyOverride(Urgency urgency, @Nullable String reason, @Nullable String by, @Nullable Approver approval,
        @Nullable LocalDate approved, @Nullable LocalDate expires) {

    public UrgencyOverride {
        reason = written(reason);
        by = written(by);
    }

    private static @Nullable String written(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
