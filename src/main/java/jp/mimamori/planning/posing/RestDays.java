package jp.mimamori.planning.posing;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Problem.Interval;

/**
 * What a device's week is worth on days of rest. Where a sheet tells of holidays, that counts. Else a device that its department's closed day or
 * its category says to be at rest counts as on a Sunday; every other keeps its weekday: a holiday on which dialysis runs must not look free.
 */
final class RestDays {

    private static final int SUNDAY = (DayOfWeek.SUNDAY.getValue() - 1) * 24;

    private final Grid grid;
    private final Terms terms;
    private final SiteCalendar calendar;
    private final Set<String> told = new TreeSet<>();
    private final Set<String> asSunday = new TreeSet<>();
    private final Set<String> asWeekday = new TreeSet<>();

    RestDays(Grid grid, Terms terms, SiteCalendar calendar) {
        this.grid = grid;
        this.terms = terms;
        this.calendar = calendar;
    }

    /**
     * A week laid over the grains of the plan.
     *
     * @param week hours of seven days and of a holiday, −1 where nothing is told of the latter
     * @return a week of grains where no day of rest is another day to the device, else all grains of the horizon, in whole weeks
     */
    int[] spread(int[] week, Fleet.Member member) {
        int perHour = 60 / grid.minutes();
        int first = (grid.start().getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()) * 24 + grid.start().getHour();
        int length = Utilisation.WEEK * perHour;
        int[] grains = new int[(grid.grains() + length - 1) / length * length];
        for (int grain = 0; grain < grains.length; grain++) {
            grains[grain] = week[(first + grain / perHour) % Utilisation.WEEK];
        }
        boolean special = rest(grains, week, calendar.closed(member), true);
        List<Interval> holidays = calendar.resting(member);
        boolean rests = terms.restsOnHolidays(member.device());
        special |= rest(grains, week, holidays, rests);
        if (!holidays.isEmpty()) {
            boolean says = Arrays.stream(week, Utilisation.WEEK, Utilisation.HOURS).allMatch(percent -> percent >= 0);
            (says ? told : rests ? asSunday : asWeekday).add(member.id());
        }
        return special ? grains : Arrays.copyOf(grains, length);
    }

    private boolean rest(int[] grains, int[] week, List<Interval> days, boolean asSunday) {
        boolean changed = false;
        int perHour = 60 / grid.minutes();
        for (Interval day : days) {
            for (int grain = day.from(); grain < day.to(); grain++) {
                int hour = (grid.start().getHour() + grain / perHour) % 24;
                int holiday = week[Utilisation.WEEK + hour];
                int percent = holiday >= 0 ? holiday : asSunday ? week[SUNDAY + hour] : grains[grain];
                changed |= percent != grains[grain];
                grains[grain] = percent;
            }
        }
        return changed;
    }

    /** Says how many devices rest on holidays and how many are taken to work. */
    void tell(Assumptions assumptions) {
        if (!asSunday.isEmpty() || !asWeekday.isEmpty()) {
            assumptions.assume("PLAN-046", "plan.holiday-use", told.size(), asSunday.size(), asWeekday.size());
        }
    }
}
