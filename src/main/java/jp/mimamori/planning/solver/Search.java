package jp.mimamori.planning.solver;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Planner.Progress;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.localsearch.scope.LocalSearchStepScope;
import org.optaplanner.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.DefaultSolver;

/** One run of OptaPlanner: simulated annealing from a first plan, until time, steps, the best possible or an interrupt. */
final class Search {

    /** Less time than this is not worth starting a search for. */
    private static final int LEAST_MILLISECONDS = 20;

    private final Layout layout;
    private final Effort effort;
    private final Consumer<Progress> progress;
    private final long startNanos;
    private final long unavoidable;
    private final long softLimit;
    private volatile Progress latest;
    private volatile String stopped = "time";

    /** {@code startNanos}: when the whole job began, so that the budget covers all of it. */
    Search(Layout layout, Effort effort, Consumer<Progress> progress, long startNanos) {
        this.layout = layout;
        this.effort = effort;
        this.progress = progress;
        this.startNanos = startNanos;
        long risk = 0;
        long soft = 0;
        for (Job job : layout.jobs) {
            risk += job.starts.length == 0 ? job.risk : 0;
            soft += job.starts.length == 0 ? 0 : layout.cost(job, job.starts[0]);
        }
        unavoidable = risk;
        softLimit = soft;
        latest = new Progress(0, risk, 0, 0, 0);
    }

    /** The best plan found, how many scores were counted, and why it ended. */
    record Found(PatchCalendar calendar, long scores, String stoppedBecause) {
    }

    Found run(Occupancy first, double untilSeconds) {
        tell(progressOf(-first.hard(), -first.medium(), -first.soft(), unplaced(first)));
        if (layout.movable.length == 0) {
            return new Found(PatchCalendar.of(first), 0, "optimal");
        }
        if (optimal(first.medium(), first.soft())) {
            return new Found(PatchCalendar.of(first), 1, "optimal");
        }
        long left = (long) ((untilSeconds - elapsed()) * 1000);
        if (left < LEAST_MILLISECONDS && effort.steps() == null) {
            return new Found(PatchCalendar.of(first), 1, "time");
        }
        if (effort.steps() == null) {
            // loading OptaPlanner takes its time once, which its own limit does not count
            SolverFactory.<PatchCalendar>create(config(left)).buildSolver();
            left = Math.max(LEAST_MILLISECONDS, (long) ((untilSeconds - elapsed()) * 1000));
        }
        Solver<PatchCalendar> solver = SolverFactory.<PatchCalendar>create(config(left)).buildSolver();
        solver.addEventListener(event -> {
            var score = (HardMediumSoftLongScore) event.getNewBestScore();
            int unplaced = (int) event.getNewBestSolution().getWindows().stream().filter(w -> !w.placed()).count();
            tell(progressOf(score.hardScore(), score.mediumScore(), score.softScore(), unplaced));
            if (optimal(-score.mediumScore(), -score.softScore())) {
                stopped = "optimal";
                solver.terminateEarly();
            }
        });
        if (effort.steps() != null) {
            stopped = "steps";
        }
        ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "planning-pulse");
            thread.setDaemon(true);
            return thread;
        });
        try {
            pulse.scheduleAtFixedRate(this::alive, 500, 500, TimeUnit.MILLISECONDS);
            if (effort.steps() != null) {
                pulse.schedule(() -> {
                    stopped = "time";
                    solver.terminateEarly();
                }, Math.max(50, left), TimeUnit.MILLISECONDS);
            }
            PatchCalendar start = PatchCalendar.of(first);
            ((DefaultSolver<PatchCalendar>) solver).addPhaseLifecycleListener(new Thermometer(start.climate(), temperature()));
            PatchCalendar best = solver.solve(start);
            boolean interrupted = Thread.currentThread().isInterrupted();
            long scores = ((DefaultSolver<PatchCalendar>) solver).getSolverScope().getScoreCalculationCount();
            return new Found(best, scores, interrupted ? "cancelled" : stopped);
        } finally {
            pulse.shutdownNow();
        }
    }

    /** Cools to the limit that will end it; with both limits given it is the steps, so that a run can be repeated. */
    SolverConfig config(long milliseconds) {
        TerminationConfig end = new TerminationConfig();
        if (effort.steps() == null) {
            end.setMillisecondsSpentLimit(milliseconds);
        } else {
            end.setStepCountLimit(effort.steps());
        }
        var phase = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Relocations.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withSimulatedAnnealingStartingTemperature("0hard/0medium/" + temperature() + "soft"))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(end);
        return new SolverConfig(Search.class.getClassLoader())
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withSolutionClass(PatchCalendar.class)
                .withEntityClasses(TaskWindow.class)
                .withRandomSeed(effort.seed())
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(OccupancyScore.class))
                .withPhaseList(List.of(phase));
    }

    /** Reads the temperature of each step off the annealing's own schedule. */
    private static final class Thermometer extends PhaseLifecycleListenerAdapter<PatchCalendar> {

        private final Climate climate;
        private final double initial;

        Thermometer(Climate climate, double initial) {
            this.climate = climate;
            this.initial = initial;
        }

        @Override
        public void stepStarted(AbstractStepScope<PatchCalendar> step) {
            if (step instanceof LocalSearchStepScope<PatchCalendar> local) {
                climate.temperature(initial * (1 - local.getTimeGradient()));
            }
        }
    }

    /**
     * The temperature it starts from, in soft points: what it costs a task, on average, to take a start a tenth down its
     * list instead of the cheapest. So it follows the problem's weights; on the instances 500 was measured best, and this is
     * about 300 to 700 there.
     */
    private long temperature() {
        double sum = 0;
        for (Job job : layout.movable) {
            sum += layout.cost(job, job.starts[(job.starts.length - 1) / 10]) - layout.cost(job, job.starts[0]);
        }
        return Math.max(1, Math.round(sum / layout.movable.length));
    }

    private boolean optimal(long medium, long soft) {
        return medium == unavoidable && soft == softLimit;
    }

    private int unplaced(Occupancy plan) {
        return (int) java.util.Arrays.stream(layout.jobs).filter(job -> !plan.placed(job)).count();
    }

    private synchronized void alive() {
        Progress last = latest;
        progress.accept(new Progress(last.hard(), last.medium(), last.soft(), last.unplaced(), elapsed()));
    }

    private synchronized void tell(Progress better) {
        latest = better;
        progress.accept(better);
    }

    private Progress progressOf(long hard, long medium, long soft, int unplaced) {
        return new Progress(-hard, -medium, -soft, unplaced, elapsed());
    }

    private double elapsed() {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
