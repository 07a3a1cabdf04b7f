package jp.mimamori.planning;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patch-window planning problem. A time is a grain counted from {@code start}; intervals are half-open
 * {@code [from, to)}. Grains are wall-clock steps: a skipped hour is a blackout, a doubled hour one grain.
 *
 * @param grainMinutes length of a grain: 15, 30 or 60 minutes
 * @param grains       length of the horizon in grains
 * @param premium      night, weekend and holiday hours that cost extra
 * @param nights       the hours that count as night work of staff; empty where nobody's nights are limited
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
        List<Interval> nights,
        List<Site> sites,
        List<Group> groups,
        List<PlannedDevice> devices,
        List<Staff> staff,
        List<Vendor> vendors,
        List<PatchTask> tasks,
        Labels labels) {

    public Problem {
        premium = List.copyOf(premium);
        nights = List.copyOf(nights);
        sites = List.copyOf(sites);
        groups = List.copyOf(groups);
        devices = List.copyOf(devices);
        staff = List.copyOf(staff);
        vendors = List.copyOf(vendors);
        tasks = List.copyOf(tasks);
    }

    /** This problem with other weights. */
    public Problem with(Weights others) {
        return new Problem(id, start, zone, grainMinutes, grains, others, premium, nights, sites, groups, devices, staff, vendors,
                tasks, labels);
    }

    /** This problem with other tasks. */
    public Problem with(List<PatchTask> others) {
        return new Problem(id, start, zone, grainMinutes, grains, weights, premium, nights, sites, groups, devices, staff,
                vendors, others, labels);
    }

    /** This problem with another calendar of sites, groups, devices, staff and vendors. */
    public Problem with(List<Site> sites, List<Group> groups, List<PlannedDevice> devices, List<Staff> staff, List<Vendor> vendors) {
        return new Problem(id, start, zone, grainMinutes, grains, weights, premium, nights, sites, groups, devices, staff,
                vendors, tasks, labels);
    }

    /** This problem with every site closed in the grains that the zone's clocks skip; itself where that says nothing new. */
    public Problem clocksKept() {
        List<Interval> skipped = new Grid(start, zone, grainMinutes, grains).skipped();
        return skipped.isEmpty() ? this : with(sites.stream().map(site -> site.closed(skipped)).toList(), groups, devices, staff, vendors);
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
            String before = task.id() + PatchTask.TENTATIVE;
            if (!ours.contains(before) && starts.containsKey(before)) {
                starts.putIfAbsent(task.id(), starts.get(before));
            }
        }
        return with(tasks.stream().map(task -> task.pinned() ? task : task.previous(starts.get(task.id()))).toList());
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

    /**
     * What each unit of a soft cost weighs; the further terms weigh nothing unless given.
     *
     * @param moveCap    grains beyond which a move costs no more
     * @param inspection each grain of a window outside the inspection days of a device that has some
     * @param avoid      each grain of a window in hours its device had better not be out
     * @param spread     each person's week: the square of its grains of work above {@code spreadFrom}
     * @param spreadFrom grains of work a person and week that cost nothing
     */
    public record Weights(long exposure, long late, long displaced, long premium, long visit, long moveBase,
            long movePerGrain, long moveCap, long inspection, long avoid, long spread, int spreadFrom) {

        /** The weights a hospital starts with. */
        public static final Weights DEFAULT = new Weights(1, 4, 1, 60, 1500, 300, 5, 100);

        /** Without the further terms. */
        public Weights(long exposure, long late, long displaced, long premium, long visit, long moveBase, long movePerGrain,
                long moveCap) {
            this(exposure, late, displaced, premium, visit, moveBase, movePerGrain, moveCap, 0, 0, 0, 0);
        }

        /** These weights without the further terms. */
        public Weights plain() {
            return further(0, 0, 0, 0);
        }

        /** These weights with the further terms. */
        public Weights further(long inspection, long avoid, long spread, int spreadFrom) {
            return new Weights(exposure, late, displaced, premium, visit, moveBase, movePerGrain, moveCap, inspection, avoid,
                    spread, spreadFrom);
        }
    }

    /** A site and the grains in which nothing may be done there. */
    public record Site(String id, List<Interval> blackouts) {
        public Site {
            blackouts = List.copyOf(blackouts);
        }

        Site closed(List<Interval> more) {
            List<Interval> known = GrainTable.merge(blackouts);
            Stream<Interval> fresh = more.stream().filter(
                    then -> known.stream().noneMatch(old -> old.from() <= then.from() && then.to() <= old.to()));
            return new Site(id, Stream.concat(blackouts.stream(), fresh).toList());
        }
    }

    /**
     * Devices that stand in for each other.
     *
     * @param maxOut how many tasks on them there may be at any moment
     * @param gap    grains that must lie between the windows of two of its devices; 0 where none need to. Above 0, one device
     *               is out at a time, whatever {@code maxOut}
     * @param closed emergency duty: grains in which none of them may be out
     */
    public record Group(String id, int maxOut, int gap, List<Interval> closed) {
        public Group {
            closed = List.copyOf(closed);
        }

        Group limit(int most) {
            return new Group(id, most, gap, closed);
        }
    }

    /**
     * A device to be patched.
     *
     * @param utilisation percent 0–100 for each grain of a week, or of several that differ, beginning at the problem's start; they repeat
     * @param inspections its inspection days (定期点検), on which it is out anyway; empty where none are known
     * @param avoid       grains in which it had better not be out, such as the day after a long holiday
     */
    public record PlannedDevice(String id, String site, @Nullable String group, int criticality, int[] utilisation,
            List<Interval> bookings, List<Interval> inspections, List<Interval> avoid) {
        public PlannedDevice {
            bookings = List.copyOf(bookings);
            inspections = List.copyOf(inspections);
            avoid = List.copyOf(avoid);
        }

        PlannedDevice booked(List<Interval> grains) {
            return new PlannedDevice(id, site, group, criticality, utilisation, grains, inspections, avoid);
        }
    }

    /**
     * A person, what they can do, and the grains they are on shift.
     *
     * @param maxNights nights (noon to noon) with work in any seven running; null where nobody limits them
     * @param rest      grains between the end of a window at night and the next one, unless that is work of the same night
     */
    public record Staff(String id, String site, List<String> skills, List<Interval> available, @Nullable Integer maxNights,
            int rest) {
        public Staff {
            skills = List.copyOf(skills);
            available = List.copyOf(available);
        }

        Staff there(List<Interval> grains) {
            return new Staff(id, site, skills, grains, maxNights, rest);
        }
    }

    /**
     * A vendor: tasks at the same time, visits (vendor × site × calendar day) in all, and the grains they work.
     *
     * @param lead grains from the problem's start before which no visit can be arranged any more; one that stays where the
     *             published plan has it is arranged already
     */
    public record Vendor(String id, int capacity, int maxVisits, List<Interval> available, int lead) {
        public Vendor {
            available = List.copyOf(available);
        }

        Vendor there(List<Interval> grains) {
            return new Vendor(id, capacity, maxVisits, grains, lead);
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
     * @param soak     grains that must have passed since the end of each of {@code after}
     * @param previous start in the published plan; null where it is new
     * @param pinned   whether it must stay at {@code previous}
     */
    public record PatchTask(String id, String device, int duration, int earliest, int due, int risk, List<String> roles,
            @Nullable String vendor, List<String> after, int soak, @Nullable Integer previous, boolean pinned) {

        /** Ends the id of a task whose patch is only inferred. */
        public static final String TENTATIVE = "-tentative";

        public PatchTask {
            roles = List.copyOf(roles);
            after = List.copyOf(after);
        }

        /** This task with another start in the published plan. */
        public PatchTask previous(@Nullable Integer start) {
            return new PatchTask(id, device, duration, earliest, due, risk, roles, vendor, after, soak, start, pinned);
        }

        /** This task pinned to its published start, or free of it. */
        public PatchTask pinned(boolean stays) {
            return new PatchTask(id, device, duration, earliest, due, risk, roles, vendor, after, soak, previous, stays);
        }

        /** This task with another first grain it may start in. */
        public PatchTask earliest(int grain) {
            return new PatchTask(id, device, duration, grain, due, risk, roles, vendor, after, soak, previous, pinned);
        }

        /** This task waiting for others. */
        public PatchTask after(List<String> others) {
            return new PatchTask(id, device, duration, earliest, due, risk, roles, vendor, others, soak, previous, pinned);
        }
    }
}
