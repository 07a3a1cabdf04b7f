package jp.mimamori.planning.posing;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Problem.Interval;

/**
 * When a site rests, when nothing may be changed there, and which devices must stay in service: public holidays, closures,
 * the days of the hospital's own calendar sheet, nights and weekends.
 */
final class SiteCalendar {

    private final Grid grid;
    private final Fleet fleet;
    private final PlanningSettings settings;
    private final HolidayCalendar holidays;
    private final Assumptions assumptions;
    private final Set<LocalDate> rest;
    private final List<Interval> restHours = new ArrayList<>();
    private final Map<String, List<Interval>> blackouts = new LinkedHashMap<>();
    private final Map<String, List<Interval>> frozen = new HashMap<>();
    private final Map<String, List<Interval>> duty = new HashMap<>();
    private final Map<String, List<Interval>> inspections = new HashMap<>();
    private final Map<String, List<Interval>> resting = new HashMap<>();
    private final Map<String, List<Interval>> closed = new HashMap<>();

    SiteCalendar(Grid grid, Fleet fleet, PlanningSettings settings, HolidayCalendar holidays, Assumptions assumptions) {
        this.grid = grid;
        this.fleet = fleet;
        this.settings = settings;
        this.holidays = holidays;
        this.assumptions = assumptions;
        this.rest = new TreeSet<>(holidays.rest());
        List<Interval> always = new ArrayList<>(grid.skipped());
        holidays.frozen().forEach(day -> grid.touched(day.atStartOfDay(), day.plusDays(1).atStartOfDay()).ifPresent(always::add));
        fleet.sites().forEach(site -> {
            blackouts.put(site, new ArrayList<>(always));
            List<Interval> days = resting.computeIfAbsent(site, any -> new ArrayList<>());
            holidays.rest().forEach(day -> grid.inside(day.atStartOfDay(), day.plusDays(1).atStartOfDay()).ifPresent(days::add));
        });
    }

    /** Takes in the days of the calendar sheets, and those of {@code holidays.csv} that are for some devices only. */
    SiteCalendar with(List<SiteDay> sheets) {
        int unscopedDuty = 0;
        int departments = 0;
        List<SiteDay> days = new ArrayList<>(holidays.scoped());
        days.addAll(sheets);
        for (SiteDay day : days) {
            switch (day.kind()) {
                case HOLIDAY -> {
                    if (day.scope() == null) {
                        holiday(day);
                    } else {
                        departments++;
                        closed(day);
                    }
                }
                case INSPECTION -> keep(inspections, day, outOfUse(day));
                case FREEZE -> {
                    if (day.scope() == null) {
                        sites(day).forEach(site -> grid.touched(day.from(), day.to()).ifPresent(requireNonNull(blackouts.get(site))::add));
                    } else {
                        keep(frozen, day, scoped(day));
                    }
                }
                case EMERGENCY_DUTY -> {
                    unscopedDuty += day.scope() == null ? 1 : 0;
                    keep(duty, day, day.scope() == null ? onDuty(day) : scoped(day));
                }
            }
        }
        if (unscopedDuty > 0) {
            assumptions.assume("PLAN-021", "plan.duty", unscopedDuty, settings.dutyCriticality());
        }
        if (departments > 0) {
            assumptions.assume("PLAN-022", "plan.department-days", departments);
        }
        return this;
    }

    /** Whether the day is an ordinary working day, on which somebody who is only assumed works. */
    boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !rest.contains(day) && !holidays.frozen().contains(day);
    }

    boolean isVendorWorkday(LocalDate day) {
        return isWorkday(day) && !holidays.vendors().contains(day);
    }

    /** Whether the hospital rests on a day (a public holiday or a closure; a weekend is none). */
    boolean rests(LocalDate day) {
        return rest.contains(day);
    }

    List<Interval> blackouts(String site) {
        return Grid.merged(blackouts.getOrDefault(site, List.of()));
    }

    /** Hours in which nothing may be changed on a device although the site may work. */
    List<Interval> frozen(Fleet.Member member) {
        return Grid.merged(frozen.getOrDefault(member.id(), List.of()));
    }

    /** Hours of emergency duty in which a device must stay in service. */
    List<Interval> duty(Fleet.Member member) {
        return Grid.merged(duty.getOrDefault(member.id(), List.of()));
    }

    /** Whole grains in which the site of a device rests: public holidays and closures. */
    List<Interval> resting(Fleet.Member member) {
        return Grid.merged(resting.getOrDefault(member.site(), List.of()));
    }

    /** Whole grains in which the department of a device is closed, though its site may work. */
    List<Interval> closed(Fleet.Member member) {
        return Grid.merged(closed.getOrDefault(member.id(), List.of()));
    }

    /** Hours in which a device is out of use anyway: its inspection days. */
    List<Interval> inspections(Fleet.Member member) {
        return Grid.merged(inspections.getOrDefault(member.id(), List.of()));
    }

    /** Hours in which a device had better stay in service: the mornings on which outpatients crowd after a rest. */
    List<Interval> avoid(Fleet.Member member) {
        Terms terms = settings.terms();
        String category = member.device().category();
        return category == null || !terms.avoidKinds().contains(category) ? List.of()
                : grid.around(terms.avoidFrom(), terms.avoidTo(), day -> isWorkday(day)
                        && (terms.avoidDays().contains(day.getDayOfWeek()) || restBefore(day) >= terms.avoidAfterDays()));
    }

    /** How many days running the hospital rests before a day; the weekend counts. */
    private int restBefore(LocalDate day) {
        int rested = 0;
        while (rested < 14 && (day.minusDays(rested + 1).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || rest.contains(day.minusDays(rested + 1)))) {
            rested++;
        }
        return rested;
    }

    /** The hours of night. */
    List<Interval> nights() {
        List<Interval> out = new ArrayList<>();
        // one day earlier, for the night that reaches into the first morning
        for (LocalDate day = grid.firstDay().minusDays(1); day.isBefore(grid.end().toLocalDate()); day = day.plusDays(1)) {
            LocalDateTime night = day.atTime(settings.nightFrom());
            LocalDateTime morning = day.atTime(settings.nightTo());
            grid.touched(night, morning.isAfter(night) ? morning : morning.plusDays(1)).ifPresent(out::add);
        }
        return Grid.merged(out);
    }

    /** Nights, weekends and holidays. */
    List<Interval> premium() {
        List<Interval> out = new ArrayList<>(restHours);
        out.addAll(nights());
        for (LocalDate day : grid.days()) {
            if (!isWorkday(day)) {
                grid.touched(day.atStartOfDay(), day.plusDays(1).atStartOfDay()).ifPresent(out::add);
            }
        }
        return Grid.merged(out);
    }

    /** A window is only drawn to hours that are closed throughout. */
    private void closed(SiteDay day) {
        Collection<Fleet.Member> members = outOfUse(day);
        grid.inside(day.from(), day.to()).ifPresent(hours ->
                members.forEach(member -> closed.computeIfAbsent(member.id(), any -> new ArrayList<>()).add(hours)));
    }

    private void holiday(SiteDay day) {
        if (day.facility() == null || isKnown(day.facility())) {
            sites(day).forEach(site -> grid.inside(day.from(), day.to()).ifPresent(requireNonNull(resting.get(site))::add));
        }
        grid.touched(day.from(), day.to()).ifPresent(restHours::add);
        for (LocalDate date = day.from().toLocalDate(); !date.plusDays(1).atStartOfDay().isAfter(day.to()); date = date.plusDays(1)) {
            if (!date.atStartOfDay().isBefore(day.from())) {
                rest.add(date);
            }
        }
    }

    private List<String> sites(SiteDay day) {
        // a freeze of a facility we do not know holds everywhere
        return day.facility() == null || !isKnown(day.facility()) ? fleet.sites() : List.of(fleet.site(day.facility()));
    }

    private boolean isKnown(String facility) {
        return fleet.sites().stream().anyMatch(site -> PlainText.of(site).equals(PlainText.of(facility)));
    }

    private Collection<Fleet.Member> scoped(SiteDay day) {
        String scope = day.scope() == null ? "" : day.scope();
        Set<Fleet.Member> members = fleet.within(scope);
        if (members.isEmpty()) {
            assumptions.warn("PLAN-009", day.source(), scope, "plan.scope-unknown", day.name(), scope, day.kind());
            // nobody knows whom it protects, so it protects all
            grid.touched(day.from(), day.to()).ifPresent(hours -> sites(day).forEach(site -> requireNonNull(blackouts.get(site)).add(hours)));
        }
        return members;
    }

    private Collection<Fleet.Member> onDuty(SiteDay day) {
        List<String> sites = sites(day);
        return fleet.members().stream().filter(member -> sites.contains(member.site())
                && member.device().status() != DeviceStatus.SPARE && member.device().status() != DeviceStatus.IDLE
                && Criticality.of(member.device()) >= settings.dutyCriticality()).toList();
    }

    /** The devices that are out of use on a day; nobody knows which where its scope names none. */
    private Collection<Fleet.Member> outOfUse(SiteDay day) {
        String scope = day.scope() == null ? "" : day.scope();
        Set<Fleet.Member> members = scope.isEmpty() ? Set.of() : fleet.within(scope);
        if (members.isEmpty()) {
            assumptions.warn("PLAN-040", day.source(), scope.isEmpty() ? day.name() : scope, "plan.out-of-use", day.name(), scope);
        }
        return members;
    }

    private void keep(Map<String, List<Interval>> kept, SiteDay day, Collection<Fleet.Member> members) {
        grid.touched(day.from(), day.to()).ifPresent(hours ->
                members.forEach(member -> kept.computeIfAbsent(member.id(), any -> new ArrayList<>()).add(hours)));
    }
}
