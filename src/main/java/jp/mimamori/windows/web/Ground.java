package jp.mimamori.windows.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;

/** What lies behind the windows of a view: use of devices, bookings, days when nobody works. */
final class Ground {

    private final Problem problem;
    private final int begin;
    private final int span;
    private final int weeks;
    private final Map<int[], List<Lane.Shade>> shades = new IdentityHashMap<>();
    private final Map<String, List<Lane.Span>> closed = new HashMap<>();

    /**
     * @param begin the grain the view begins with; may lie before the plan
     * @param span  how many grains it shows
     */
    Ground(Problem problem, int begin, int span, int weeks) {
        this.problem = problem;
        this.begin = begin;
        this.span = span;
        this.weeks = weeks;
    }

    /** When somebody is not there. */
    List<Lane.Span> outside(List<Interval> available) {
        List<Interval> gaps = new ArrayList<>();
        int at = Math.max(0, begin);
        for (Interval there : GrainTable.merge(available)) {
            if (there.from() > at) {
                gaps.add(new Interval(at, there.from()));
            }
            at = Math.max(at, there.to());
        }
        int end = Math.min(problem.grains(), begin + span);
        if (at < end) {
            gaps.add(new Interval(at, end));
        }
        return stretches(gaps, 0);
    }

    /** When no work is done at a site. */
    List<Lane.Span> closed(String site) {
        return closed.computeIfAbsent(site, any -> problem.sites().stream().filter(one -> one.id().equals(site)).findFirst()
                .map(one -> stretches(one.blackouts(), 0)).orElse(List.of()));
    }

    /** The stretches within the view; those with less than {@code apart} grains between them are drawn as one. */
    List<Lane.Span> stretches(List<Interval> intervals, int apart) {
        List<Lane.Span> spans = new ArrayList<>();
        int from = Integer.MIN_VALUE;
        int to = Integer.MIN_VALUE;
        for (Interval each : GrainTable.merge(intervals)) {
            int a = Math.max(begin, each.from());
            int b = Math.min(begin + span, each.to());
            if (a >= b) {
                continue;
            }
            if (from != Integer.MIN_VALUE && a - to < apart) {
                to = b;
                continue;
            }
            if (from != Integer.MIN_VALUE) {
                spans.add(new Lane.Span(percent(from - begin), percent(to - from)));
            }
            from = a;
            to = b;
        }
        if (from != Integer.MIN_VALUE) {
            spans.add(new Lane.Span(percent(from - begin), percent(to - from)));
        }
        return spans;
    }

    /** A path for each level of use, of stretches that are one hour long in a week, three in four weeks, a day in thirteen. */
    List<Lane.Shade> shade(int[] utilisation) {
        return shades.computeIfAbsent(utilisation, use -> {
            int bucket = Math.max(1, (weeks == 1 ? 60 : weeks == 4 ? 180 : 1440) / problem.grainMinutes());
            StringBuilder[] paths = {new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder()};
            int from = 0;
            int level = level(use, 0, bucket);
            for (int at = bucket; at <= span; at += bucket) {
                int next = at == span ? -1 : level(use, at, bucket);
                if (next != level) {
                    paths[level].append('M').append(from).append(" 0h").append(at - from).append("v1h-").append(at - from).append('z');
                    from = at;
                    level = next;
                }
            }
            List<Lane.Shade> found = new ArrayList<>();
            for (int i = 1; i < paths.length; i++) {
                if (!paths[i].isEmpty()) {
                    found.add(new Lane.Shade(i, paths[i].toString()));
                }
            }
            return found;
        });
    }

    private int level(int[] use, int at, int bucket) {
        long sum = 0;
        for (int i = 0; i < bucket; i++) {
            sum += use[Math.floorMod(begin + at + i, use.length)];
        }
        return (int) Math.min(4, sum / bucket / 20);
    }

    /** So many grains as a share of the view. */
    String percent(int grains) {
        return String.format(Locale.ROOT, "%.4f%%", 100.0 * grains / span);
    }
}
