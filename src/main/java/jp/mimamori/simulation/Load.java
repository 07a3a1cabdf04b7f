package jp.mimamori.simulation;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import jp.mimamori.assessment.Planned;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;

/**
 * What a plan costs people and patients.
 *
 * @param tasks          patch tasks
 * @param placed         of these, the ones with a window
 * @param late           windows that end after their due date
 * @param deviceHours    hours in which devices are out of use
 * @param peopleHours    working hours of the hospital's own staff
 * @param vendorHours    working hours of vendors
 * @param offHours       of both, the hours at night, on weekends and holidays
 * @param displacedHours clinical use that has to give way: device hours × utilisation
 */
public record Load(int tasks, int placed, int late, double deviceHours, double peopleHours, double vendorHours, double offHours,
        double displacedHours) {

    static Load of(Planned planned) {
        Problem problem = planned.problem();
        GrainTable grains = new GrainTable(problem);
        Map<String, Problem.PatchTask> tasks = new HashMap<>();
        problem.tasks().forEach(task -> tasks.put(task.id(), task));
        Map<String, Problem.PlannedDevice> devices = new HashMap<>();
        problem.devices().forEach(device -> devices.put(device.id(), device));
        long device = 0;
        long people = 0;
        long vendor = 0;
        long off = 0;
        long displaced = 0;
        int late = 0;
        for (Schedule.Assignment window : planned.schedule().assignments()) {
            Problem.PatchTask task = requireNonNull(tasks.get(window.task()));
            int length = window.end() - window.start();
            int heads = task.roles().size() + (task.vendor() == null ? 0 : 1);
            device += length;
            people += (long) length * task.roles().size();
            vendor += task.vendor() == null ? 0 : length;
            off += (long) heads * grains.within(problem.premium(), window.start(), window.end());
            late += window.end() > task.due() ? 1 : 0;
            int[] use = requireNonNull(devices.get(task.device())).utilisation();
            for (int grain = window.start(); grain < window.end(); grain++) {
                displaced += use[grain % use.length];
            }
        }
        double hour = 60.0 / problem.grainMinutes();
        return new Load(problem.tasks().size(), planned.schedule().assignments().size(), late, device / hour, people / hour,
                vendor / hour, off / hour, displaced / 100.0 / hour);
    }
}
