package jp.mimamori.planning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import org.jspecify.annotations.Nullable;

/**
 * The exact score of a plan, counted from the problem alone: whatever the plan breaks, it is counted, never repaired. This
 * is the yardstick that the solver's own faster count must agree with.
 */
public final class ExactScore {

    private final Problem problem;
    private final GrainTable grains;
    private final Map<String, PlannedDevice> devices = new HashMap<>();
    private final Map<String, Problem.Staff> staff = new HashMap<>();
    private final Map<String, Problem.Vendor> vendors = new HashMap<>();
    private final Map<String, PatchTask> tasks = new HashMap<>();

    private final Map<String, Long> broken = new TreeMap<>();
    private final Map<String, int[]> onDevice = new HashMap<>();
    private final Map<String, int[]> inGroup = new HashMap<>();
    private final Map<String, int[]> byPerson = new HashMap<>();
    private final Map<String, int[]> byVendor = new HashMap<>();
    private final Map<String, HashSet<List<Object>>> visits = new HashMap<>();
    private long medium;
    private long exposure;
    private long late;
    private long displaced;
    private long premium;
    private long stability;

    private ExactScore(Problem problem) {
        this.problem = problem;
        this.grains = new GrainTable(problem);
        problem.devices().forEach(device -> devices.put(device.id(), device));
        problem.staff().forEach(person -> staff.put(person.id(), person));
        problem.vendors().forEach(vendor -> vendors.put(vendor.id(), vendor));
        problem.tasks().forEach(task -> tasks.put(task.id(), task));
    }

    /** A task's place in a plan. {@code staff} is in the order of the task's roles. */
    public record Placement(String task, int start, List<String> staff) {
        public Placement {
            staff = List.copyOf(staff);
        }
    }

    /**
     * The score, and which hard constraints are broken how often.
     *
     * @param broken constraint → penalty; empty where the plan is feasible
     */
    public record Result(Schedule.Score score, Map<String, Long> broken) {
    }

    /** Scores {@code placements}; tasks that are not among them are without a window. The problem must be a checked one. */
    public static Result of(Problem problem, List<Placement> placements) {
        return new ExactScore(problem).count(placements);
    }

    /** Scores a schedule that claims to solve {@code problem}. */
    public static Result of(Problem problem, Schedule schedule) {
        List<Placement> placements = new ArrayList<>();
        schedule.assignments().forEach(a -> placements.add(new Placement(a.task(), a.start(), a.staff())));
        return of(problem, placements);
    }

    private Result count(List<Placement> placements) {
        Map<String, Placement> placed = new HashMap<>();
        placements.forEach(placement -> placed.put(placement.task(), placement));
        broken("taskTwice", placements.size() - placed.size());
        placed.keySet().forEach(id -> broken("unknownTask", tasks.containsKey(id) ? 0 : 1));
        for (PatchTask task : problem.tasks()) {
            Placement placement = placed.get(task.id());
            if (placement == null) {
                medium += task.risk();
            } else {
                task(task, placement, placed);
            }
        }
        onDevice.values().forEach(load -> broken("deviceTwice", over(load, 1)));
        problem.groups().forEach(group -> broken("redundancy", over(inGroup.get(group.id()), group.maxOut())));
        byPerson.values().forEach(load -> broken("staffTwice", over(load, 1)));
        long visited = 0;
        for (Problem.Vendor vendor : problem.vendors()) {
            broken("vendorCapacity", over(byVendor.get(vendor.id()), vendor.capacity()));
            int made = visits.getOrDefault(vendor.id(), new HashSet<>()).size();
            broken("maxVisits", Math.max(0, made - vendor.maxVisits()));
            visited += problem.weights().visit() * made;
        }
        var parts = new Schedule.Parts(exposure, late, displaced, premium, visited, stability);
        long hard = broken.values().stream().mapToLong(Long::longValue).sum();
        return new Result(new Schedule.Score(hard, medium, parts.sum(), parts), Map.copyOf(broken));
    }

    private void task(PatchTask task, Placement placement, Map<String, Placement> placed) {
        int start = placement.start();
        long longEnd = (long) start + task.duration();
        broken("earliest", start < task.earliest() ? 1 : 0);
        if (start < 0 || longEnd > problem.grains()) {
            broken("horizon", 1);
            return;
        }
        int end = (int) longEnd;
        PlannedDevice device = requireNonNull(devices.get(task.device()));
        broken("booking", grains.within(device.bookings(), start, end));
        broken("blackout", grains.within(grains.blackouts(device.site()), start, end));
        occupy(onDevice, device.id(), start, end);
        if (device.group() != null) {
            occupy(inGroup, device.group(), start, end);
        }
        staff(task, placement, device.site(), start, end);
        vendor(task.vendor(), device.site(), start, end);
        Integer previous = task.previous();
        broken("pinned", task.pinned() && previous != null && previous != start ? 1 : 0);
        soft(task, device, start);
        for (String id : task.after()) {
            Placement before = placed.get(id);
            boolean ended = before != null && (long) before.start() + requireNonNull(tasks.get(id)).duration() <= start;
            broken("order", ended ? 0 : 1);
        }
    }

    private void staff(PatchTask task, Placement placement, String site, int start, int end) {
        List<String> given = placement.staff();
        broken("staffMissing", Math.abs(given.size() - task.roles().size()));
        broken("staffRepeated", new HashSet<>(given).size() == given.size() ? 0 : 1);
        for (int i = 0; i < Math.min(given.size(), task.roles().size()); i++) {
            Problem.Staff person = staff.get(given.get(i));
            if (person == null) {
                broken("staffUnknown", 1);
                continue;
            }
            boolean fits = person.site().equals(site) && person.skills().contains(task.roles().get(i));
            broken("skill", fits ? 0 : 1);
            broken("shift", end - start - grains.within(person.available(), start, end));
            occupy(byPerson, person.id(), start, end);
        }
    }

    private void vendor(@Nullable String id, String site, int start, int end) {
        if (id == null) {
            return;
        }
        broken("vendorDay", grains.day(start) == grains.day(end - 1) ? 0 : 1);
        broken("vendorTime", end - start - grains.within(requireNonNull(vendors.get(id)).available(), start, end));
        occupy(byVendor, id, start, end);
        visits.computeIfAbsent(id, any -> new HashSet<>()).add(List.of(site, grains.day(start)));
    }

    private void soft(PatchTask task, PlannedDevice device, int start) {
        SoftCost cost = SoftCost.of(problem, grains, task, device, start);
        exposure += cost.exposure();
        late += cost.late();
        displaced += cost.displaced();
        premium += cost.premium();
        stability += cost.stability();
    }

    private void occupy(Map<String, int[]> load, String key, int start, int end) {
        int[] counts = load.computeIfAbsent(key, any -> new int[problem.grains()]);
        for (int grain = start; grain < end; grain++) {
            counts[grain]++;
        }
    }

    private static long over(int @Nullable [] load, int limit) {
        long sum = 0;
        if (load != null) {
            for (int count : load) {
                sum += Math.max(0, count - limit);
            }
        }
        return sum;
    }

    private void broken(String constraint, long penalty) {
        if (penalty != 0) {
            broken.merge(constraint, penalty, Long::sum);
        }
    }
}
