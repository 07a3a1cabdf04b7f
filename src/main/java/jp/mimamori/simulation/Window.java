package jp.mimamori.simulation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * When a finding is worked on: from the start of the first of its tasks to the end of the last one.
 *
 * @param start null, like {@code end}, where one of its tasks has no window
 */
public record Window(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {

    private static final Window NONE = new Window(null, null);

    /** By the decision's id; a decision without a task has none. */
    static Map<String, Window> byDecision(Planned planned) {
        Map<String, Schedule.Assignment> placed = new HashMap<>();
        planned.schedule().assignments().forEach(assignment -> placed.put(assignment.task(), assignment));
        Map<String, Window> windows = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (Maintenance maintenance : planned.maintenance()) {
            Schedule.Assignment assignment = placed.get(maintenance.task());
            for (FindingDecision finding : maintenance.findings()) {
                String id = finding.decision().id();
                if (assignment == null) {
                    open.add(id);
                } else {
                    windows.merge(id, new Window(assignment.startTime(), assignment.endTime()), Window::hull);
                }
            }
        }
        open.forEach(id -> windows.put(id, NONE));
        return windows;
    }

    private static Window hull(Window one, Window other) {
        LocalDateTime from = requireNonNull(one.start);
        LocalDateTime to = requireNonNull(one.end);
        LocalDateTime start = requireNonNull(other.start);
        LocalDateTime end = requireNonNull(other.end);
        return new Window(start.isBefore(from) ? start : from, end.isAfter(to) ? end : to);
    }
}
