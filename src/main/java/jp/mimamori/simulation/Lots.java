package jp.mimamori.simulation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Assignment;

/** The parts of a lot are alike: where two of them only change places, each keeps the window it had. */
final class Lots {

    private final Problem draft;
    private final Map<String, PatchTask> tasks = new HashMap<>();
    private final Map<String, Integer> before = new HashMap<>();

    Lots(Problem draft) {
        this.draft = draft;
        draft.tasks().forEach(task -> tasks.put(task.id(), task));
        draft.tasks().stream().filter(task -> task.previous() != null)
                .forEach(task -> before.put(task.id(), task.previous()));
    }

    Schedule kept(Schedule schedule) {
        List<Assignment> windows = new ArrayList<>(schedule.assignments());
        for (int i = 0; i < windows.size(); i++) {
            for (int j = 0; j < windows.size(); j++) {
                Assignment one = windows.get(i);
                Assignment other = windows.get(j);
                Integer was = before.get(one.task());
                boolean backHome = was != null && one.start() != was && other.start() == was && alike(one, other)
                        && !was.equals(before.get(other.task()));
                if (backHome) {
                    windows.set(i, named(other, one.task()));
                    windows.set(j, named(one, other.task()));
                }
            }
        }
        windows.sort(java.util.Comparator.comparingInt(Assignment::start));
        Schedule kept = new Schedule(schedule.problem(), schedule.feasible(), schedule.score(), schedule.bound(), windows,
                schedule.unassigned(), schedule.changes(), schedule.solver());
        return ExactScore.of(draft, kept).broken().isEmpty() ? kept : schedule;
    }

    private static Assignment named(Assignment window, String task) {
        return new Assignment(task, window.start(), window.end(), window.startTime(), window.endTime(), window.staff(), window.why(), window.alternatives());
    }

    private boolean alike(Assignment one, Assignment other) {
        PatchTask a = requireNonNull(tasks.get(one.task()));
        PatchTask b = requireNonNull(tasks.get(other.task()));
        return a.device().equals(b.device()) && a.duration() == b.duration() && a.earliest() == b.earliest() && a.due() == b.due()
                && a.risk() == b.risk() && a.roles().equals(b.roles()) && java.util.Objects.equals(a.vendor(), b.vendor());
    }
}
