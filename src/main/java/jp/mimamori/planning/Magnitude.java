package jp.mimamori.planning;

import java.util.HashMap;
import java.util.Map;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Weights;

/** How large a soft score can get: weights, risks and times may each be in range and still overflow a score together. */
final class Magnitude {

    /** Far above any hospital's, far below what a score can hold, so that differences and sums of scores hold too. */
    static final double MOST = 1e15;

    private final Problem problem;

    private Magnitude(Problem problem) {
        this.problem = problem;
    }

    /** Above any soft score a plan of {@code problem} can have, ids unresolved and all. */
    static double of(Problem problem) {
        return new Magnitude(problem).sum();
    }

    private double sum() {
        Map<String, PlannedDevice> devices = new HashMap<>();
        problem.devices().forEach(device -> devices.put(device.id(), device));
        Weights w = problem.weights();
        double sum = (double) w.spread() * problem.staff().size() * problem.grains() * problem.grains();
        for (PatchTask task : problem.tasks()) {
            PlannedDevice device = devices.get(task.device());
            double grains = Math.min(task.duration(), problem.grains());
            sum += (double) w.exposure() * task.risk() * Math.max(0, (double) problem.grains() - task.earliest())
                    + (double) w.late() * task.risk() * Math.max(0, (double) problem.grains() - task.due())
                    + (double) w.displaced() * (device == null ? 0 : device.criticality()) * 100 * grains
                    + (double) w.premium() * (task.roles().size() + 1) * grains
                    + w.moveBase() + (double) w.movePerGrain() * Math.min(w.moveCap(), 2.0 * Integer.MAX_VALUE)
                    + w.visit() + ((double) w.inspection() + w.avoid()) * grains;
        }
        return sum;
    }
}
