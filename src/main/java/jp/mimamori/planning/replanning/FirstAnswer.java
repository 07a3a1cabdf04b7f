package jp.mimamori.planning.replanning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.placing.Fill;
import jp.mimamori.planning.placing.Seats;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * The answer at once: every published window that is still possible stays, and the rest is placed around it. A window that is
 * possible moves in one case only: work that must come before it has no place else.
 */
final class FirstAnswer {

    private static final Wording WORDS = Wording.of(FirstAnswer.class);
    /** Orders in which the rest is tried where some of it finds no place. */
    private static final int ORDERS = 40;
    private static final int MOST_PLACED = 4_000;

    private final Revision revision;
    private final Map<String, List<String>> staff;
    private final Map<String, Message> broken;

    private FirstAnswer(Revision revision, Keeping.Kept kept) {
        this.revision = revision;
        this.staff = new HashMap<>(kept.staff());
        this.broken = new HashMap<>(kept.broken());
    }

    /**
     * The plan with everything placed that has a place.
     *
     * @param problem the problem it answers: kept windows pinned, hurried work apart from the rest
     * @param kept    tasks whose published windows stay
     */
    record Answer(Occupancy plan, Problem problem, Set<String> kept, Map<String, Message> broken) {
    }

    static Answer to(Revision revision) {
        return new FirstAnswer(revision, Keeping.of(revision)).answer();
    }

    private Answer answer() {
        Occupancy plan = placed();
        for (Set<String> freed = inTheWay(plan); !freed.isEmpty(); freed = inTheWay(plan)) {
            for (String task : freed) {
                staff.remove(task);
                broken.put(task, WORDS.message("change.follows", predecessors(task)));
            }
            plan = placed();
        }
        return new Answer(plan, posed(), Set.copyOf(staff.keySet()), Map.copyOf(broken));
    }

    /** The problem in which what has to be placed is not placed in the past, nor where its ward could not be told in time. */
    private Problem posed() {
        return Keeping.with(revision.problem(), task -> {
            int from = revision.unhurried().contains(task.id()) ? revision.zones().frozenUntil() : revision.zones().begin();
            return staff.containsKey(task.id()) || task.pinned() || from == 0 || task.earliest() >= from ? task : task.earliest(from);
        });
    }

    private Occupancy placed() {
        Layout layout = new Layout(Keeping.with(posed(), task -> staff.containsKey(task.id()) ? task.pinned(true) : task));
        Occupancy plan = new Occupancy(layout);
        Seats seats = new Seats(plan);
        List<Job> rest = new ArrayList<>();
        for (Job job : layout.jobs) {
            List<String> names = staff.get(job.task.id());
            if (names == null) {
                rest.add(job);
            } else {
                plan.place(job, requireNonNull(job.task.previous()), requireNonNull(seats.crew(job, names)));
            }
        }
        rest.sort(Comparator.comparing((Job job) -> !job.pinned()).thenComparing(job -> -job.risk)
                .thenComparingInt(job -> job.starts.length).thenComparingInt(job -> job.index));
        place(plan, rest);
        if (homeless(plan, rest) > 0) {
            otherOrders(plan, rest);
        }
        for (Job job : rest) {
            squeeze(plan, seats, job);
        }
        withdraw(plan);
        return plan;
    }

    /** Places each after what it waits for, at its cheapest open start. */
    private static void place(Occupancy plan, List<Job> order) {
        Set<Job> seen = new HashSet<>();
        order.forEach(job -> place(plan, job, seen));
    }

    private static void place(Occupancy plan, Job job, Set<Job> seen) {
        if (plan.placed(job) || !seen.add(job)) {
            return;
        }
        for (int before : job.before) {
            place(plan, plan.layout.jobs[before], seen);
        }
        Fill.cheapest(plan, job);
    }

    private static long homeless(Occupancy plan, List<Job> rest) {
        return rest.stream().filter(job -> !plan.placed(job) && job.starts.length > 0).mapToLong(job -> job.risk).sum();
    }

    /** What is left of a greedy round is often a matter of who chose first. */
    private void otherOrders(Occupancy plan, List<Job> rest) {
        Map<Job, Integer> best = starts(plan, rest);
        Map<Job, Crew> crews = crews(plan, rest);
        long least = homeless(plan, rest);
        Random random = new Random(rest.size());
        int tries = Math.min(ORDERS, MOST_PLACED / rest.size());
        List<Job> order = new ArrayList<>(rest);
        for (int i = 0; i < tries && least > 0; i++) {
            List<Job> first = order.stream().filter(job -> !plan.placed(job)).toList();
            clear(plan, rest);
            Collections.shuffle(order, random);
            order.sort(Comparator.comparing((Job job) -> !first.contains(job)));
            place(plan, order);
            if (homeless(plan, rest) < least) {
                least = homeless(plan, rest);
                best = starts(plan, rest);
                crews = crews(plan, rest);
            }
        }
        clear(plan, rest);
        for (Map.Entry<Job, Integer> window : best.entrySet()) {
            plan.place(window.getKey(), window.getValue(), crews.get(window.getKey()));
        }
    }

    private static void clear(Occupancy plan, List<Job> jobs) {
        jobs.stream().filter(plan::placed).forEach(plan::remove);
    }

    private static Map<Job, Integer> starts(Occupancy plan, List<Job> jobs) {
        Map<Job, Integer> starts = new java.util.LinkedHashMap<>();
        jobs.stream().filter(plan::placed).forEach(job -> starts.put(job, plan.start(job)));
        return starts;
    }

    private static Map<Job, Crew> crews(Occupancy plan, List<Job> jobs) {
        Map<Job, Crew> crews = new HashMap<>();
        jobs.stream().filter(plan::placed).forEach(job -> crews.put(job, requireNonNull(plan.crew(job))));
        return crews;
    }

    /** A place for which others pass on their people. */
    private static void squeeze(Occupancy plan, Seats seats, Job job) {
        for (int i = 0; i < job.starts.length && !plan.placed(job); i++) {
            if (plan.open(job, job.starts[i])) {
                seats.find(job, job.starts[i]);
            }
        }
    }

    /** Windows that wait for work without one lose theirs. */
    private static void withdraw(Occupancy plan) {
        for (boolean again = true; again;) {
            again = false;
            for (Job job : plan.layout.jobs) {
                if (plan.placed(job) && Arrays.stream(job.before).anyMatch(before -> !plan.placed(plan.layout.jobs[before]))) {
                    plan.remove(job);
                    again = true;
                }
            }
        }
    }

    /** Kept windows that lost their place, which withdrawing takes, or that keep unplaced work from having one before them. */
    private Set<String> inTheWay(Occupancy plan) {
        Set<String> freed = new HashSet<>();
        for (Job job : plan.layout.jobs) {
            if (!plan.placed(job) && staff.containsKey(job.task.id()) && !pinnedByHand(job)) {
                freed.add(job.task.id());
            }
        }
        return freed;
    }

    private boolean pinnedByHand(Job job) {
        PatchTask task = revision.problem().tasks().get(job.index);
        return task.pinned();
    }

    private Object predecessors(String id) {
        List<String> after = revision.problem().tasks().stream().filter(task -> task.id().equals(id))
                .flatMap(task -> task.after().stream()).filter(before -> !staff.containsKey(before)).toList();
        return revision.problem().labels().tasks(after);
    }
}
