package jp.mimamori.planning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan that people have been told, and what was agreed on it since.
 *
 * @param schedule its windows
 * @param agreed   tasks whose visit has been agreed with the vendor
 * @param problem  what it was planned for, to see what happened since; null where nobody knows
 */
public record Published(Schedule schedule, Set<String> agreed, @Nullable Problem problem) {

    public Published {
        agreed = Set.copyOf(agreed);
    }

    /** This plan with more visits agreed. */
    public Published agreeing(Set<String> tasks) {
        Set<String> all = new HashSet<>(agreed);
        all.addAll(tasks);
        return new Published(schedule, all, problem);
    }

    /** This plan and the problem it was made for. */
    public Published of(Problem planned) {
        return new Published(schedule, agreed, planned);
    }

    /** Who serves each task, also under the name it has once its patch is approved. */
    Map<String, List<String>> staff() {
        Map<String, List<String>> staff = new HashMap<>();
        for (Schedule.Assignment window : schedule.assignments()) {
            staff.put(window.task(), window.staff());
        }
        for (Schedule.Assignment window : schedule.assignments()) {
            staff.putIfAbsent(approved(window.task()), window.staff());
        }
        return staff;
    }

    static String approved(String task) {
        return task.replace(Problem.PatchTask.TENTATIVE, "");
    }
}
