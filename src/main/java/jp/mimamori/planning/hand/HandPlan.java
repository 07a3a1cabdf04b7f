package jp.mimamori.planning.hand;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Alternative;
import jp.mimamori.planning.Schedule.Obstacle;
import jp.mimamori.planning.Schedule.Score;
import jp.mimamori.planning.placing.Seats;
import jp.mimamori.planning.reasons.Circumstances;
import jp.mimamori.planning.reasons.OneStart;
import jp.mimamori.planning.reasons.WhyHere;
import jp.mimamori.planning.reasons.WhyNot;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/**
 * A plan on which somebody works by hand. It never holds a plan that breaks a hard rule, and every score it tells is one {@link
 * ExactScore} has counted. For one thread at a time.
 */
public final class HandPlan {

    private final Problem problem;
    private final Layout layout;
    private final Occupancy plan;
    private final Seats seats;
    private final Map<String, Job> jobs = new HashMap<>();
    private @Nullable Score score;
    private @Nullable Map<String, Schedule.Assignment> explained;

    /**
     * @param problem a checked one
     * @throws IllegalArgumentException where {@code windows} are no plan of it
     */
    public HandPlan(Problem problem, Collection<Placement> windows) {
        this.problem = problem;
        this.layout = new Layout(problem);
        this.plan = new Occupancy(layout);
        this.seats = new Seats(plan);
        for (Job job : layout.jobs) {
            jobs.put(job.task.id(), job);
        }
        windows.forEach(this::stand);
        if (plan.hard() != 0) {
            throw new IllegalArgumentException("no plan of " + problem.id() + ": " + ExactScore.of(problem, placements()).broken());
        }
    }

    private void stand(Placement window) {
        Job job = job(window.task());
        Crew crew = seats.crew(job, window.staff());
        boolean inside = window.start() >= 0 && window.start() <= layout.horizon - job.duration;
        if (crew == null || !inside || plan.placed(job)) {
            throw new IllegalArgumentException("no window of " + problem.id() + ": " + window);
        }
        plan.place(job, window.start(), crew);
    }

    private Job job(String task) {
        Job job = jobs.get(task);
        if (job == null) {
            throw new IllegalArgumentException("no task of " + problem.id() + ": " + task);
        }
        return job;
    }

    public Problem problem() {
        return problem;
    }

    /** The window of {@code task}; null where it has none. */
    public @Nullable Placement window(String task) {
        return window(job(task));
    }

    private @Nullable Placement window(Job job) {
        return plan.placed(job) ? new Placement(job.task.id(), plan.start(job), layout.names(plan.crew(job))) : null;
    }

    /** All windows, in the order of the problem's tasks. */
    public List<Placement> placements() {
        return Arrays.stream(layout.jobs).filter(plan::placed).map(job -> requireNonNull(window(job))).toList();
    }

    /** The exact score of the plan as it is. */
    public Score score() {
        Score known = score;
        if (known == null) {
            known = counted();
            score = known;
        }
        return known;
    }

    private Score counted() {
        Score exact = ExactScore.of(problem, placements()).score();
        if (exact.hard() != plan.hard() || exact.medium() != plan.medium() || exact.soft() != plan.soft()) {
            throw new IllegalStateException("the plan and the exact score disagree: " + exact + ", the plan says " + plan.hard() + "/"
                    + plan.medium() + "/" + plan.soft());
        }
        return exact;
    }

    /** What a window of {@code task} at {@code start} would mean. Nothing changes. */
    public Look look(String task, int start) {
        Job job = job(task);
        Score before = score();
        Placement from = window(job);
        Crew crew = plan.crew(job);
        if (from != null) {
            plan.remove(job);
        }
        try {
            OneStart one = new OneStart(plan);
            List<Alternative> others = from == null || crew == null ? List.of() : one.others(job, from.start(), crew);
            List<Obstacle> against = one.against(job, start);
            Crew then = against.isEmpty() ? seated(job, start, crew) : null;
            if (then == null) {
                return new Look(task, from, new Placement(task, start, List.of()), against.isEmpty() ? List.of(one.unknown()) : against,
                        before, null, null, List.of(), others, one.nearest(job, start).stream()
                                .map(near -> new Placement(task, near, layout.names(requireNonNull(plan.freeCrew(job, near, 0))))).toList());
            }
            Score after = counted();
            plan.remove(job);
            Alternative change = from == null || from.start() == start ? null
                    : one.change(job, from.start(), start, then, after.soft() - before.soft());
            return new Look(task, from, new Placement(task, start, layout.names(then)), List.of(), before, after,
                    change == null ? null : change.text(), change == null ? List.of() : change.parts(), others, List.of());
        } finally {
            if (from != null) {
                plan.place(job, from.start(), crew);
            }
        }
    }

    /** Places {@code job}, which has no window, with {@code wish} or whoever else can come; null, and no window, where it breaks something. */
    private @Nullable Crew seated(Job job, int start, @Nullable Crew wish) {
        for (Crew crew : wish == null ? new Crew[0] : new Crew[] {wish}) {
            if (placed(job, start, crew)) {
                return crew;
            }
        }
        Crew free = plan.freeCrew(job, start, 0);
        return free != null && placed(job, start, free) ? free : null;
    }

    private boolean placed(Job job, int start, Crew crew) {
        plan.place(job, start, crew);
        if (plan.hard() == 0) {
            return true;
        }
        plan.remove(job);
        return false;
    }

    /**
     * Moves {@code task}, or gives it its first window, and says what that meant.
     *
     * @throws RefusedMoveException where the plan would break a rule; it is as before
     */
    public Look move(String task, int start) throws RefusedMoveException {
        Look look = look(task, start);
        if (look.isRefused()) {
            throw new RefusedMoveException(task, look.against());
        }
        put(task, look.to());
        return look;
    }

    /**
     * Gives {@code task} exactly this window, or none, as when a move is taken back.
     *
     * @throws RefusedMoveException where the plan would break a rule; it is as before
     */
    public void put(String task, @Nullable Placement window) throws RefusedMoveException {
        Job job = job(task);
        Placement before = window(job);
        Crew crew = plan.crew(job);
        if (before != null) {
            plan.remove(job);
        }
        Crew then = window == null ? null : seats.crew(job, window.staff());
        boolean inside = window == null || window.start() >= 0 && window.start() <= layout.horizon - job.duration;
        if (window != null && then != null && inside) {
            plan.place(job, window.start(), then);
        }
        if (plan.hard() != 0 || !inside || window != null && then == null) {
            if (plan.placed(job)) {
                plan.remove(job);
            }
            OneStart one = new OneStart(plan);
            List<Obstacle> against = window == null ? List.of(one.awaited(job)) : one.against(job, window.start());
            if (before != null) {
                plan.place(job, before.start(), crew);
            }
            throw new RefusedMoveException(task, against.isEmpty() ? List.of(one.unknown()) : against);
        }
        score = null;
        explained = null;
    }

    /** The window of {@code task} with what it costs, why, and what else there was; null where it has none. */
    public Schedule.@Nullable Assignment explained(String task) {
        Map<String, Schedule.Assignment> all = explained;
        if (all == null) {
            all = new HashMap<>();
            for (Schedule.Assignment window : new WhyHere(plan).assignments()) {
                all.put(window.task(), window);
            }
            explained = all;
        }
        return all.get(task);
    }

    /** Why {@code task}, which has no window, has none as things are now, and what would make one. */
    public Schedule.Unassigned why(String task) {
        return new WhyNot(plan).unassigned(job(task));
    }

    /** The whole plan written down as a search does, with a bound that still holds, if there is one. */
    public Schedule schedule(Schedule.@Nullable Bound bound) {
        return WindowPlanner.schedule(plan, 0, "by hand", bound, System.nanoTime(), Circumstances.NONE);
    }

    /** The tasks without a window, in the order of the problem. */
    public List<String> homeless() {
        List<String> homeless = new ArrayList<>();
        for (Job job : layout.jobs) {
            if (!plan.placed(job)) {
                homeless.add(job.task.id());
            }
        }
        return homeless;
    }
}
