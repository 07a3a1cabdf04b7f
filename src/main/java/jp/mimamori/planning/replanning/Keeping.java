package jp.mimamori.planning.replanning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.placing.Seats;
import jp.mimamori.planning.reasons.Changes;
import jp.mimamori.planning.reasons.WhyNot;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * Which published windows are still possible together. Where two are not, the firmer one stays: pinned before frozen before
 * agreed before firm before free, then the riskier. People change before an hour does.
 */
final class Keeping {

    private static final Wording WORDS = Wording.of(Keeping.class);

    private final Revision revision;
    private final Layout layout;
    private final Occupancy plan;
    private final Seats seats;
    private final WhyNot whyNot;
    private final Map<String, Job> published = new HashMap<>();
    private final Map<String, List<String>> waiting = new HashMap<>();
    private final Map<String, Message> broken = new LinkedHashMap<>();

    private Keeping(Revision revision) {
        this.revision = revision;
        // order is looked after here: a window whose predecessor has to move may well stay
        this.layout = new Layout(revision.problem().with(revision.problem().tasks().stream()
                .filter(task -> task.previous() != null).map(task -> task.pinned(true).after(List.of())).toList()));
        this.plan = new Occupancy(layout);
        this.seats = new Seats(plan);
        this.whyNot = new WhyNot(plan);
        Arrays.stream(layout.jobs).forEach(job -> published.put(job.task.id(), job));
        for (PatchTask task : revision.problem().tasks()) {
            task.after().forEach(before -> waiting.computeIfAbsent(before, any -> new ArrayList<>()).add(task.id()));
        }
    }

    /**
     * What stays and what cannot.
     *
     * @param staff  who serves each window that stays
     * @param broken each published window that is impossible now, and what stands against it
     */
    record Kept(Map<String, List<String>> staff, Map<String, Message> broken) {
    }

    static Kept of(Revision revision) {
        return revision.problem().tasks().stream().allMatch(task -> task.previous() == null) ? new Kept(Map.of(), Map.of())
                : new Keeping(revision).kept();
    }

    private Kept kept() {
        Map<String, PatchTask> tasks = new HashMap<>();
        revision.problem().tasks().forEach(task -> tasks.put(task.id(), task));
        List<Job> order = Arrays.stream(layout.jobs)
                .sorted(Comparator.comparing((Job job) -> !taskOf(tasks, job).pinned())
                        .thenComparing(job -> revision.zone(taskOf(tasks, job)))
                        .thenComparing(job -> !revision.agreed().contains(job.task.id()))
                        .thenComparing(job -> -job.risk).thenComparingInt(job -> job.index))
                .toList();
        List<Job> unserved = new ArrayList<>();
        List<Job> homeless = new ArrayList<>();
        for (Job job : order) {
            int start = previous(job);
            if (start < revision.zones().begin() && start < job.task.earliest()) {
                broken.put(job.task.id(), WORDS.message("change.passed"));
            } else if (!inside(job, start)) {
                broken.put(job.task.id(), Changes.outside());
            } else if (outOfOrder(tasks, job)) {
                broken.put(job.task.id(), WORDS.message("change.order"));
            } else if (seats.take(job, start, seats.crew(job, revision.staff().getOrDefault(job.task.id(), List.of())))) {
                continue;
            } else if (plan.open(job, start)) {
                plan.place(job, start, null); // it holds the hour against less firm ones until people are found
                unserved.add(job);
            } else {
                homeless.add(job);
            }
        }
        for (Job job : unserved) {
            plan.remove(job);
            if (!seats.find(job, previous(job))) {
                homeless.add(job);
            }
        }
        homeless.forEach(job -> broken.put(job.task.id(), obstacle(job)));
        Map<String, List<String>> staff = new HashMap<>();
        for (Job job : layout.jobs) {
            if (plan.placed(job)) {
                staff.put(job.task.id(), layout.names(plan.crew(job)));
            }
        }
        return new Kept(staff, broken);
    }

    /** Whether a window that already stays must end before this one starts and does not, or the other way round. */
    private boolean outOfOrder(Map<String, PatchTask> tasks, Job job) {
        PatchTask task = taskOf(tasks, job);
        Set<String> others = new HashSet<>(task.after());
        for (String other : others) {
            Job before = published.get(other);
            if (before != null && plan.placed(before) && (long) plan.end(before) + task.soak() > previous(job)) {
                return true;
            }
        }
        for (String other : waiting.getOrDefault(task.id(), List.of())) {
            Job next = published.get(other);
            if (next != null && plan.placed(next)
                    && (long) previous(job) + job.duration + taskOf(tasks, next).soak() > plan.start(next)) {
                return true;
            }
        }
        return false;
    }

    private Message obstacle(Job job) {
        List<Schedule.Obstacle> obstacles = whyNot.at(job, previous(job));
        if (obstacles.isEmpty()) {
            return WORDS.message("change.people");
        }
        return Changes.blocked(obstacles.get(0));
    }

    private boolean inside(Job job, int start) {
        return start >= 0 && (long) start + job.duration <= layout.horizon;
    }

    private static PatchTask taskOf(Map<String, PatchTask> tasks, Job job) {
        return java.util.Objects.requireNonNull(tasks.get(job.task.id()));
    }

    private static int previous(Job job) {
        Integer previous = job.task.previous();
        return previous == null ? Occupancy.NONE : previous;
    }

    static Problem with(Problem problem, java.util.function.UnaryOperator<PatchTask> change) {
        return problem.with(problem.tasks().stream().map(change).toList());
    }
}
