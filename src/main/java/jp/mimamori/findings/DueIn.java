package jp.mimamori.findings;

import java.time.LocalDate;
import jp.mimamori.hospital.FindingRow;

/** How far off a due date is. */
public enum DueIn {
    OVERDUE,
    /** Today and the seven days after it. */
    WEEK,
    MONTH,
    QUARTER,
    LATER,
    /** It is not known when it was discovered, or nothing is due. */
    NONE;

    static DueIn of(FindingRow row, LocalDate today) {
        FindingRow.Outcome outcome = row.outcome();
        if (outcome == null || outcome.due() == null) {
            return NONE;
        }
        long days = outcome.due().toEpochDay() - today.toEpochDay();
        return days < 0 ? OVERDUE : days <= 7 ? WEEK : days <= 30 ? MONTH : days <= 90 ? QUARTER : LATER;
    }
}
