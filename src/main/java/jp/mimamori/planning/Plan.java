package jp.mimamori.planning;

import java.util.List;
import jp.mimamori.trace.Issue;

/**
 * Decisions turned into a planning problem.
 *
 * @param maintenance what each task of the problem stands for, in the problem's order
 * @param assumptions what was assumed where the hospital's sheets are silent
 */
public record Plan(Problem problem, List<Maintenance> maintenance, List<Issue> assumptions) {

    public Plan {
        maintenance = List.copyOf(maintenance);
        assumptions = List.copyOf(assumptions);
    }
}
