package jp.mimamori.planning.solver;

import java.util.List;
import java.util.function.Consumer;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Part;
import jp.mimamori.planning.timetable.Stand;
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
import org.optaplanner.core.impl.phase.event.PhaseLifecycleListenerAdapter;
import org.optaplanner.core.impl.phase.scope.AbstractPhaseScope;
import org.optaplanner.core.impl.solver.DefaultSolver;

/** One run of OptaPlanner over one part of a plan: simulated annealing until its climate or somebody outside ends it. */
final class Annealing {

    private final Layout layout;
    private final Part part;
    private final Climate climate;
    private final Solver<PatchCalendar> solver;

    Annealing(Layout layout, Part part, Climate climate, long seed) {
        this.layout = layout;
        this.part = part;
        this.climate = climate;
        this.solver = SolverFactory.<PatchCalendar>create(config(climate, seed)).buildSolver();
    }

    /** The best plan met, the one it stood at in the end, with their scores, and how many scores were counted. */
    record Result(Stand best, HardMediumSoftLongScore bestScore, Stand last, long scores) {
    }

    static SolverConfig config(Climate climate, long seed) {
        TerminationConfig end = new TerminationConfig();
        end.setTerminationClass(Deadline.class);
        var phase = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Relocations.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig()
                        .withSimulatedAnnealingStartingTemperature("0hard/" + climate.acceptorRisk() + "medium/" + climate.acceptorStart() + "soft"))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(end);
        return new SolverConfig(Annealing.class.getClassLoader())
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withSolutionClass(PatchCalendar.class)
                .withEntityClasses(TaskWindow.class)
                .withRandomSeed(seed)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(OccupancyScore.class))
                .withPhaseList(List.of(phase));
    }

    /** {@code better} is told of each new best plan, in this thread. */
    Result run(Stand first, Consumer<PatchCalendar> better) {
        solver.addEventListener(event -> better.accept(event.getNewBestSolution()));
        Stand[] last = {first};
        ((DefaultSolver<PatchCalendar>) solver).addPhaseLifecycleListener(new PhaseLifecycleListenerAdapter<>() {
            @Override
            public void phaseEnded(AbstractPhaseScope<PatchCalendar> phase) {
                last[0] = phase.getWorkingSolution().stand().copy();
            }
        });
        PatchCalendar best = solver.solve(PatchCalendar.of(layout, part, climate, first));
        long scores = ((DefaultSolver<PatchCalendar>) solver).getSolverScope().getScoreCalculationCount();
        return new Result(best.stand(), java.util.Objects.requireNonNull(best.getScore()), last[0], scores);
    }

    void stop() {
        solver.terminateEarly();
    }
}
