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
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;

/** Says why a task has no window: what stands against its candidate starts, who is behind it, and what alone would help. */
final class WhyNot {

    private static final Wording WORDS = Wording.of(WhyNot.class);
    private static final int MOST_NAMES = 10;
    private static final int MOST_HELP = 5;

    private final Layout layout;
    private final Problem problem;
    private final Probe probe;
    private final Blockers blockers;

    WhyNot(Occupancy plan) {
        this.layout = plan.layout;
        this.problem = layout.problem;
        this.probe = new Probe(plan);
        this.blockers = new Blockers(plan);
    }

    /** What was counted over one set of starts. */
    private static final class Tally {
        int starts;
        final Map<Hindrance, Integer> counts = new EnumMap<>(Hindrance.class);
        final Map<Hindrance, Map<String, Integer>> names = new EnumMap<>(Hindrance.class);
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
            Message text = WORDS.message("obstacle.horizon", job.duration, Math.max(0, layout.horizon - from));
            var reason = new Schedule.Obstacle(Hindrance.HORIZON.constraint(), text, List.of());
            return new Schedule.Unassigned(job.task.id(), List.of(reason),
                    List.of(WORDS.message("help.horizon", from + job.duration - layout.horizon)));
        }
        boolean anyAllowed = !job.allowed.isEmpty();
        var tally = new Tally();
        Map<Hindrance, Integer> alone = new EnumMap<>(Hindrance.class);
        Map<Hindrance, Integer> firstAlone = new EnumMap<>(Hindrance.class);
        for (int start = from; start <= last; start++) {
            Set<Hindrance> found = probe.hindrances(job, start);
            if (found.size() == 1) {
                Hindrance only = found.iterator().next();
                alone.merge(only, 1, Integer::sum);
                firstAlone.putIfAbsent(only, start);
            }
            if (pin == null && (!anyAllowed || job.allowed.get(start))) {
                count(tally, job, start, found);
            }
        }
        if (pin != null) {
            count(tally, job, pin, probe.hindrances(job, pin));
        }
        return new Schedule.Unassigned(job.task.id(), reasons(job, tally), help(job, alone, firstAlone));
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
                    Message text = WORDS.message(hindrance.key("obstacle"), entry.getValue(), tally.starts, about(hindrance, job));
                    reasons.add(new Schedule.Obstacle(hindrance.constraint(), text, by));
                });
        return reasons;
    }

    /** Each help was found by asking what would be free if just this one hindrance were gone. */
    private List<Message> help(Job job, Map<Hindrance, Integer> alone, Map<Hindrance, Integer> firstAlone) {
        return alone.entrySet().stream()
                .sorted(Map.Entry.<Hindrance, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(MOST_HELP)
                .map(entry -> WORDS.message(entry.getKey().key("help"), entry.getValue(),
                        problem.time(firstAlone.getOrDefault(entry.getKey(), 0)).toString(), about(entry.getKey(), job)))
                .toList();
    }

    private String about(Hindrance hindrance, Job job) {
        return switch (hindrance) {
            case SKILL -> String.join(", ", blockers.missing(job));
            case SHIFT, STAFF_BUSY -> String.join(", ", job.task.roles());
            case VENDOR_ABSENT, VENDOR_DAY, VENDOR_BUSY, VENDOR_VISITS -> problem.vendors().get(job.vendor).id();
            case REDUNDANCY -> problem.groups().get(job.group).id();
            case BLACKOUT -> problem.sites().get(job.site).id();
            case ORDER -> String.join(", ", job.task.after());
            case HORIZON, EARLIEST, PINNED, BOOKING, DEVICE_BUSY -> job.task.device();
        };
    }
}
