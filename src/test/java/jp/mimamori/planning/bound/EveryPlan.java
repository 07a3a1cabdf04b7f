package jp.mimamori.planning.bound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;

/** The cheapest plan of a tiny problem, by trying every start and every choice of people, judged by the exact score alone. */
final class EveryPlan {

    static final long NONE = Long.MAX_VALUE;

    private final Problem problem;
    private final int tasks;
    private final List<Placement> plan = new ArrayList<>();
    private long cheapest = NONE;

    private EveryPlan(Problem problem, int tasks) {
        this.problem = problem;
        this.tasks = tasks;
    }

    /**
     * The soft score of the cheapest plan that places the first {@code tasks} tasks and breaks nothing. A task may wait only for
     * tasks before it in the list; what a part of a plan breaks or costs, the whole does too.
     */
    static long cheapest(Problem problem, int tasks) {
        var every = new EveryPlan(problem, tasks);
        every.from(0);
        return every.cheapest;
    }

    private void from(int index) {
        if (index == tasks) {
            cheapest = score().soft();
            return;
        }
        Problem.PatchTask task = problem.tasks().get(index);
        Map<Long, List<Placement>> byCost = new TreeMap<>(Comparator.naturalOrder());
        for (List<String> people : people(task.roles())) {
            for (int start = 0; start + task.duration() <= problem.grains(); start++) {
                plan.add(new Placement(task.id(), start, people));
                var score = score();
                if (score.hard() == 0) {
                    byCost.computeIfAbsent(score.soft(), any -> new ArrayList<>()).add(plan.get(index));
                }
                plan.remove(index);
            }
        }
        byCost.forEach((cost, placements) -> placements.forEach(placement -> {
            if (cost < cheapest) {
                plan.add(placement);
                from(index + 1);
                plan.remove(index);
            }
        }));
    }

    private jp.mimamori.planning.Schedule.Score score() {
        Problem part = problem.with(problem.tasks().subList(0, plan.size()));
        return ExactScore.of(part, plan).score();
    }

    private List<List<String>> people(List<String> roles) {
        List<List<String>> tuples = List.of(List.of());
        for (String role : roles) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> tuple : tuples) {
                for (Problem.Staff person : problem.staff()) {
                    if (person.skills().contains(role) && !tuple.contains(person.id())) {
                        var more = new ArrayList<>(tuple);
                        more.add(person.id());
                        longer.add(more);
                    }
                }
            }
            tuples = longer;
        }
        return tuples;
    }
}
