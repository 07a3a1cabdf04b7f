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
    private final Map<String, Problem.Group> groups = new HashMap<>();
    private final Taken onDevice = new Taken();
    private final Taken inGroup = new Taken();
    private final Taken byPerson = new Taken();
    private final Taken byVendor = new Taken();
    /** The windows of each person once, whatever the number of roles they are given in one. */
    private final Taken worked = new Taken();
    private final Map<String, List<Out>> out = new HashMap<>();
    private final Map<String, HashSet<List<Object>>> visits = new HashMap<>();
    private long medium;
    private long exposure;
    private long late;
    private long displaced;
    private long premium;
    private long stability;
    private long inspection;
    private long avoid;

    /** A device of a group that is out. */
    private record Out(String device, int start, int end) {
    }

    private ExactScore(Problem problem) {
        this.problem = problem;
        this.grains = new GrainTable(problem);
        problem.groups().forEach(group -> groups.put(group.id(), group));
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
        broken("deviceTwice", onDevice.over(1));
        for (Problem.Group group : problem.groups()) {
            broken("redundancy", inGroup.over(group.id(), group.maxOut()));
            broken("gap", tooClose(group));
        }
        broken("staffTwice", byPerson.over(1));
        long visited = 0;
        for (Problem.Vendor vendor : problem.vendors()) {
            broken("vendorCapacity", byVendor.over(vendor.id(), vendor.capacity()));
            int made = visits.getOrDefault(vendor.id(), new HashSet<>()).size();
            broken("maxVisits", Math.max(0, made - vendor.maxVisits()));
            visited += problem.weights().visit() * made;
        }
        var parts = new Schedule.Parts(exposure, late, displaced, premium, visited, stability, inspection, avoid, strain());
        long hard = broken.values().stream().mapToLong(Long::longValue).sum();
        return new Result(new Schedule.Score(hard, medium, parts.sum(), parts), Map.copyOf(broken));
    }

    /** Pairs of windows on two devices of {@code group} with less than its gap between them. */
    private long tooClose(Problem.Group group) {
        long pairs = 0;
        List<Out> windows = group.gap() == 0 ? List.of() : out.getOrDefault(group.id(), List.of());
        for (int i = 0; i < windows.size(); i++) {
            for (Out other : windows.subList(0, i)) {
                Out one = windows.get(i);
                boolean apart = one.start >= (long) other.end + group.gap() || other.start >= (long) one.end + group.gap();
                pairs += apart || one.device.equals(other.device) ? 0 : 1;
            }
        }
        return pairs;
    }

    /** Counts what breaks the limits of people and returns the cost of uneven weeks. */
    private long strain() {
        long squares = 0;
        Problem.Weights weights = problem.weights();
        for (Problem.Staff person : problem.staff()) {
            var load = new StaffLoad(problem, grains, worked.of(person.id()));
            broken("nights", load.nights(person.maxNights()));
            broken("rest", load.rest(person.rest()));
            squares += weights.spread() == 0 ? 0 : load.squares(weights.spreadFrom());
        }
        return weights.spread() * squares;
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
        onDevice.add(device.id(), start, end);
        if (device.group() != null) {
            inGroup.add(device.group(), start, end);
            out.computeIfAbsent(device.group(), any -> new ArrayList<>()).add(new Out(device.id(), start, end));
            broken("duty", grains.within(requireNonNull(groups.get(device.group())).closed(), start, end));
        }
        staff(task, placement, device.site(), start, end);
        vendor(task, device.site(), start, end);
        Integer previous = task.previous();
        broken("pinned", task.pinned() && previous != null && previous != start ? 1 : 0);
        soft(task, device, start);
        for (String id : task.after()) {
            Placement before = placed.get(id);
            long passed = before == null ? -1 : start - ((long) before.start() + requireNonNull(tasks.get(id)).duration());
            broken(passed < 0 ? "order" : "soak", passed < task.soak() ? 1 : 0);
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
            byPerson.add(person.id(), start, end);
            if (given.indexOf(person.id()) == i) {
                worked.add(person.id(), start, end);
            }
        }
    }

    private void vendor(PatchTask task, String site, int start, int end) {
        if (task.vendor() == null) {
            return;
        }
        Problem.Vendor vendor = requireNonNull(vendors.get(task.vendor()));
        broken("vendorDay", grains.day(start) == grains.day(end - 1) ? 0 : 1);
        broken("vendorTime", end - start - grains.within(vendor.available(), start, end));
        broken("lead", tooSoon(task, vendor, start) ? 1 : 0);
        byVendor.add(vendor.id(), start, end);
        visits.computeIfAbsent(vendor.id(), any -> new HashSet<>()).add(List.of(site, grains.day(start)));
    }

    /** Whether a visit at {@code start} would have to be arranged within the vendor's lead time. */
    public static boolean tooSoon(PatchTask task, Problem.Vendor vendor, int start) {
        return start < vendor.lead() && (task.previous() == null || task.previous() != start);
    }

    private void soft(PatchTask task, PlannedDevice device, int start) {
        SoftCost cost = SoftCost.of(problem, grains, task, device, start);
        exposure += cost.exposure();
        late += cost.late();
        displaced += cost.displaced();
        premium += cost.premium();
        stability += cost.stability();
        inspection += cost.inspection();
        avoid += cost.avoid();
    }

    private void broken(String constraint, long penalty) {
        if (penalty != 0) {
            broken.merge(constraint, penalty, Long::sum);
        }
    }
}
