package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Schedule;

/** Says why a task has no window: what stands against its candidate starts, who is behind it, and what alone would help. */
final class WhyNot {

    private static final Wording WORDS = Wording.of(WhyNot.class);
    private static final int MOST_NAMES = 10;
    private static final int MOST_HELP = 5;
    /** More things than this at once nobody changes for one task. */
    private static final int MOST_TOGETHER = 3;

    private final Layout layout;
    private final Probe probe;
    private final Blockers blockers;
    private final Grounds grounds;

    WhyNot(Occupancy plan) {
        this.layout = plan.layout;
        this.probe = new Probe(plan);
        this.blockers = new Blockers(plan);
        this.grounds = new Grounds(layout, blockers);
    }

    /** What was counted over one set of starts. */
    private static final class Tally {
        int starts;
        final Map<Hindrance, Integer> counts = new EnumMap<>(Hindrance.class);
        final Map<Hindrance, Map<String, Integer>> names = new EnumMap<>(Hindrance.class);
    }

    /** How many starts some hindrances alone keep from a task, and the cheapest of them. */
    private static final class Way {
        int starts;
        int best;
        long cost = Long.MAX_VALUE;

        void add(int start, long costs) {
            starts++;
            if (costs < cost) {
                cost = costs;
                best = start;
            }
        }
    }

    Schedule.Unassigned unassigned(Job job) {
        int from = Math.max(0, job.task.earliest());
        int last = layout.horizon - job.duration;
        Integer pin = job.pinned() ? job.task.previous() : null;
        if (pin != null && (pin < 0 || pin > last)) {
            var reason = new Schedule.Obstacle(Hindrance.HORIZON.constraint(), WORDS.message("obstacle.pinnedOutside"), List.of());
            return new Schedule.Unassigned(job.task.id(), List.of(reason), List.of());
        }
        if (from > last) {
            Message text = WORDS.message("obstacle.horizon", grounds.hours(job.duration), grounds.hours(Math.max(0, layout.horizon - from)));
            var reason = new Schedule.Obstacle(Hindrance.HORIZON.constraint(), text, List.of());
            return new Schedule.Unassigned(job.task.id(), List.of(reason),
                    List.of(WORDS.message("help.horizon", grounds.hours(from + job.duration - layout.horizon))));
        }
        boolean anyAllowed = !job.allowed.isEmpty();
        var tally = new Tally();
        Map<Set<Hindrance>, Way> ways = new HashMap<>();
        for (int start = from; start <= last; start++) {
            Set<Hindrance> found = probe.hindrances(job, start);
            if (!found.isEmpty() && found.size() <= MOST_TOGETHER) {
                ways.computeIfAbsent(found, any -> new Way()).add(start, layout.cost(job, start));
            }
            if (pin == null && (!anyAllowed || job.allowed.get(start))) {
                count(tally, job, start, found);
            }
        }
        if (pin != null) {
            count(tally, job, pin, probe.hindrances(job, pin));
        }
        return new Schedule.Unassigned(job.task.id(), reasons(job, tally), help(job, ways));
    }

    /** What stands against {@code start}, which others may hold now, in one sentence part; null where nothing does. */
    List<Schedule.Obstacle> at(Job job, int start) {
        var tally = new Tally();
        count(tally, job, start, probe.hindrances(job, start));
        return reasons(job, tally);
    }

    private void count(Tally tally, Job job, int start, Set<Hindrance> found) {
        tally.starts++;
        for (Hindrance hindrance : found) {
            if (hindrance == Hindrance.VENDOR_DAY && found.contains(Hindrance.VENDOR_ABSENT)) {
                continue; // who is not there does not work past midnight either
            }
            tally.counts.merge(hindrance, 1, Integer::sum);
            Set<String> names = new HashSet<>();
            blockers.name(hindrance, job, start, names);
            Map<String, Integer> counted = tally.names.computeIfAbsent(hindrance, any -> new HashMap<>());
            names.forEach(name -> counted.merge(name, 1, Integer::sum));
        }
    }

    private List<Schedule.Obstacle> reasons(Job job, Tally tally) {
        List<Schedule.Obstacle> reasons = new ArrayList<>();
        tally.counts.entrySet().stream()
                .sorted(Map.Entry.<Hindrance, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .forEach(entry -> {
                    Hindrance hindrance = entry.getKey();
                    List<String> by = tally.names.getOrDefault(hindrance, Map.of()).entrySet().stream()
                            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                    .thenComparing(Map.Entry::getKey))
                            .limit(MOST_NAMES).map(Map.Entry::getKey).toList();
                    reasons.add(new Schedule.Obstacle(hindrance.constraint(),
                            grounds.obstacle(hindrance, job, entry.getValue(), tally.starts), by));
                });
        return reasons;
    }

    /** Each help was found by asking what would be free if just this hindrance, or these together, were gone. */
    private List<Message> help(Job job, Map<Set<Hindrance>, Way> ways) {
        int fewest = ways.keySet().stream().mapToInt(Set::size).min().orElse(0);
        return ways.entrySet().stream().filter(way -> way.getKey().size() == fewest)
                .sorted(Comparator.comparing((Map.Entry<Set<Hindrance>, Way> way) -> -way.getValue().starts)
                        .thenComparing(way -> way.getKey().toString()))
                .limit(fewest == 1 ? MOST_HELP : 1)
                .map(way -> {
                    List<Message> parts = way.getKey().stream()
                            .map(hindrance -> grounds.help(hindrance, job, way.getValue().starts, way.getValue().best)).toList();
                    return fewest == 1 ? parts.get(0) : grounds.together(parts);
                })
                .toList();
    }

}
