package jp.mimamori.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The weeks a plan covers, from 00:00 of {@code from}. No task ever starts on or before the as-of date.
 *
 * @param weeks 1–26
 */
public record Horizon(LocalDate from, int weeks) {

    /** How far a plan looks where nobody says otherwise. */
    public static final int WEEKS = 13;

    public Horizon {
        if (weeks < 1 || weeks > 26) {
            throw new IllegalArgumentException("weeks " + weeks + " must be 1-26");
        }
    }

    /**
     * The horizon the user asked for. By default it begins with the Monday of the week of the day after {@code asOf}: so
     * the calendar shows whole weeks, and what is urgent may still be done tomorrow instead of waiting for a Monday.
     */
    public static Horizon of(LocalDate asOf, @Nullable LocalDate from, @Nullable Integer weeks) {
        LocalDate start = from != null ? from
                : asOf.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Horizon(start, weeks == null ? WEEKS : weeks);
    }
}
