package jp.mimamori.planning.solver;

import org.optaplanner.core.impl.localsearch.scope.LocalSearchPhaseScope;
import org.optaplanner.core.impl.phase.scope.AbstractPhaseScope;
import org.optaplanner.core.impl.phase.scope.AbstractStepScope;
import org.optaplanner.core.impl.solver.scope.SolverScope;
import org.optaplanner.core.impl.solver.termination.AbstractTermination;

/** Ends a search when the {@link Climate} of its calendar says so; OptaPlanner cools by the same gradient. */
public final class Deadline extends AbstractTermination<PatchCalendar> {

    @Override
    public boolean isSolverTerminated(SolverScope<PatchCalendar> solver) {
        return false;
    }

    @Override
    public boolean isPhaseTerminated(AbstractPhaseScope<PatchCalendar> phase) {
        return climate(phase).over();
    }

    @Override
    public double calculateSolverTimeGradient(SolverScope<PatchCalendar> solver) {
        return -1;
    }

    @Override
    public double calculatePhaseTimeGradient(AbstractPhaseScope<PatchCalendar> phase) {
        return climate(phase).gradient();
    }

    @Override
    public void stepEnded(AbstractStepScope<PatchCalendar> step) {
        if (step.getPhaseScope() instanceof LocalSearchPhaseScope<PatchCalendar> phase) {
            climate(phase).stepped();
        }
    }

    private static Climate climate(AbstractPhaseScope<PatchCalendar> phase) {
        PatchCalendar working = phase.getWorkingSolution();
        return working.climate();
    }
}
