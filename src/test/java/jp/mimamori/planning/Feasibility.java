package jp.mimamori.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Staff;
import jp.mimamori.planning.Problem.Vendor;

/** By brute force and straight from scheduling.md: the starts of a task that break nothing, were it the only task. */
final class Feasibility {

    private Feasibility() {
    }

    static List<Integer> starts(Problem problem, PatchTask task) {
        PlannedDevice device = problem.devices().stream().filter(d -> d.id().equals(task.device())).findFirst().orElseThrow();
        BitSet closed = bits(device.bookings());
        problem.sites().stream().filter(site -> site.id().equals(device.site())).forEach(site -> closed.or(bits(site.blackouts())));
        Map<String, Vendor> vendors = problem.vendors().stream().collect(Collectors.toMap(Vendor::id, v -> v));
        List<Integer> starts = new ArrayList<>();
        for (int start = task.earliest(); start + task.duration() <= problem.grains(); start++) {
            int from = start;
            int to = start + task.duration();
            if (IntStream.range(from, to).anyMatch(closed::get)) {
                continue;
            }
            if (task.vendor() != null) {
                Vendor vendor = vendors.get(task.vendor());
                BitSet there = bits(vendor.available());
                if (!problem.time(from).toLocalDate().equals(problem.time(to - 1).toLocalDate())
                        || !IntStream.range(from, to).allMatch(there::get) || vendor.maxVisits() < 1 || vendor.capacity() < 1) {
                    continue;
                }
            }
            List<Staff> there = problem.staff().stream().filter(person -> person.site().equals(device.site())
                    && IntStream.range(from, to).allMatch(bits(person.available())::get)).toList();
            if (crewed(task.roles(), there)) {
                starts.add(start);
            }
        }
        return starts;
    }

    private static boolean crewed(List<String> roles, List<Staff> there) {
        if (roles.isEmpty()) {
            return true;
        }
        return there.stream().filter(person -> person.skills().contains(roles.get(0)))
                .anyMatch(person -> crewed(roles.subList(1, roles.size()), there.stream().filter(p -> p != person).toList()));
    }

    static BitSet bits(List<Interval> intervals) {
        BitSet bits = new BitSet();
        intervals.forEach(interval -> bits.set(interval.from(), interval.to()));
        return bits;
    }
}
