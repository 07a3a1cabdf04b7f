package jp.mimamori.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * A patch task with its window, or with the reasons why it has none.
 *
 * @param task       the task as the planner knew it; null where the problem does not hold it
 * @param assignment the window; null where there is none
 * @param unassigned why there is no window; null where there is one, or where the planner gave no reason
 */
public record PatchWindow(Maintenance maintenance, Problem.@Nullable PatchTask task, Schedule.@Nullable Assignment assignment,
        Schedule.@Nullable Unassigned unassigned) {

    /** Tasks without a window first, the most urgent leading; then the windows in the order of their start. */
    public static List<PatchWindow> of(Planned planned) {
        Map<String, Problem.PatchTask> tasks = new HashMap<>();
        planned.problem().tasks().forEach(task -> tasks.put(task.id(), task));
        Map<String, Schedule.Assignment> placed = new HashMap<>();
        planned.schedule().assignments().forEach(assignment -> placed.put(assignment.task(), assignment));
        Map<String, Schedule.Unassigned> unplaced = new HashMap<>();
        planned.schedule().unassigned().forEach(task -> unplaced.put(task.task(), task));
        List<PatchWindow> windows = new ArrayList<>();
        for (Maintenance maintenance : planned.maintenance()) {
            String id = maintenance.task();
            windows.add(new PatchWindow(maintenance, tasks.get(id), placed.get(id), unplaced.get(id)));
        }
        windows.sort(Comparator.comparing(PatchWindow::isPlaced)
                .thenComparing(window -> window.assignment == null ? null : window.assignment.startTime(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(PatchWindow::urgency, Urgency.mostUrgentFirst())
                .thenComparing(PatchWindow::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(window -> window.maintenance.task()));
        return List.copyOf(windows);
    }

    /** The first window of each decision that has a task, by the decision's id; a window before a task without one. */
    public static Map<String, PatchWindow> byDecision(List<PatchWindow> windows) {
        Map<String, PatchWindow> first = new HashMap<>();
        for (PatchWindow window : windows) {
            for (FindingDecision finding : window.maintenance.findings()) {
                first.merge(finding.decision().id(), window, (was, now) -> was.isPlaced() ? was : now);
            }
        }
        return first;
    }

    public boolean isPlaced() {
        return assignment != null;
    }

    /** The urgency of the most urgent finding it settles. */
    public Urgency urgency() {
        return maintenance.findings().stream().map(finding -> finding.decision().urgency())
                .reduce(Urgency.DEFER, Urgency::max);
    }

    /** The earliest date that binds one of its findings; null where none has a date. */
    public @Nullable LocalDate due() {
        return maintenance.findings().stream().map(FindingDecision::bindingDate).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    /** Whether the window ends after the due date; the day itself still meets it. */
    public boolean isLate() {
        LocalDate due = due();
        return assignment != null && due != null && assignment.endTime().isAfter(due.plusDays(1).atStartOfDay());
    }
}
