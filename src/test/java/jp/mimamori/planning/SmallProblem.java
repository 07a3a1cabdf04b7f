package jp.mimamori.planning;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import org.jspecify.annotations.Nullable;

/** A one-site hospital over three days, from Monday 2026-01-05 00:00, to which tests add what they are about. */
public final class SmallProblem {

    public final List<Interval> premium = new ArrayList<>();
    public final List<Interval> nights = new ArrayList<>();
    public final List<Interval> blackouts = new ArrayList<>();
    public final List<Problem.Group> groups = new ArrayList<>();
    public final List<Problem.PlannedDevice> devices = new ArrayList<>();
    public final List<Problem.Staff> staff = new ArrayList<>();
    public final List<Problem.Vendor> vendors = new ArrayList<>();
    public final List<PatchTask> tasks = new ArrayList<>();
    public Problem.Weights weights = Problem.Weights.DEFAULT;
    public int grains = 72;

    public SmallProblem device(String id, @Nullable String group, Interval... bookings) {
        int[] use = new int[168];
        java.util.Arrays.fill(use, 10);
        devices.add(Plain.device(id, "S", group, 2, use, List.of(bookings)));
        return this;
    }

    public SmallProblem group(String id, int maxOut) {
        groups.add(Plain.group(id, maxOut));
        return this;
    }

    public SmallProblem person(String id, List<String> skills, Interval... shifts) {
        staff.add(Plain.staff(id, "S", skills, List.of(shifts)));
        return this;
    }

    public SmallProblem vendor(String id, int capacity, int maxVisits, Interval... available) {
        vendors.add(Plain.vendor(id, capacity, maxVisits, List.of(available)));
        return this;
    }

    public SmallProblem task(String id, String device, int duration) {
        return task(id, device, duration, 0, 72, 3, List.of(), null, List.of(), null, false);
    }

    public SmallProblem task(String id, String device, int duration, int earliest, int due, int risk, List<String> roles,
            @Nullable String vendor, List<String> after, @Nullable Integer previous, boolean pinned) {
        tasks.add(Plain.task(id, device, duration, earliest, due, risk, roles, vendor, after, previous, pinned));
        return this;
    }

    public Problem build() {
        return new Problem("small", LocalDateTime.of(2026, 1, 5, 0, 0), ZoneId.of("Asia/Tokyo"), 60, grains, weights, premium,
                nights, List.of(new Problem.Site("S", blackouts)), groups, devices, staff, vendors, tasks, Labels.NONE);
    }
}
