package jp.mimamori.planning.reasons;

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
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Probe;
import jp.mimamori.planning.timetable.Strain;

/** Says why a task has no window: what stands against its candidate starts, who is behind it, and what alone would help. */
public final class WhyNot {

    private static final Wording WORDS = Wording.of(WhyNot.class);
    private static final int MOST_NAMES = 10;
    /** For more tasks than these, the weightiest, no way out is looked for. */
    static final int MOST_HELPED = 30;

    private final Layout layout;
    private final Probe probe;
    private final Blockers blockers;
    private final Grounds grounds;
    private final WaysOut waysOut;
    private int helped;

    public WhyNot(Occupancy plan) {
        this.layout = plan.layout;
        var strain = new Strain(plan);
        this.probe = new Probe(plan, strain);
        this.blockers = new Blockers(plan, strain);
        this.grounds = new Grounds(layout, blockers);
        this.waysOut = new WaysOut(plan, strain, probe);
    }

    /** What was counted over one set of starts. */
    private static final class Tally {
        int starts;
        final Map<Hindrance, Integer> counts = new EnumMap<>(Hindrance.class);
        final Map<Hindrance, Map<String, Integer>> names = new EnumMap<>(Hindrance.class);
    }

    /** Why {@code job} has no window, and what was tried that gives it one; the first tasks asked for get the most. */
    public Schedule.Unassigned unassigned(Job job) {
        if (helped == MOST_HELPED || waysOut.tooMany()) {
            return new Schedule.Unassigned(job.task.id(), reasons(job), List.of(WORDS.message("way.notTried", helped)));
        }
        helped++;
        List<Schedule.Relaxation> ways = waysOut.of(job);
        List<Message> texts = ways.isEmpty() ? List.of(WORDS.message("way.none")) : ways.stream().map(Schedule.Relaxation::text).toList();
        return new Schedule.Unassigned(job.task.id(), reasons(job), texts, ways);
    }

    private List<Schedule.Obstacle> reasons(Job job) {
        int from = Math.max(0, job.task.earliest());
        int last = layout.horizon - job.duration;
        Integer pin = job.pinned() ? job.task.previous() : null;
        if (pin != null && (pin < 0 || pin > last)) {
            return List.of(new Schedule.Obstacle(Hindrance.HORIZON.constraint(), WORDS.message("obstacle.pinnedOutside"), List.of()));
        }
        if (from > last) {
            Message text = WORDS.message("obstacle.horizon", grounds.hours(job.duration), grounds.hours(Math.max(0, layout.horizon - from)));
            return List.of(new Schedule.Obstacle(Hindrance.HORIZON.constraint(), text, List.of()));
        }
        var tally = new Tally();
        if (pin != null) {
            count(tally, job, pin, probe.hindrances(job, pin));
            return reasons(job, tally);
        }
        boolean anyAllowed = !job.allowed.isEmpty();
        for (int start = from; start <= last; start++) {
            if (!anyAllowed || job.allowed.get(start)) {
                count(tally, job, start, probe.hindrances(job, start));
            }
        }
        return reasons(job, tally);
    }

    /** What stands against {@code start}, which others may hold now, in one sentence part; null where nothing does. */
    public List<Schedule.Obstacle> at(Job job, int start) {
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
}
