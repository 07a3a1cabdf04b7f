package jp.mimamori.planning.reasons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Layout;

/** Shares the cost of people's uneven weeks between windows: each pays what it adds to those before it. */
final class WeekLoads {

    private final Layout layout;
    private final Problem.Weights weights;
    /** Person and week → grains of work so far. */
    private final Map<List<Integer>, Integer> loads = new HashMap<>();

    WeekLoads(Layout layout) {
        this.layout = layout;
        this.weights = layout.problem.weights();
    }

    /** What the window {@code [from, to)} of {@code crew} adds. */
    long add(Crew crew, int from, int to) {
        long squares = 0;
        for (int role = 0; role < crew.size(); role++) {
            for (int grain = from; grain < to; grain++) {
                int load = loads.merge(List.of(crew.person(role), layout.grains.week(grain)), 1, Integer::sum);
                long over = Math.max(0, load - weights.spreadFrom());
                long before = Math.max(0, load - 1 - weights.spreadFrom());
                squares += over * over - before * before;
            }
        }
        return weights.spread() * squares;
    }
}
