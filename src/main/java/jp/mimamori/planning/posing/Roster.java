package jp.mimamori.planning.posing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Problem.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The people of the staff sheets. Beyond the last day of the sheets their pattern is repeated (four weeks where it is that
 * long, else one), without holidays.
 */
final class Roster {

    /** A person, the roles their rows speak of, and the devices their skills speak of. */
    static final class Person {
        private final String name;
        private final String site;
        private final Set<String> roles = new LinkedHashSet<>();
        private final Skills.Scope scope = new Skills.Scope();
        /** Whether a role column says what they are; else their name or skills do. */
        private boolean told;
        private final List<StaffShift> shifts = new ArrayList<>();

        private Person(String name, String site) {
            this.name = name;
            this.site = site;
        }

        String name() {
            return name;
        }

        String site() {
            return site;
        }

        /** The fewest nights in any seven that a row of theirs allows; null where none says. */
        @Nullable Integer maxNights() {
            return shifts.stream().map(StaffShift::maxNights).filter(Objects::nonNull).min(Integer::compare).orElse(null);
        }

        /**
         * Whether they can take a role in the work on a device. Skills that speak of devices a role works on limit it to
         * these, where the role is one that goes by devices; any other skill takes no role away. Nobody takes a role beside
         * the one their role column tells; where it tells none, the devices somebody is skilled in say what they do.
         */
        boolean canTake(String role, Fleet.Member member, Skills skills) {
            if (told || !skills.isByDevice(role) || scope.isEmpty()) {
                return roles.contains(role) && (!isLimited(role, skills) || scope.suggests(member));
            }
            return scope.names(member);
        }

        /** Whether they hold a role without being bound to certain devices. */
        boolean holds(String role, Skills skills) {
            return roles.contains(role) && !isLimited(role, skills);
        }

        private boolean isLimited(String role, Skills skills) {
            return skills.isByDevice(role) && (told ? skills.concern(scope, role) : !scope.isEmpty());
        }
    }

    private final Grid grid;
    private final SiteCalendar calendar;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final LocalDate first;
    private final LocalDate last;

    /** @param shifts at least one */
    Roster(List<StaffShift> shifts, Grid grid, Fleet fleet, StaffRoles words, Skills skills, SiteCalendar calendar,
            Assumptions assumptions) {
        this.grid = grid;
        this.calendar = calendar;
        // a calendar file's shifts may repeat for ever, and say nothing of how far the sheets beside it reach
        List<StaffShift> sheets = shifts.stream().filter(shift -> !isCalendar(shift)).toList();
        List<StaffShift> telling = sheets.isEmpty() ? shifts : sheets;
        this.first = telling.stream().map(shift -> shift.from().toLocalDate()).min(LocalDate::compareTo).orElseThrow();
        this.last = telling.stream().map(shift -> shift.from().toLocalDate()).max(LocalDate::compareTo).orElseThrow();
        int homeless = 0;
        Map<String, Set<String>> strange = new LinkedHashMap<>();
        for (StaffShift shift : shifts) {
            String site = fleet.site(shift.facility());
            Person person = people.computeIfAbsent(site + "/" + PlainText.of(shift.person()), any -> new Person(shift.person(), site));
            person.roles.addAll(words.of(shift));
            person.told |= words.tells(shift);
            shift.skills().stream().sorted().filter(skill -> !skills.read(skill, person.scope))
                    .forEach(skill -> strange.computeIfAbsent(skill, any -> new LinkedHashSet<>()).add(person.name()));
            person.shifts.add(shift);
            homeless += shift.facility() == null && fleet.sites().size() > 1 ? 1 : 0;
        }
        List<Person> unknown = people.values().stream().filter(person -> person.roles.isEmpty() && person.scope.isEmpty()).toList();
        if (!unknown.isEmpty()) {
            StaffShift row = unknown.get(0).shifts.get(0);
            assumptions.warn("PLAN-004", row.source(), row.role(), "plan.role-unknown", unknown.size(),
                    Assumptions.listed(unknown.stream().map(Person::name).toList()));
        }
        if (!strange.isEmpty()) {
            assumptions.assume("PLAN-032", "plan.skill-unknown", strange.size(), Assumptions.listed(strange.entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + Assumptions.listed(entry.getValue()) + ")").toList()));
        }
        if (homeless > 0) {
            assumptions.assume("PLAN-024", "plan.staff-site", homeless, fleet.site(null));
        }
        if (last.plusDays(1).isBefore(grid.end().toLocalDate())) {
            assumptions.assume("PLAN-003", "plan.roster-repeated", last, last.plusDays(1));
        }
    }

    private static boolean isCalendar(StaffShift shift) {
        return shift.source().file().toLowerCase(Locale.ROOT).endsWith(".ics");
    }

    List<Person> people() {
        return List.copyOf(people.values());
    }

    private record Span(LocalDateTime from, LocalDateTime to) {
    }

    /** Grains the person is on shift throughout. */
    List<Interval> available(Person person) {
        List<Span> spans = new ArrayList<>();
        Map<LocalDate, List<StaffShift>> byDay = new TreeMap<>();
        for (StaffShift shift : person.shifts) {
            spans.add(new Span(shift.from(), shift.to()));
            byDay.computeIfAbsent(shift.from().toLocalDate(), any -> new ArrayList<>()).add(shift);
        }
        int cycle = ChronoUnit.DAYS.between(first, last) >= 27 ? 28 : 7;
        LocalDate end = person.shifts.stream().filter(Roster::isCalendar).map(shift -> shift.from().toLocalDate())
                .max(LocalDate::compareTo).filter(day -> day.isAfter(last)).orElse(last);
        for (LocalDate day : grid.days()) {
            if (day.isAfter(end) && !calendar.rests(day)) {
                long back = (ChronoUnit.DAYS.between(end, day) + cycle - 1) / cycle * cycle;
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
