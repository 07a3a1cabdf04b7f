package jp.mimamori.planning;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A patch-window planning problem. A time is a grain counted from {@code start}; intervals are half-open
 * {@code [from, to)}. Grains are wall-clock steps: a skipped hour is a blackout, a doubled hour one grain.
 *
 * @param grainMinutes length of a grain: 15, 30 or 60 minutes
 * @param grains       length of the horizon in grains
 * @param premium      night, weekend and holiday hours that cost extra
 * @param labels       what people call the ids; not part of the problem JSON
 */
public record Problem(
        String id,
        LocalDateTime start,
        ZoneId zone,
        int grainMinutes,
        int grains,
        Weights weights,
        List<Interval> premium,
        List<Site> sites,
        List<Group> groups,
        List<PlannedDevice> devices,
        List<Staff> staff,
        List<Vendor> vendors,
        List<PatchTask> tasks,
        Labels labels) {

    public Problem {
        premium = List.copyOf(premium);
        sites = List.copyOf(sites);
        groups = List.copyOf(groups);
        devices = List.copyOf(devices);
        staff = List.copyOf(staff);
        vendors = List.copyOf(vendors);
        tasks = List.copyOf(tasks);
    }

    /** A problem whose ids stand for themselves, such as one out of JSON. */
    public Problem(String id, LocalDateTime start, ZoneId zone, int grainMinutes, int grains, Weights weights,
            List<Interval> premium, List<Site> sites, List<Group> groups, List<PlannedDevice> devices, List<Staff> staff,
            List<Vendor> vendors, List<PatchTask> tasks) {
        this(id, start, zone, grainMinutes, grains, weights, premium, sites, groups, devices, staff, vendors, tasks, Labels.NONE);
    }

    /** The wall-clock time of a grain's start. */
    public LocalDateTime time(int grain) {
        return start.plusMinutes((long) grain * grainMinutes);
    }

    /**
     * This problem with the windows of a published plan as the tasks' {@code previous}; tasks it does not name are new. The
     * published plan may have begun on another day: its windows count by their date and time. A task whose patch has been
     * approved since takes the window it had while that was tentative.
     */
    public Problem published(Schedule schedule) {
        Map<String, Integer> starts = new HashMap<>();
        schedule.assignments().forEach(assignment -> starts.put(assignment.task(), grain(assignment)));
        Set<String> ours = tasks.stream().map(PatchTask::id).collect(Collectors.toSet());
        for (PatchTask task : tasks) {
            String before = task.id() + TaskNames.TENTATIVE;
            if (!ours.contains(before) && starts.containsKey(before)) {
                starts.putIfAbsent(task.id(), starts.get(before));
            }
        }
        List<PatchTask> again = tasks.stream()
                .map(task -> new PatchTask(task.id(), task.device(), task.duration(), task.earliest(), task.due(), task.risk(),
                        task.roles(), task.vendor(), task.after(),
                        task.pinned() ? task.previous() : starts.get(task.id()), task.pinned()))
                .toList();
        return new Problem(id, start, zone, grainMinutes, grains, weights, premium, sites, groups, devices, staff, vendors,
                again, labels);
    }

    private int grain(Schedule.Assignment assignment) {
        if (assignment.startTime().equals(LocalDateTime.MIN)) {
            return assignment.start();
        }
        return (int) Math.floorDiv(ChronoUnit.MINUTES.between(start, assignment.startTime()), grainMinutes);
    }

    /** Grains {@code [from, to)}. */
    public record Interval(int from, int to) {
    }

    /** What each unit of a soft cost weighs; {@code moveCap} is in grains. */
    public record Weights(long exposure, long late, long displaced, long premium, long visit, long moveBase,
            long movePerGrain, long moveCap) {

        /** The weights a hospital starts with. */
        public static final Weights DEFAULT = new Weights(1, 4, 1, 60, 1500, 300, 5, 100);
    }

    /** A site and the grains in which nothing may be done there. */
    public record Site(String id, List<Interval> blackouts) {
        public Site {
            blackouts = List.copyOf(blackouts);
        }
    }

    /** Devices that stand in for each other: at most {@code maxOut} tasks on them at any moment. */
    public record Group(String id, int maxOut) {
    }

    /**
     * A device to be patched.
     *
     * @param utilisation percent 0–100 for each grain of a week, beginning at the weekday and time of the problem's start
     */
    public record PlannedDevice(String id, String site, @Nullable String group, int criticality, int[] utilisation,
            List<Interval> bookings) {
        public PlannedDevice {
            bookings = List.copyOf(bookings);
        }
    }

    /** A person, what they can do, and the grains they are on shift. */
    public record Staff(String id, String site, List<String> skills, List<Interval> available) {
        public Staff {
            skills = List.copyOf(skills);
            available = List.copyOf(available);
        }
    }

    /** A vendor: tasks at the same time, visits (vendor × site × calendar day) in all, and the grains they work. */
    public record Vendor(String id, int capacity, int maxVisits, List<Interval> available) {
        public Vendor {
            available = List.copyOf(available);
        }
    }

    /**
     * One stay of a maintenance action on a device: preparation, patch, verification and rollback buffer.
     *
     * @param duration grains
     * @param earliest the first grain it may start in
     * @param due      the grain it should have ended by
     * @param risk     weight of leaving it open, at least 1
     * @param roles    one staff member is needed for each entry
     * @param after    tasks that must have ended before it starts
     * @param previous start in the published plan; null where it is new
     * @param pinned   whether it must stay at {@code previous}
     */
    public record PatchTask(String id, String device, int duration, int earliest, int due, int risk, List<String> roles,
            @Nullable String vendor, List<String> after, @Nullable Integer previous, boolean pinned) {
        public PatchTask {
            roles = List.copyOf(roles);
            after = List.copyOf(after);
        }
    }
}
