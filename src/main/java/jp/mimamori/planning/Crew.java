package jp.mimamori.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.Staff;

/**
 * Who can do the work. Where a staff sheet is given, only the people in it exist: nobody is invented for a role that is
 * missing there, the tasks that need it stay without a window and a warning tells the role. Beyond the last day of the
 * sheet its pattern is repeated (four weeks where it is that long, else one), without holidays. Without any staff sheet a
 * team for each role is assumed on working days.
 */
final class Crew {

    private final Grid grid;
    private final Fleet fleet;
    private final PlanningSettings settings;
    private final StaffRoles roles;
    private final SiteCalendar calendar;
    private final Assumptions assumptions;

    Crew(Grid grid, Fleet fleet, PlanningSettings settings, StaffRoles roles, SiteCalendar calendar, Assumptions assumptions) {
        this.grid = grid;
        this.fleet = fleet;
        this.settings = settings;
        this.roles = roles;
        this.calendar = calendar;
        this.assumptions = assumptions;
    }

    /** Rows of staff sheets that speak of a vendor's engineer. */
    List<StaffShift> vendorRows(List<StaffShift> shifts) {
        return shifts.stream().filter(this::isVendor).toList();
    }

    /**
     * The people, by name.
     *
     * @param needed the roles the tasks need at each site, and how many tasks need each
     */
    List<Staff> staff(List<StaffShift> shifts, Map<String, Map<String, Integer>> needed, int earliest) {
        List<StaffShift> own = shifts.stream().filter(shift -> !isVendor(shift)).toList();
        List<Staff> staff = own.isEmpty() ? assumed(needed, earliest) : fromSheet(own, needed);
        needed.forEach((site, byRole) -> byRole.forEach((role, tasks) -> {
            if (staff.stream().noneMatch(person -> person.site().equals(site) && person.skills().contains(role))) {
                assumptions.warn("PLAN-002", null, role, "plan.role-missing", role, tasks, site,
                        roles.label(Language.JA, role), roles.label(Language.EN, role));
            }
        }));
        return staff;
    }

    private boolean isVendor(StaffShift shift) {
        return roles.of(shift).contains(StaffRoles.VENDOR);
    }

    private List<Staff> assumed(Map<String, Map<String, Integer>> needed, int earliest) {
        List<Staff> staff = new ArrayList<>();
        Map<String, Integer> teams = new TreeMap<>();
        List<Interval> hours = grid.daily(settings.staffFrom(), settings.staffTo(), earliest, calendar::isWorkday);
        needed.forEach((site, byRole) -> byRole.keySet().forEach(role -> {
            for (int n = 1; n <= roles.people(role); n++) {
                String name = role + "-" + n;
                staff.add(new Staff(needed.size() == 1 ? name : name + "@" + site, site, List.of(role), hours));
                teams.merge(role, 1, Integer::sum);
            }
        }));
        if (!staff.isEmpty()) {
            assumptions.assume("PLAN-001", "plan.staff-assumed", staff.size(), teams(teams, Language.JA), teams(teams, Language.EN),
                    settings.staffFrom().toString(), settings.staffTo().toString());
        }
        return staff;
    }

    private String teams(Map<String, Integer> teams, Language language) {
        return Assumptions.listed(teams.entrySet().stream()
                .map(team -> roles.label(language, team.getKey()) + " " + team.getValue()).toList());
    }

    /** A person of the sheets and everything they say of them. */
    private static final class Person {
        private final String name;
        private final String site;
        private final Set<String> skills = new LinkedHashSet<>();
        private final List<StaffShift> shifts = new ArrayList<>();

        Person(String name, String site) {
            this.name = name;
            this.site = site;
        }
    }

    private List<Staff> fromSheet(List<StaffShift> shifts, Map<String, Map<String, Integer>> needed) {
        Map<String, Person> people = new LinkedHashMap<>();
        Map<String, StaffShift> unknown = new LinkedHashMap<>();
        int homeless = 0;
        for (StaffShift shift : shifts) {
            Set<String> skills = roles.of(shift);
            String site = fleet.site(shift.facility());
            Person person = people.computeIfAbsent(site + "/" + PlainText.of(shift.person()), any -> new Person(shift.person(), site));
            person.skills.addAll(skills);
            person.shifts.add(shift);
            homeless += shift.facility() == null && fleet.sites().size() > 1 ? 1 : 0;
            if (skills.isEmpty()) {
                unknown.putIfAbsent(shift.person(), shift);
            }
        }
        unknown.values().removeIf(shift -> !people.get(fleet.site(shift.facility()) + "/" + PlainText.of(shift.person())).skills.isEmpty());
        if (!unknown.isEmpty()) {
            StaffShift first = unknown.values().iterator().next();
            assumptions.warn("PLAN-004", first.source(), first.role(), "plan.role-unknown", unknown.size(),
                    Assumptions.listed(unknown.keySet()));
        }
        if (homeless > 0) {
            assumptions.assume("PLAN-024", "plan.staff-site", homeless, fleet.site(null));
        }
        LocalDate first = shifts.stream().map(shift -> shift.from().toLocalDate()).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = shifts.stream().map(shift -> shift.from().toLocalDate()).max(LocalDate::compareTo).orElseThrow();
        if (last.plusDays(1).isBefore(grid.end().toLocalDate())) {
            assumptions.assume("PLAN-003", "plan.roster-repeated", last, last.plusDays(1));
        }
        List<Staff> staff = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Person person : people.values()) {
            Set<String> wanted = new LinkedHashSet<>(person.skills);
            wanted.retainAll(needed.getOrDefault(person.site, Map.of()).keySet());
            if (!wanted.isEmpty()) {
                String name = names.add(person.name) ? person.name : person.name + "@" + person.site;
                staff.add(new Staff(name, person.site, List.copyOf(wanted), available(person.shifts, first, last)));
            }
        }
        return staff;
    }

    private record Span(LocalDateTime from, LocalDateTime to) {
    }

    private List<Interval> available(List<StaffShift> shifts, LocalDate first, LocalDate last) {
        List<Span> spans = new ArrayList<>();
        Map<LocalDate, List<StaffShift>> byDay = new TreeMap<>();
        for (StaffShift shift : shifts) {
            spans.add(new Span(shift.from(), shift.to()));
            byDay.computeIfAbsent(shift.from().toLocalDate(), any -> new ArrayList<>()).add(shift);
        }
        int cycle = ChronoUnit.DAYS.between(first, last) >= 27 ? 28 : 7;
        for (LocalDate day : grid.days()) {
            if (day.isAfter(last) && !calendar.rests(day)) {
                long back = (ChronoUnit.DAYS.between(last, day) + cycle - 1) / cycle * cycle;
                byDay.getOrDefault(day.minusDays(back), List.of())
                        .forEach(shift -> spans.add(new Span(shift.from().plusDays(back), shift.to().plusDays(back))));
            }
        }
        spans.sort(Comparator.comparing(Span::from).thenComparing(Span::to));
        // shifts that touch are one presence: rounded apart they would lose the hour between them
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && !span.from().isAfter(before.to())) {
                joined.set(joined.size() - 1, new Span(before.from(), span.to().isAfter(before.to()) ? span.to() : before.to()));
            } else {
                joined.add(span);
            }
        }
        return Grid.merged(joined.stream().flatMap(span -> grid.inside(span.from(), span.to()).stream()).toList());
    }
}
