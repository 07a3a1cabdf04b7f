package jp.mimamori.planning.bound;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.mimamori.planning.Plain;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;

/** Random problems of four tasks in two days, small enough to try every plan, in which tasks are in each other's way. */
final class TinyProblem {

    private static final int GRAINS = 48;
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 0, 0);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private TinyProblem() {
    }

    static Problem of(long seed) {
        var random = new Random(seed);
        boolean further = seed % 3 == 2;
        List<Problem.Site> sites = List.of(new Problem.Site("S0", List.of(new Interval(0, random.nextInt(12)))),
                new Problem.Site("S1", List.of()));
        List<Problem.Group> groups = List.of(new Problem.Group("G0", 1, further ? random.nextInt(3) : 0,
                further ? List.of(new Interval(10, 12)) : List.of()));
        List<Problem.PlannedDevice> devices = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            devices.add(new Problem.PlannedDevice("D" + i, i < 2 || random.nextBoolean() ? "S0" : "S1", i == 1 ? null : "G0",
                    random.nextInt(4), random.ints(168, 0, 101).toArray(), List.of(new Interval(14, 14 + random.nextInt(6))),
                    further ? List.of(new Interval(24, 48)) : List.of(), further ? List.of(new Interval(0, 30)) : List.of()));
        }
        List<Problem.Staff> staff = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int from = 7 + random.nextInt(6);
            staff.add(new Problem.Staff("P" + i, i < 2 ? "S0" : random.nextBoolean() ? "S0" : "S1",
                    List.of(List.of("R0"), List.of("R0", "R1"), List.of("R1")).get(random.nextInt(3)),
                    List.of(new Interval(from, from + 6), new Interval(24 + from, 30 + from)), further ? 1 : null,
                    further ? random.nextInt(4) : 0));
        }
        List<Problem.Vendor> vendors = List.of(new Problem.Vendor("V0", 1 + random.nextInt(2), 1 + random.nextInt(2),
                List.of(new Interval(8, 16), new Interval(32, 42)), further ? random.nextInt(12) : 0));
        var weights = new Problem.Weights(1 + random.nextInt(9), random.nextInt(30), 1, 60, 200 + random.nextInt(800), 100, 5, 20);
        List<Problem.PatchTask> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<String> roles = List.of(List.<String>of(), List.of("R0"), List.of("R1"), List.of("R0", "R1"), List.of("R0"))
                    .get(random.nextInt(5));
            boolean previous = random.nextInt(4) == 0;
            tasks.add(new Problem.PatchTask("T" + i, "D" + random.nextInt(3), 1 + random.nextInt(4), random.nextInt(10),
                    8 + random.nextInt(30), 1 + random.nextInt(9), roles, random.nextBoolean() ? "V0" : null,
                    i > 0 && random.nextInt(2) == 0 ? List.of("T" + random.nextInt(i)) : List.of(),
                    further ? random.nextInt(4) : 0, previous ? (Integer) random.nextInt(40) : null, previous && random.nextInt(5) == 0));
        }
        return new Problem("tiny-" + seed, START, ZONE, 60, GRAINS, further ? weights.further(20, 30, 2, 3) : weights,
                List.of(new Interval(0, 6), new Interval(18, 30)), further ? List.of(new Interval(8, 18)) : List.of(), sites, groups,
                devices, staff, vendors, tasks, jp.mimamori.planning.Labels.NONE);
    }

    /** One task for two out of {@code people}, of whom only the last two are there at the cheapest hours. */
    static Problem crowd(int people) {
        List<Problem.Staff> staff = IntStream.range(0, people).mapToObj(i -> Plain.staff("P" + i, "S0", List.of("R0"),
                List.of(i < people - 2 ? new Interval(30, 40) : new Interval(0, 10)))).toList();
        return Plain.problem("crowd", START, ZONE, 60, GRAINS, Problem.Weights.DEFAULT, List.of(),
                List.of(new Problem.Site("S0", List.of())), List.of(),
                List.of(Plain.device("D0", "S0", null, 0, new int[168], List.of())), staff, List.of(),
                List.of(Plain.task("T0", "D0", 2, 0, 40, 3, List.of("R0", "R0"), null, List.of(), null, false)));
    }
}
