package jp.mimamori.simulation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Assignment;

/** Sends the same people to a window that stays, as far as nobody is needed in two places at once; who works costs a plan nothing. */
final class People {

    private final Problem draft;
    private final Map<String, Assignment> before = new HashMap<>();
    private final Map<String, PatchTask> tasksBefore = new HashMap<>();
    private final Set<Problem.Staff> staff;

    People(Problem today, Schedule published, Problem draft) {
        this.draft = draft;
        published.assignments().forEach(assignment -> before.put(assignment.task(), assignment));
        today.tasks().forEach(task -> tasksBefore.put(task.id(), task));
        staff = new HashSet<>(draft.staff());
        staff.retainAll(new HashSet<>(today.staff()));
    }

    Schedule kept(Schedule schedule) {
        Map<String, List<String>> crews = new HashMap<>();
        Set<String> restored = new HashSet<>();
        for (Assignment now : schedule.assignments()) {
            crews.put(now.task(), now.staff());
            if (mayStay(now)) {
                crews.put(now.task(), requireNonNull(before.get(now.task())).staff());
                restored.add(now.task());
            }
        }
        // whoever gives way takes the crew the search found, which may push others: it ends, for that plan holds as a whole
        boolean again = true;
        while (again) {
            again = giveWay(schedule.assignments(), crews, restored);
        }
        List<Assignment> assignments = new ArrayList<>();
        for (Assignment now : schedule.assignments()) {
            List<String> crew = requireNonNull(crews.get(now.task()));
            assignments.add(new Assignment(now.task(), now.start(), now.end(), now.startTime(), now.endTime(), crew, now.why(), now.alternatives()));
        }
        Schedule kept = new Schedule(schedule.problem(), schedule.feasible(), schedule.score(), schedule.bound(), assignments,
                schedule.unassigned(), schedule.changes(), schedule.solver());
        return ExactScore.of(draft, kept).broken().isEmpty() ? kept : schedule;
    }

    private boolean mayStay(Assignment now) {
        Assignment was = before.get(now.task());
        PatchTask then = tasksBefore.get(now.task());
        return was != null && then != null && was.startTime().equals(now.startTime()) && was.endTime().equals(now.endTime())
                && draft.tasks().stream().anyMatch(task -> task.id().equals(now.task()) && task.roles().equals(then.roles()))
                && was.staff().stream().allMatch(id -> staff.stream().anyMatch(person -> person.id().equals(id)));
    }

    private static boolean giveWay(List<Assignment> windows, Map<String, List<String>> crews, Set<String> restored) {
        for (Assignment one : windows) {
            for (Assignment other : windows) {
                boolean clash = !one.task().equals(other.task()) && one.start() < other.end() && other.start() < one.end()
                        && restored.contains(one.task())
                        && requireNonNull(crews.get(one.task())).stream()
                                .anyMatch(requireNonNull(crews.get(other.task()))::contains);
                if (clash) {
                    restored.remove(one.task());
                    crews.put(one.task(), one.staff());
                    return true;
                }
            }
        }
        return false;
    }
}
