package jp.mimamori.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.assessment.Planned;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * A patch task whose window the draft makes another.
 *
 * @param maintenance what the task stands for: by the draft's plan, where that has it
 * @param before      its window today; null where there is none
 * @param after       its window by the draft; null where there is none
 */
public record TaskMove(Kind kind, Maintenance maintenance, Schedule.@Nullable Assignment before,
        Schedule.@Nullable Assignment after, Message why) {

    private static final Wording WORDS = Wording.of(TaskMove.class);

    /** What becomes of a task. */
    public enum Kind {
        /** It had a window and gets none. */
        LOST,
        /** Nothing is left to be fixed by it. */
        GONE,
        MOVED,
        /** At the same time with other people. */
        PEOPLE,
        /** It had no window and gets one. */
        GAINED,
        /** There was nothing to be fixed by it. */
        NEW;

        /** What people call it. */
        public Message label() {
            return WORDS.message("move." + name());
        }
    }

    /** Every move from one plan to the other, the gravest kind first. */
    static List<TaskMove> between(Planned from, Planned to) {
        Map<String, Maintenance> before = maintenance(from);
        Map<String, Schedule.Assignment> old = assignments(from.schedule());
        Map<String, Schedule.Assignment> now = assignments(to.schedule());
        Map<String, Message> reasons = new HashMap<>();
        to.schedule().changes().stream().filter(change -> change.from() != null)
                .forEach(change -> reasons.put(change.task(), change.why()));
        List<TaskMove> moves = new ArrayList<>();
        for (Maintenance task : to.maintenance()) {
            Schedule.Assignment was = old.get(task.task());
            Schedule.Assignment is = now.get(task.task());
            boolean isNew = before.remove(task.task()) == null;
            Kind kind = isNew ? Kind.NEW : kindOf(was, is);
            if (kind != null) {
                moves.add(new TaskMove(kind, task, was, is, kind == Kind.MOVED || kind == Kind.LOST
                        ? reasons.getOrDefault(task.task(), WORDS.message("move.why." + kind)) : WORDS.message("move.why." + kind)));
            }
        }
        before.values().forEach(gone -> moves.add(
                new TaskMove(Kind.GONE, gone, old.get(gone.task()), null, WORDS.message("move.why.GONE"))));
        moves.sort(Comparator.comparing(TaskMove::kind).thenComparing(move -> move.maintenance().task()));
        return List.copyOf(moves);
    }

    private static @Nullable Kind kindOf(Schedule.@Nullable Assignment was, Schedule.@Nullable Assignment is) {
        if (was == null || is == null) {
            return was == is ? null : was == null ? Kind.GAINED : Kind.LOST;
        }
        if (!was.startTime().equals(is.startTime()) || !was.endTime().equals(is.endTime())) {
            return Kind.MOVED;
        }
        return was.staff().equals(is.staff()) ? null : Kind.PEOPLE;
    }

    private static Map<String, Maintenance> maintenance(Planned planned) {
        Map<String, Maintenance> tasks = new HashMap<>();
        planned.maintenance().forEach(task -> tasks.put(task.task(), task));
        return tasks;
    }

    private static Map<String, Schedule.Assignment> assignments(Schedule schedule) {
        Map<String, Schedule.Assignment> windows = new HashMap<>();
        schedule.assignments().forEach(assignment -> windows.put(assignment.task(), assignment));
        return windows;
    }
}
