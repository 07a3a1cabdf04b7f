package jp.mimamori.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The weeks of a horizon by how firmly a published window stands in them. Grains of the problem; both ends are exclusive.
 *
 * @param begin       the first grain work may still be planned in; windows before have passed
 * @param frozenUntil the first grain that is not frozen any more
 * @param firmUntil   the first grain that is free, not before {@code frozenUntil}
 */
public record Zones(int begin, int frozenUntil, int firmUntil) {

    /** Weeks from the as-of date in which published windows do not move. */
    public static final int FROZEN_WEEKS = 2;
    /** The weeks after those in which they move with a reason only. */
    public static final int FIRM_WEEKS = 2;

    public Zones {
        if (firmUntil < frozenUntil) {
            throw new IllegalArgumentException("firm until " + firmUntil + ", before the frozen weeks end at " + frozenUntil);
        }
    }

    /** The first two weeks from {@code asOf} are frozen, the next two are firm. */
    public static Zones of(Problem problem, LocalDate asOf) {
        return new Zones(grain(problem, asOf), grain(problem, asOf.plusWeeks(FROZEN_WEEKS)),
                grain(problem, asOf.plusWeeks(FROZEN_WEEKS + FIRM_WEEKS)));
    }

    /** The same weeks where nothing is planned on the as-of date itself. */
    Zones fromTomorrow(Problem problem) {
        int tomorrow = begin + 24 * 60 / problem.grainMinutes();
        return new Zones(Math.min(tomorrow, problem.grains()), frozenUntil, firmUntil);
    }

    /** Where a window lies that starts in grain {@code start}. */
    public Zone of(int start) {
        return start < frozenUntil ? Zone.FROZEN : start < firmUntil ? Zone.FIRM : Zone.FREE;
    }

    private static int grain(Problem problem, LocalDate day) {
        LocalDateTime time = day.atStartOfDay();
        long grains = Math.floorDiv(ChronoUnit.MINUTES.between(problem.start(), time), problem.grainMinutes());
        return (int) Math.max(0, Math.min(problem.grains(), grains));
    }
}
