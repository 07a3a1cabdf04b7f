package jp.mimamori.report;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.assessment.Planned;
import jp.mimamori.language.Message;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What became of a window that was published, or how one came about that was not.
 *
 * @param window null where the work is no longer to be done
 * @param from   the published start; null where there was none
 * @param to     the start now; null where there is none
 * @param zone   how firmly the published window stood; null where there was none
 */
public record WindowChange(Kind kind, String task, @Nullable PatchWindow window, @Nullable LocalDateTime from, @Nullable LocalDateTime to,
        @Nullable Zone zone, Message why) {

    /** In the order people ask after them. */
    public enum Kind {
        DROPPED,
        MOVED,
        ADDED,
        KEPT
    }

    /** All of them, what is lost first, then by time; empty where nothing had been published. */
    public static List<WindowChange> of(Planned planned) {
        Replanned replanned = planned.replanned();
        if (replanned == null) {
            return List.of();
        }
        Map<String, PatchWindow> windows = new HashMap<>();
        PatchWindow.of(planned).forEach(window -> windows.put(window.maintenance().task(), window));
        Problem problem = replanned.problem();
        List<WindowChange> changes = new ArrayList<>();
        for (Schedule.Moved moved : replanned.proposal().changes()) {
            Kind kind = moved.to() == null ? Kind.DROPPED : moved.from() == null ? Kind.ADDED : Kind.MOVED;
            Zone zone = moved.from() == null ? null : replanned.revision().zones().of(moved.from());
            changes.add(new WindowChange(kind, moved.task(), windows.get(moved.task()), time(problem, moved.from()), time(problem, moved.to()),
                    zone, moved.why()));
        }
        for (Replanned.Kept kept : replanned.kept()) {
            LocalDateTime start = problem.time(kept.start());
            changes.add(new WindowChange(Kind.KEPT, kept.task(), windows.get(kept.task()), start, start, kept.zone(), kept.why()));
        }
        changes.sort(Comparator.comparing(WindowChange::kind).thenComparing(change -> change.from == null ? change.to : change.from,
                Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(WindowChange::task));
        return List.copyOf(changes);
    }

    private static @Nullable LocalDateTime time(Problem problem, @Nullable Integer grain) {
        return grain == null ? null : problem.time(grain);
    }
}
