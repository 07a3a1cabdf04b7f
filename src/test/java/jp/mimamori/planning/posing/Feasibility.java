package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.Problem;
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
        List<Staff> crew = problem.staff().stream().filter(person -> person.site().equals(device.site())
                && person.skills().stream().anyMatch(task.roles()::contains)).toList();
        Map<Staff, BitSet> shifts = new IdentityHashMap<>();
        crew.forEach(person -> shifts.put(person, bits(person.available())));
        Vendor vendor = task.vendor() == null ? null
                : problem.vendors().stream().filter(v -> v.id().equals(task.vendor())).findFirst().orElseThrow();
        BitSet visits = vendor == null ? new BitSet() : bits(vendor.available());
        List<Integer> starts = new ArrayList<>();
        for (int start = task.earliest(); start + task.duration() <= problem.grains(); start++) {
            int from = start;
            int to = start + task.duration();
            if (!closed.get(from, to).isEmpty()) {
                continue;
            }
            if (vendor != null && (!problem.time(from).toLocalDate().equals(problem.time(to - 1).toLocalDate())
                    || !covers(visits, from, to) || vendor.maxVisits() < 1 || vendor.capacity() < 1)) {
                continue;
            }
            List<Staff> there = crew.stream().filter(person -> covers(shifts.get(person), from, to)).toList();
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

    private static boolean covers(BitSet available, int from, int to) {
        return available.nextClearBit(from) >= to;
    }

    static BitSet bits(List<Interval> intervals) {
        BitSet bits = new BitSet();
        intervals.forEach(interval -> bits.set(interval.from(), interval.to()));
        return bits;
    }
}
