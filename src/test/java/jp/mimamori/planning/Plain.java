package jp.mimamori.planning;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import jp.mimamori.planning.Problem.Group;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Site;
import jp.mimamori.planning.Problem.Staff;
import jp.mimamori.planning.Problem.Vendor;
import org.jspecify.annotations.Nullable;

/** What a problem is made of where a test is about none of the further terms (nights, gaps, soak, lead time, inspection days). */
public final class Plain {

    private Plain() {
    }

    public static Problem problem(String id, LocalDateTime start, ZoneId zone, int grainMinutes, int grains, Problem.Weights weights,
            List<Interval> premium, List<Site> sites, List<Group> groups, List<PlannedDevice> devices, List<Staff> staff,
            List<Vendor> vendors, List<PatchTask> tasks, Labels labels) {
        return new Problem(id, start, zone, grainMinutes, grains, weights, premium, List.of(), sites, groups, devices, staff, vendors, tasks,
                labels);
    }

    public static Problem problem(String id, LocalDateTime start, ZoneId zone, int grainMinutes, int grains, Problem.Weights weights,
            List<Interval> premium, List<Site> sites, List<Group> groups, List<PlannedDevice> devices, List<Staff> staff,
            List<Vendor> vendors, List<PatchTask> tasks) {
        return problem(id, start, zone, grainMinutes, grains, weights, premium, sites, groups, devices, staff, vendors, tasks, Labels.NONE);
    }

    public static Group group(String id, int maxOut) {
        return new Group(id, maxOut, 0, List.of());
    }

    public static PlannedDevice device(String id, String site, @Nullable String group, int criticality, int[] utilisation, List<Interval> bookings) {
        return new PlannedDevice(id, site, group, criticality, utilisation, bookings, List.of(), List.of());
    }

    public static Staff staff(String id, String site, List<String> skills, List<Interval> available) {
        return new Staff(id, site, skills, available, null, 0);
    }

    public static Vendor vendor(String id, int capacity, int maxVisits, List<Interval> available) {
        return new Vendor(id, capacity, maxVisits, available, 0);
    }

    public static PatchTask task(String id, String device, int duration, int earliest, int due, int risk, List<String> roles,
            @Nullable String vendor, List<String> after, @Nullable Integer previous, boolean pinned) {
        return new PatchTask(id, device, duration, earliest, due, risk, roles, vendor, after, 0, previous, pinned);
    }
}
