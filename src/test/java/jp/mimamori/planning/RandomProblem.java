package jp.mimamori.planning;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.mimamori.planning.Problem.Interval;

/** Small random problems in which every kind of constraint has something to say. */
public final class RandomProblem {

    private final Random random;
    private final int grains;

    private RandomProblem(long seed, int grains) {
        this.random = new Random(seed);
        this.grains = grains;
    }

    public static Problem of(long seed, int tasks) {
        return new RandomProblem(seed, 14 * 24).problem(seed, tasks);
    }

    /** The same with the further terms, each of them now and then, and more work at night. */
    public static Problem further(long seed, int tasks) {
        return new RandomProblem(seed, 21 * 24).further(new RandomProblem(seed, 21 * 24).problem(seed, tasks));
    }

    private Problem further(Problem p) {
        List<Interval> nights = new ArrayList<>();
        for (int day = -1; day < grains / 24; day++) {
            nights.add(new Interval(day * 24 + 20, day * 24 + 24 + random.nextInt(8)));
        }
        List<Problem.Group> groups = p.groups().stream().map(group -> new Problem.Group(group.id(), group.maxOut(),
                random.nextBoolean() ? random.nextInt(12) : 0, random.nextBoolean() ? intervals(4, 20) : List.of())).toList();
        List<Problem.PlannedDevice> devices = p.devices().stream().map(device -> new Problem.PlannedDevice(device.id(),
                device.site(), device.group(), device.criticality(), device.utilisation(), device.bookings(),
                random.nextBoolean() ? intervals(3, 30) : List.of(), random.nextBoolean() ? intervals(6, 30) : List.of())).toList();
        List<Problem.Staff> staff = p.staff().stream().map(person -> new Problem.Staff(person.id(), person.site(),
                person.skills(), random.nextBoolean() ? List.of(new Interval(0, grains)) : person.available(),
                random.nextBoolean() ? (Integer) random.nextInt(4) : null, random.nextBoolean() ? random.nextInt(14) : 0)).toList();
        List<Problem.Vendor> vendors = p.vendors().stream().map(vendor -> new Problem.Vendor(vendor.id(), vendor.capacity(),
                vendor.maxVisits(), vendor.available(), random.nextBoolean() ? random.nextInt(100) : 0)).toList();
        List<Problem.PatchTask> tasks = p.tasks().stream().map(task -> new Problem.PatchTask(task.id(), task.device(),
                random.nextInt(8) == 0 ? 20 + random.nextInt(30) : task.duration(), task.earliest(), task.due(), task.risk(),
                task.roles(), task.vendor(), task.after(), random.nextBoolean() ? random.nextInt(50) : 0, task.previous(),
                task.pinned())).toList();
        Problem.Weights weights = p.weights().further(random.nextInt(9), random.nextInt(30), random.nextInt(3), random.nextInt(6));
        return new Problem(p.id(), p.start().plusHours(random.nextInt(24)), p.zone(), 60, grains, weights, p.premium(), nights,
                p.sites(), groups, devices, staff, vendors, tasks, p.labels());
    }

    private Problem problem(long seed, int tasks) {
        List<Problem.Site> sites = List.of(new Problem.Site("S0", intervals(2, 12)), new Problem.Site("S1", List.of()));
        List<Problem.Group> groups = List.of(Plain.group("G0", 1), Plain.group("G1", 2));
        List<Problem.PlannedDevice> devices = new ArrayList<>();
        for (int i = 0; i < Math.max(2, tasks * 2 / 3); i++) {
            int[] use = random.ints(168, 0, 101).toArray();
            String group = i % 3 == 0 ? "G0" : i % 3 == 1 ? "G1" : null;
            devices.add(Plain.device("D" + i, "S" + i % 2, group, random.nextInt(5), use, intervals(6, 4)));
        }
        List<Problem.Staff> staff = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            staff.add(Plain.staff("P" + i, "S" + i % 2, i < 4 ? List.of("R0", "R1") : List.of("R1", "R2"), shifts()));
        }
        List<Problem.Vendor> vendors =
                List.of(Plain.vendor("V0", 1, 2, shifts()), Plain.vendor("V1", 2, 3, shifts()));
        List<Problem.PatchTask> list = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            list.add(task(i, devices.size()));
        }
        return Plain.problem("random-" + seed, LocalDateTime.of(2026, 1, 5, 0, 0), ZoneId.of("Asia/Tokyo"), 60, grains,
                Problem.Weights.DEFAULT, intervals(10, 10), sites, groups, devices, staff, vendors, list);
    }

    private Problem.PatchTask task(int i, int devices) {
        List<String> roles = switch (random.nextInt(4)) {
            case 0 -> List.of("R0", "R1");
            case 1 -> List.of("R2");
            case 2 -> List.of("R0");
            default -> random.nextInt(3) == 0 ? List.of() : List.of("R1");
        };
        String vendor = random.nextInt(4) == 0 ? "V" + random.nextInt(2) : null;
        List<String> after = i > 2 && random.nextInt(5) == 0 ? List.of("T" + random.nextInt(i)) : List.of();
        Integer previous = random.nextInt(4) == 0 ? (Integer) random.nextInt(grains - 5) : null;
        boolean pinned = previous != null && random.nextInt(4) == 0;
        return Plain.task("T" + i, "D" + random.nextInt(devices), 1 + random.nextInt(4), random.nextInt(20),
                random.nextInt(grains), 1 + random.nextInt(10), roles, vendor, after, previous, pinned);
    }

    private List<Interval> intervals(int count, int longest) {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(grains) - 2;
            intervals.add(new Interval(from, from + 1 + random.nextInt(longest)));
        }
        return intervals;
    }

    private List<Interval> shifts() {
        List<Interval> shifts = new ArrayList<>();
        for (int day = 0; day < grains / 24; day++) {
            if (random.nextInt(7) > 0) {
                int from = day * 24 + random.nextInt(14);
                shifts.add(new Interval(from, from + 8 + random.nextInt(6)));
            }
        }
        return shifts;
    }
}
