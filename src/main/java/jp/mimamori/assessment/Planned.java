package jp.mimamori.assessment;

import java.util.List;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The whole result of the main job.
 *
 * @param maintenance what each task of the problem stands for
 * @param replanned   both answers against a published plan, of which {@code schedule} is the one to go on with; null where there
 *                    was none
 * @param issues      those of the assessment and those met while planning
 */
public record Planned(Assessed assessed, Problem problem, List<Maintenance> maintenance, Schedule schedule,
        List<Issue> issues, @Nullable Replanned replanned) {

    public Planned {
        maintenance = List.copyOf(maintenance);
        issues = List.copyOf(issues);
    }

    /** A plan without one before it. */
    public Planned(Assessed assessed, Problem problem, List<Maintenance> maintenance, Schedule schedule, List<Issue> issues) {
        this(assessed, problem, maintenance, schedule, issues, null);
    }
}
