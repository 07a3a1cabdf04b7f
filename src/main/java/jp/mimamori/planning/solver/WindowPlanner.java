package jp.mimamori.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.ProblemCheck;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.bound.BoundAlongside;
import jp.mimamori.planning.bound.Gap;
import jp.mimamori.planning.bound.LowerBound;
import jp.mimamori.planning.placing.ByHand;
import jp.mimamori.planning.placing.Greedy;
import jp.mimamori.planning.placing.Tidying;
import jp.mimamori.planning.placing.Windows;
import jp.mimamori.planning.reasons.Changes;
import jp.mimamori.planning.reasons.Circumstances;
import jp.mimamori.planning.reasons.WhyHere;
import jp.mimamori.planning.reasons.WhyNot;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/**
 * Finds patch windows with OptaPlanner. What it returns has been counted again by {@link ExactScore}: a plan that breaks a
 * hard constraint never leaves here.
 */
public final class WindowPlanner implements Planner {

    /** Share of the budget for the proven bound, and the most seconds, where it has no processor of its own. */
    private static final double BOUND_SHARE = 0.08;
    private static final double BOUND_SECONDS = 5;
    /** Rounds of the bound where the search is limited by steps, so that a run can be repeated. */
    private static final int STEPPED_ROUNDS = 100;
    /**
     * What follows the search, measured against the time it took to lay the problem out, which grows with the same sizes and
     * suffers from the same machine: setting the bound up, and explaining.
     */
    private static final double BOUND_SET_UP = 0.5;
    private static final double EXPLAINING = 0.4;
    /** What the bound gets at the least on a machine so busy that the search ended late, as a share of the budget and in seconds. */
    private static final double BOUND_LEAST_SHARE = 0.03;
    private static final double BOUND_LEAST = 0.5;

    /** Where a search begins. */
    public interface Beginning {

        Occupancy on(Layout layout, long seed);
    }

    @Override
    public Schedule plan(Problem problem, Effort effort, Consumer<Progress> progress) throws InvalidProblemException {
        return plan(problem, effort, progress, Greedy::plan, Circumstances.NONE);
    }

    /**
     * Goes on from a schedule, whoever made it: the result is never worse than what of it is possible. Where all of it is, the
     * result is never worse than it.
     */
    public Schedule resume(Problem problem, Schedule from, Effort effort, Consumer<Progress> progress)
            throws InvalidProblemException {
        return plan(problem, effort, progress, (layout, seed) -> Windows.of(from).on(layout), Circumstances.NONE);
    }

    public Schedule plan(Problem problem, Effort effort, Consumer<Progress> progress, Beginning beginning, Circumstances past)
            throws InvalidProblemException {
        long began = System.nanoTime();
        ProblemCheck.require(problem);
        if (problem.tasks().isEmpty()) {
            var nothing = new Schedule.Score(0, 0, 0, new Schedule.Parts(0, 0, 0, 0, 0, 0));
            return new Schedule(problem.id(), true, nothing, null, List.of(), List.of(), List.of(),
                    new Schedule.Run(seconds(began), 0, "nothing to plan"));
        }
        Layout layout = new Layout(problem);
        Occupancy first = beginning.on(layout, effort.seed());
        new Tidying(first).makeRoom();
        Windows start = Windows.of(first);
        long medium = first.medium();
        long soft = first.soft();
        double laidOut = (System.nanoTime() - began) / 1e9;
        double boundEnds = effort.seconds() - EXPLAINING * laidOut;
        double least = effort.seconds() < 1 ? 0 : Math.min(BOUND_LEAST, BOUND_LEAST_SHARE * effort.seconds());
        try (var alongside = new BoundAlongside(layout, laidOut, boundEnds, first.soft(), effort.steps() != null)) {
            double boundBegins = boundEnds - (alongside.alongside() ? least
                    : Math.max(Math.min(BOUND_SECONDS, effort.seconds() * BOUND_SHARE), BOUND_SET_UP * laidOut));
            Gap gap = new Gap(layout, alongside::soFar, progress);
            Consumer<Progress> heard = now -> {
                alongside.reached(now.soft());
                gap.accept(now);
            };
            Search.Found found = new Search(layout, effort, heard, began).run(first, boundBegins);
            Occupancy best = found.plan();
            boolean cancelled = Thread.interrupted(); // the interrupt has been obeyed: what follows is writing down the best
            Tidying tidying = new Tidying(best);
            tidying.makeRoom();
            tidying.cheapen();
            if (best.medium() > medium || best.medium() == medium && best.soft() > soft) {
                best = start.on(layout);
            }
            double left = boundEnds - (System.nanoTime() - began) / 1e9;
            // whoever stops early gets what is proven by then
            double more = !cancelled ? Math.max(left, least) : alongside.alongside() ? 0.001 : 0;
            Schedule.Bound bound = bound(best, alongside, effort, more);
            return schedule(best, found.scores(), found.stoppedBecause(), bound, began, past);
        }
    }

    /** Null where the time is up already, or where nothing would be proven. */
    private static Schedule.@Nullable Bound bound(Occupancy best, BoundAlongside alongside, Effort effort,
            double seconds) {
        if (effort.steps() == null && seconds <= 0) {
            return null;
        }
        OptionalLong bound = alongside.proven(best, effort.steps() == null ? seconds : Double.POSITIVE_INFINITY,
                effort.steps() == null ? Integer.MAX_VALUE : STEPPED_ROUNDS);
        return bound.isEmpty() ? null : new Schedule.Bound(bound.getAsLong(), LowerBound.how());
    }

    public static Schedule schedule(Occupancy best, long scores, String stopped, Schedule.@Nullable Bound bound, long began,
            Circumstances past) {
        Problem problem = best.layout.problem;
        List<Schedule.Assignment> assignments = new WhyHere(best).assignments();
        List<Schedule.Unassigned> unassigned = new ArrayList<>();
        var whyNot = new WhyNot(best);
        Arrays.stream(best.layout.jobs).filter(job -> !best.placed(job)).sorted(Comparator.comparing(job -> -job.risk))
                .forEach(job -> unassigned.add(whyNot.unassigned(job)));
        List<ExactScore.Placement> placements =
                assignments.stream().map(a -> new ExactScore.Placement(a.task(), a.start(), a.staff())).toList();
        ExactScore.Result exact = ExactScore.of(problem, placements);
        Schedule.Score score = exact.score();
        if (score.hard() != 0 || score.medium() != best.medium() || score.soft() != best.soft()) {
            throw new IllegalStateException("the search and the exact score disagree: " + exact + ", the search says "
                    + best.hard() + "/" + best.medium() + "/" + best.soft());
        }
        return new Schedule(problem.id(), true, score, bound, assignments, unassigned, new Changes(best, whyNot, past).list(),
                new Schedule.Run(seconds(began), scores, stopped)).beside(ByHand.of(best.layout));
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e7) / 100.0;
    }
}
