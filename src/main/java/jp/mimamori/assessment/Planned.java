package jp.mimamori.assessment;

import java.util.List;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;

/**
 * The whole result of the main job.
 *
 * @param maintenance what each task of the problem stands for
 * @param issues      those of the assessment and those met while planning
 */
public record Planned(Assessed assessed, Problem problem, List<Maintenance> maintenance, Schedule schedule,
        List<Issue> issues) {

    public Planned {
        maintenance = List.copyOf(maintenance);
        issues = List.copyOf(issues);
    }
}
