package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Planner.Progress;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Part;
import jp.mimamori.planning.timetable.Stand;
import org.jspecify.annotations.Nullable;

/**
 * Two searches at a time, until time, steps, the best possible or an interrupt: each anneals its part of the plan, then they
 * put their parts together and divide the plan elsewhere. A small plan is searched twice as a whole, with different luck.
 */
final class Search {

    /** Less time than this is not worth starting a search for. */
    private static final int LEAST_MILLISECONDS = 20;
    private static final int AT_A_TIME = 2;
    /** Plans of fewer tasks are not divided: both searches have the whole, and warm it up again so many times. */
    private static final int SMALL = 100;
    private static final int AGAIN = 4;
    private static final int MOST_ROUNDS = 12;
    private static final double LEAST_ROUND_SECONDS = 0.3;
    private static final int LEAST_ROUND_STEPS = 1_000;
    /** The temperature at the beginning, as a share of what {@link #temperature} finds, and at the end, as a share of that. */
    private static final double HOTTEST = 0.7;
    /** Time for each task from which on it begins that hot. */
    private static final double UNHURRIED_MILLISECONDS = 20;
    private static final double COLDEST = 0.15;
    /** What share of what the first plan pays above its cheapest starts the measure of temperature is at most. */
    private static final double DISPLACED = 0.75;
    /** How warm it is for risk at the beginning, as a share of the mean risk of a task. */
    private static final double RISKIEST = 0.15;

    private final Layout layout;
    private final Effort effort;
    private final Announcer announcer;
    private final long startNanos;
    private final @Nullable LongSupplier clock;
    private final long unavoidable;
    private final long softLimit;
    private volatile boolean stopped;
    private volatile String why = "time";

    /** {@code startNanos}: when the whole job began, so that the budget covers all of it. */
    Search(Layout layout, Effort effort, Consumer<Progress> progress, long startNanos) {
        this(layout, effort, progress, startNanos, null);
    }

    /** {@code clock} counts the time of the thread that asks, in nanoseconds, where it is not the wall's. */
    Search(Layout layout, Effort effort, Consumer<Progress> progress, long startNanos,
            @Nullable LongSupplier clock) {
        this.layout = layout;
        this.effort = effort;
        this.startNanos = startNanos;
        this.clock = clock;
        this.announcer = new Announcer(layout, progress, startNanos);
        long risk = 0;
        long soft = 0;
        for (Job job : layout.jobs) {
            risk += job.starts.length == 0 ? job.risk : 0;
            soft += job.starts.length == 0 ? 0 : layout.cost(job, job.starts[0]);
        }
        unavoidable = risk;
        softLimit = soft;
    }

    /** The best plan found, how many scores were counted, and why it ended. */
    record Found(Occupancy plan, long scores, String stoppedBecause) {
    }

    /** What one search of a round is given: from where to where on the way from hot to cold, and for how long. */
    private record Leg(double from, double to, long nanos, int steps) {
    }

    Found run(Occupancy first, double untilSeconds) {
        announcer.tell(first);
        if (layout.movable.length == 0 || optimal(first)) {
            return new Found(first, layout.movable.length == 0 ? 0 : 1, "optimal");
        }
        if ((untilSeconds - elapsed()) * 1000 < LEAST_MILLISECONDS && effort.steps() == null) {
            return new Found(first, 1, "time");
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, task -> {
            Thread thread = new Thread(task, "planning");
            thread.setDaemon(true);
            return thread;
        });
        announcer.start();
        try {
            why = effort.steps() == null ? "time" : "steps";
            return search(first, untilSeconds, threads);
        } finally {
            announcer.stop();
            threads.shutdown();
        }
    }

    private Found search(Occupancy first, double untilSeconds, ExecutorService threads) {
        boolean whole = layout.movable.length < SMALL;
        int rounds = whole ? AGAIN : (int) Math.max(1, Math.min(MOST_ROUNDS, effort.steps() == null
                ? (untilSeconds - elapsed()) / LEAST_ROUND_SECONDS : effort.steps() / LEAST_ROUND_STEPS));
        var division = new Division(layout);
        var random = new Random(effort.seed());
        double hottest = warmth() * temperature(first, whole ? 2 * DISPLACED : DISPLACED);
        BooleanSupplier enough = () -> stopped || late(untilSeconds);
        Occupancy best = first;
        Stand[] now = {Stand.of(first), Stand.of(first)};
        long scores = 0;
        for (int round = 0; round < rounds && !stopped; round++) {
            // at first no risk is given up, so that all is placed soon where there is room for all
            double riskiest = round == 0 ? 0 : RISKIEST * meanRisk();
            Leg leg = leg(whole, round, rounds, untilSeconds);
            Occupancy standing = now[0].occupy(layout, Part.whole(layout));
            List<Part> parts = whole ? List.of(standing.part, standing.part) : division.parts(standing, round, random);
            announcer.round(whole ? null : standing);
            List<Future<Annealing.Result>> searches = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                int at = i;
                long seed = (effort.seed() * 31 + round) * 31 + i;
                searches.add(threads.submit(() -> {
                    var climate = new Climate(pace(leg), enough, hottest, COLDEST * hottest, riskiest);
                    return new Annealing(layout, parts.get(at), climate, seed).run(now[whole ? at : 0], better -> better(at, better));
                }));
            }
            List<Annealing.Result> results = searches.stream().map(this::await).toList();
            scores += results.stream().mapToLong(Annealing.Result::scores).sum();
            if (whole) {
                for (int i = 0; i < now.length; i++) {
                    now[i] = results.get(i).best();
                    best = better(best, now[i].occupy(layout, standing.part));
                }
            } else {
                best = better(best, joined(now[0], parts, results.stream().map(Annealing.Result::best).toList()));
                now[0] = Stand.of(joined(now[0], parts, results.stream().map(Annealing.Result::last).toList()));
            }
            announcer.tell(best);
            if (optimal(best)) {
                stop("optimal");
            }
        }
        return new Found(best, scores, why);
    }

    private Leg leg(boolean whole, int round, int rounds, double untilSeconds) {
        double seconds = clock == null ? (untilSeconds - elapsed()) / (rounds - round) : untilSeconds / rounds;
        Integer steps = effort.steps();
        int share = steps == null ? 0 : steps / rounds + (round < steps % rounds ? 1 : 0);
        return new Leg(whole ? 0 : (double) round / rounds, whole ? 1 : (round + 1.0) / rounds, (long) (seconds * 1e9), share);
    }

    private Pace pace(Leg leg) {
        return effort.steps() == null ? Pace.clock(clock == null ? System::nanoTime : clock, leg.nanos, leg.from, leg.to)
                : Pace.steps(leg.steps, leg.from, leg.to);
    }

    /**
     * All parts together. What windows ask of each other across the border of two parts, such as rest between nights, only shows
     * here: then the first part alone is taken, or the second.
     */
    private Occupancy joined(Stand before, List<Part> parts, List<Stand> after) {
        Stand all = before.copy();
        for (int i = 0; i < parts.size(); i++) {
            all.take(after.get(i), parts.get(i));
        }
        Occupancy joined = all.occupy(layout, Part.whole(layout));
        for (int i = 0; i < parts.size() && joined.hard() > 0; i++) {
            Stand one = before.copy();
            one.take(after.get(i), parts.get(i));
            joined = one.occupy(layout, Part.whole(layout));
        }
        return joined.hard() > 0 ? before.occupy(layout, Part.whole(layout)) : joined;
    }

    private static Occupancy better(Occupancy one, Occupancy other) {
        return other.hard() <= one.hard() && (other.medium() < one.medium()
                || other.medium() == one.medium() && other.soft() < one.soft()) ? other : one;
    }

    private void better(int part, PatchCalendar calendar) {
        if (announcer.better(part, calendar, unavoidable, softLimit)) {
            stop("optimal");
        }
    }

    /** The result of a search; an interrupt ends all searches, whose best still counts. */
    private Annealing.Result await(Future<Annealing.Result> search) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return search.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop("cancelled");
                } catch (ExecutionException e) {
                    stop("failed");
                    throw new IllegalStateException("the search failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void stop(String because) {
        if (!stopped) {
            why = because;
            stopped = true;
        }
    }

    /** A search by steps ends in time too. */
    private boolean late(double untilSeconds) {
        if (clock == null && effort.steps() != null && elapsed() > untilSeconds) {
            stop("time");
        }
        return stopped;
    }

    /**
     * What it costs a task, on average, to take a start a tenth down its list instead of the cheapest, in soft points: the
     * temperature is set by it, and so follows the problem's weights. Where the horizon is far longer than the work in it, a
     * tenth is weeks away and far too hot: then it is what the first plan pays above the cheapest starts, times {@code share}.
     */
    private double temperature(Occupancy first, double share) {
        double tenth = 0;
        double paid = 0;
        for (Job job : layout.movable) {
            long cheapest = layout.cost(job, job.starts[0]);
            tenth += layout.cost(job, job.starts[(job.starts.length - 1) / 10]) - cheapest;
            paid += first.placed(job) ? layout.cost(job, first.start(job)) - cheapest : 0;
        }
        return Math.max(1, Math.min(tenth, Math.max(share * paid, tenth / 20)) / layout.movable.length);
    }

    /** Where there is little time for each task it begins cooler, for it could not cool down from more. */
    private double warmth() {
        double milliseconds = 1000 * AT_A_TIME * effort.seconds() / layout.movable.length;
        return HOTTEST * Math.min(1, Math.sqrt(milliseconds / UNHURRIED_MILLISECONDS));
    }

    private double meanRisk() {
        return Arrays.stream(layout.movable).mapToLong(job -> job.risk).average().orElse(0);
    }

    private boolean optimal(Occupancy plan) {
        return plan.medium() == unavoidable && plan.soft() == softLimit;
    }

    private double elapsed() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
