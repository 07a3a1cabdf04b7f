package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/** Tries what is asked: grants it, places the task, and has the whole plan counted again by {@link ExactScore}. */
final class Trial {

    /** Tasks counted again in all trials of one plan: many trials for a small plan, few for a large one. */
    private static final int MOST_COUNTED = 300_000;

    private final Problem problem;
    private final List<Placement> placements = new ArrayList<>();
    private int left;
    private Schedule.@Nullable Score base;

    Trial(Occupancy plan) {
        problem = plan.layout.problem;
        for (Job job : plan.layout.jobs) {
            if (plan.placed(job)) {
                Crew crew = plan.crew(job);
                placements.add(new Placement(job.task.id(), plan.start(job),
                        plan.layout.names(crew)));
            }
        }
        left = Math.max(20, MOST_COUNTED / Math.max(1, problem.tasks().size()));
    }

    /** Whether nothing more may be tried. */
    boolean over() {
        return left <= 0;
    }

    /**
     * What the soft score is more with {@code placed}, once {@code asks} are granted and {@code moved} have made room; empty
     * where that breaks anything.
     */
    OptionalLong of(List<Schedule.Ask> asks, Placement placed, int risk, List<Placement> moved) {
        left--;
        Schedule.Score before = base == null ? ExactScore.of(problem, placements).score() : base;
        base = before;
        Set<String> gone = moved.stream().map(Placement::task).collect(Collectors.toSet());
        List<Placement> after = new ArrayList<>(placements.stream().filter(p -> !gone.contains(p.task())).toList());
        after.addAll(moved);
        after.add(placed);
        Schedule.Score now = ExactScore.of(Granted.of(problem, asks), after).score();
        return now.hard() == 0 && now.medium() == before.medium() - risk ? OptionalLong.of(now.soft() - before.soft())
                : OptionalLong.empty();
    }
}
