package jp.mimamori.planning;

import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Weights;

/**
 * What a task's window costs by itself; visits and people's weeks are shared between tasks and stand apart.
 *
 * @param exposure   risk × time the vulnerability stays open
 * @param late       risk × time after the due date
 * @param displaced  clinical use that has to give way
 * @param premium    night, weekend and holiday hours of staff and vendor
 * @param stability  distance from the published plan
 * @param inspection hours outside the device's inspection days
 * @param avoid      hours in which the device had better not be out
 */
public record SoftCost(long exposure, long late, long displaced, long premium, long stability, long inspection, long avoid) {

    public long sum() {
        return exposure + late + displaced + premium + stability + inspection + avoid;
    }

    /** The cost of {@code task} on its {@code device} when it starts at {@code start}, inside the horizon. */
    public static SoftCost of(Problem problem, GrainTable grains, PatchTask task, PlannedDevice device, int start) {
        Weights weights = problem.weights();
        int end = start + task.duration();
        long use = 0;
        int[] utilisation = device.utilisation();
        for (int grain = start; grain < end; grain++) {
            use += utilisation[grain % utilisation.length];
        }
        int heads = task.roles().size() + (task.vendor() == null ? 0 : 1);
        long moved = 0;
        Integer previous = task.previous();
        if (previous != null && previous != start) {
            long distance = Math.abs((long) start - previous);
            moved = weights.moveBase() + weights.movePerGrain() * Math.min(weights.moveCap(), distance);
        }
        return new SoftCost(
                weights.exposure() * task.risk() * (end - task.earliest()),
                weights.late() * task.risk() * Math.max(0, end - task.due()),
                weights.displaced() * device.criticality() * use,
                weights.premium() * heads * grains.within(problem.premium(), start, end),
                moved,
                weights.inspection() == 0 || device.inspections().isEmpty() ? 0
                        : weights.inspection() * (task.duration() - grains.within(device.inspections(), start, end)),
                weights.avoid() == 0 ? 0 : weights.avoid() * grains.within(device.avoid(), start, end));
    }
}
