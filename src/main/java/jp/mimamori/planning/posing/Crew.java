package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.Staff;

/**
 * Who can do the work. Where a staff sheet is given, only the people in it exist: nobody is invented for a role that is
 * missing there, the tasks that need it stay without a window and a warning tells the role. Without any staff sheet a team
 * for each role is assumed on working days.
 *
 * <p>Where skills name devices, the people for a role differ from device to device: such a device asks for a role of its
 * own, {@code RT:ct} instead of {@code RT}.
 */
final class Crew {

    private final StaffRoles words;
    private final Skills skills;
    private final Assumptions assumptions;
    private final Map<Action, List<String>> codes = new IdentityHashMap<>();
    private final Map<String, Map<String, Integer>> needed = new LinkedHashMap<>();
    private final List<Staff> staff = new ArrayList<>();
    private boolean told;

    /** @param earliest the first grain in which somebody assumed can work */
    Crew(List<StaffShift> shifts, List<Action> actions, Grid grid, Fleet fleet, PlanningSettings settings, StaffRoles words,
            Skills skills, SiteCalendar calendar, int earliest, Assumptions assumptions) {
        this.words = words;
        this.skills = skills;
        this.assumptions = assumptions;
        List<StaffShift> own = shifts.stream().filter(shift -> !words.isVendor(shift)).toList();
        if (actions.isEmpty()) {
            return;
        }
        if (own.isEmpty()) {
            actions.forEach(action -> need(action, action.work().roles()));
            assume(grid.daily(settings.staffFrom(), settings.staffTo(), earliest, calendar::isWorkday), settings);
        } else {
            told = true;
            engage(new Roster(own, grid, fleet, words, skills, calendar, assumptions), actions, settings.terms(), grid);
        }
    }

    /** Whether a staff sheet tells who works when; only then can their nights be counted. */
    boolean isTold() {
        return told;
    }

    /** The roles a task asks for, as the problem names them. */
    List<String> roles(Action action) {
        return codes.getOrDefault(action, List.of());
    }

    List<Staff> staff() {
        return List.copyOf(staff);
    }

    /** What people call the roles that tasks ask for. */
    Map<String, Bilingual> labels() {
        Map<String, Bilingual> labels = new HashMap<>();
        needed.values().forEach(byRole -> byRole.keySet().forEach(role -> labels.put(role, words.label(role))));
        return labels;
    }

    private void need(Action action, List<String> roles) {
        codes.put(action, roles);
        Map<String, Integer> site = needed.computeIfAbsent(action.member().site(), any -> new TreeMap<>());
        roles.forEach(role -> site.merge(role, 1, Integer::sum));
    }

    private void assume(List<Interval> hours, PlanningSettings settings) {
        Map<String, Integer> teams = new TreeMap<>();
        needed.forEach((site, byRole) -> byRole.keySet().forEach(role -> {
            for (int n = 1; n <= words.people(role); n++) {
                String name = role + "-" + n;
                staff.add(new Staff(needed.size() == 1 ? name : name + "@" + site, site, List.of(role), hours, null, 0));
                teams.merge(role, 1, Integer::sum);
            }
        }));
        assumptions.assume("PLAN-001", "plan.staff-assumed", staff.size(), new Bilingual(teams(teams, Language.JA), teams(teams, Language.EN)),
                settings.staffFrom().toString(), settings.staffTo().toString());
    }

    private String teams(Map<String, Integer> teams, Language language) {
        return Assumptions.listed(teams.entrySet().stream()
                .map(team -> words.label(language, team.getKey()) + " " + team.getValue()).toList());
    }

    private void engage(Roster roster, List<Action> actions, Terms terms, Grid grid) {
        Map<Roster.Person, Set<String>> takes = new IdentityHashMap<>();
        Map<List<Object>, String> known = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Action action : actions) {
            List<String> roles = new ArrayList<>();
            for (String role : action.work().roles()) {
                Fleet.Member member = action.member();
                List<Roster.Person> there = roster.people().stream().filter(person -> person.site().equals(member.site())).toList();
                List<Roster.Person> able = there.stream().filter(person -> person.canTake(role, member, skills)).toList();
                boolean plain = able.isEmpty() || able.equals(there.stream().filter(person -> person.holds(role, skills)).toList());
                String code = plain ? role : known.computeIfAbsent(List.of(role, kind(member), able), any -> own(role, member, taken));
                able.forEach(person -> takes.computeIfAbsent(person, any -> new LinkedHashSet<>()).add(code));
                roles.add(code);
            }
            need(action, List.copyOf(roles));
        }
        Set<String> names = new HashSet<>();
        for (Roster.Person person : roster.people()) {
            Set<String> skills = takes.getOrDefault(person, Set.of());
            if (!skills.isEmpty()) {
                String name = names.add(person.name()) ? person.name() : person.name() + "@" + person.site();
                staff.add(new Staff(name, person.site(), List.copyOf(skills), roster.available(person),
                        person.maxNights() == null ? Integer.valueOf(terms.maxNights()) : person.maxNights(), grid.hours(terms.restHours())));
            }
        }
        needed.forEach((site, byRole) -> byRole.forEach((role, tasks) -> {
            if (staff.stream().noneMatch(person -> person.site().equals(site) && person.skills().contains(role))) {
                assumptions.warn("PLAN-002", null, role, "plan.role-missing", role.replaceFirst(":.*", ""), tasks, site,
                        words.label(role));
            }
        }));
    }

    private static String kind(Fleet.Member member) {
        return member.device().category() != null ? member.device().category()
                : member.device().name() != null ? member.device().name() : member.id();
    }

    /** A role code for one kind of device. */
    private static String own(String role, Fleet.Member member, Set<String> taken) {
        String kind = kind(member);
        String code = role + ":" + kind;
        for (int n = 2; !taken.add(code); n++) {
            code = role + ":" + kind + "#" + n;
        }
        return code;
    }
}
