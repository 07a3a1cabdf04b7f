package jp.mimamori.planning.solver;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.mimamori.planning.Problem;
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

    private Problem problem(long seed, int tasks) {
        List<Problem.Site> sites = List.of(new Problem.Site("S0", intervals(2, 12)), new Problem.Site("S1", List.of()));
        List<Problem.Group> groups = List.of(new Problem.Group("G0", 1), new Problem.Group("G1", 2));
        List<Problem.PlannedDevice> devices = new ArrayList<>();
        for (int i = 0; i < Math.max(2, tasks * 2 / 3); i++) {
            int[] use = random.ints(168, 0, 101).toArray();
            String group = i % 3 == 0 ? "G0" : i % 3 == 1 ? "G1" : null;
            devices.add(new Problem.PlannedDevice("D" + i, "S" + i % 2, group, random.nextInt(5), use, intervals(6, 4)));
        }
        List<Problem.Staff> staff = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            staff.add(new Problem.Staff("P" + i, "S" + i % 2, i < 4 ? List.of("R0", "R1") : List.of("R1", "R2"), shifts()));
        }
        List<Problem.Vendor> vendors =
                List.of(new Problem.Vendor("V0", 1, 2, shifts()), new Problem.Vendor("V1", 2, 3, shifts()));
        List<Problem.PatchTask> list = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            list.add(task(i, devices.size()));
        }
        return new Problem("random-" + seed, LocalDateTime.of(2026, 1, 5, 0, 0), ZoneId.of("Asia/Tokyo"), 60, grains,
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
        return new Problem.PatchTask("T" + i, "D" + random.nextInt(devices), 1 + random.nextInt(4), random.nextInt(20),
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
