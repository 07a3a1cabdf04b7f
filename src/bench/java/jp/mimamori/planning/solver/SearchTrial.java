package jp.mimamori.planning.solver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.placing.Greedy;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * How good a search is after so many seconds of processor time of each of its threads: what an idle machine would do, measured
 * on one that is not. Arguments: seconds, seed, files.
 */
final class SearchTrial {

    private SearchTrial() {
    }

    public static void main(String[] args) throws Exception {
        double seconds = Double.parseDouble(args[0]);
        long seed = Long.parseLong(args[1]);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 2; i < args.length; i++) {
            Problem problem = ProblemJson.read(Path.of(args[i]));
            long began = threads.getCurrentThreadCpuTime();
            Layout layout = new Layout(problem);
            Occupancy first = Greedy.plan(layout, seed);
            double prepared = (threads.getCurrentThreadCpuTime() - began) / 1e9;
            var search = new Search(layout, new Effort(seconds, seed, null), progress -> { }, System.nanoTime(),
                    threads::getCurrentThreadCpuTime);
            Search.Found found = search.run(first, seconds - prepared);
            System.out.printf("%s seed %d: prepared %.2f s, first %d/%d, found %d/%d/%d, %,d scores, %d MB%n", problem.id(), seed,
                    prepared, first.medium(), first.soft(), found.plan().hard(), found.plan().medium(), found.plan().soft(),
                    found.scores(), Runtime.getRuntime().totalMemory() >> 20);
        }
    }
}
