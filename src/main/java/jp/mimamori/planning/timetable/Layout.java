package jp.mimamori.planning.timetable;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.SoftCost;
import org.jspecify.annotations.Nullable;

/**
 * A checked problem laid out for the search: ids become indexes, costs become prefix sums, and each task knows the starts
 * it may take as far as nobody else is in the way.
 */
public final class Layout {

    public final Problem problem;
    public final GrainTable grains;
    public final int horizon;
    public final Job[] jobs;
    /** The jobs that have any start at all. */
    public final Job[] movable;
    public final int sites;
    public final int grainsPerDay;
    /** The calendar day of each grain, from 0. */
    public final int[] day;
    public final int days;
    public final int[] maxOut;
    /** Grains between the windows of two devices of each group; 0 where none are asked for. */
    public final int[] gap;
    public final int[] capacity;
    public final int[] maxVisits;
    /** Which groups and devices can be crowded at all, so that the others need no counters. */
    public final boolean[] crowdedGroup;
    public final boolean[] crowdedDevice;

    public final NightRules nights;

    private final int[][] offShift;
    private final int[] premium;
    private final Map<int[], int[]> useSums = new java.util.IdentityHashMap<>();
    private final int[][] use;

    public Layout(Problem problem) {
        this.problem = problem;
        this.grains = new GrainTable(problem);
        horizon = problem.grains();
        grainsPerDay = 24 * 60 / problem.grainMinutes();
        sites = problem.sites().size();
        day = new int[horizon];
        for (int grain = 0; grain < horizon; grain++) {
            day[grain] = grains.day(grain) - grains.day(0);
        }
        days = day[horizon - 1] + 1;
        maxOut = problem.groups().stream().mapToInt(Problem.Group::maxOut).toArray();
        gap = problem.groups().stream().mapToInt(Problem.Group::gap).toArray();
        nights = new NightRules(problem, grains);
        capacity = problem.vendors().stream().mapToInt(Problem.Vendor::capacity).toArray();
        maxVisits = problem.vendors().stream().mapToInt(Problem.Vendor::maxVisits).toArray();
        offShift = problem.staff().stream().map(person -> sums(person.available(), false)).toArray(int[][]::new);
        premium = sums(problem.premium(), true);
        use = problem.devices().stream().map(device -> useSums.computeIfAbsent(device.utilisation(), Layout::running))
                .toArray(int[][]::new);
        jobs = jobs();
        crowdedDevice = new boolean[problem.devices().size()];
        crowdedGroup = new boolean[maxOut.length];
        relate();
        new Reach(this).fill();
        movable = java.util.Arrays.stream(jobs).filter(job -> job.starts.length > 0).toArray(Job[]::new);
    }

    /** What a start costs by itself, without the visit and people's weeks. */
    public long cost(Job job, int start) {
        long known = job.knownCost(start);
        return known >= 0 ? known : workOut(job, start);
    }

    private long workOut(Job job, int start) {
        PatchTask task = job.task;
        Problem.Weights weights = problem.weights();
        int end = start + job.duration;
        long cost = weights.exposure() * job.risk * (end - task.earliest());
        if (end > task.due()) {
            cost += weights.late() * job.risk * (end - task.due());
        }
        cost += weights.displaced() * problem.devices().get(job.device).criticality() * use(job.device, start, end);
        int night = premium[end] - premium[start];
        if (night > 0) {
            cost += weights.premium() * (task.roles().size() + (job.vendor < 0 ? 0 : 1)) * night;
        }
        Integer previous = task.previous();
        if (previous != null && previous != start) {
            cost += weights.moveBase()
                    + weights.movePerGrain() * Math.min(weights.moveCap(), Math.abs((long) start - previous));
        }
        return weights.inspection() == 0 && weights.avoid() == 0 ? cost : cost + outOfHours(job, start, end);
    }

    /** Hours outside the device's inspection days, and hours in which it had better not be out. */
    private long outOfHours(Job job, int start, int end) {
        PlannedDevice device = problem.devices().get(job.device);
        int outside = device.inspections().isEmpty() ? 0 : job.duration - grains.within(device.inspections(), start, end);
        return problem.weights().inspection() * outside
                + problem.weights().avoid() * grains.within(device.avoid(), start, end);
    }

    public SoftCost parts(Job job, int start) {
        return SoftCost.of(problem, grains, job.task, problem.devices().get(job.device), start);
    }

    /** Grains of {@code [start, end)} in which {@code person} is not on shift. */
    public int offShift(int person, int start, int end) {
        return offShift[person][end] - offShift[person][start];
    }

    /** How often {@code start}, inside the horizon, breaks what no other task has a part in (people apart). */
    public long closed(Job job, int start) {
        int end = start + job.duration;
        PatchTask task = job.task;
        long broken = grains.within(bookings(job), start, end) + grains.within(blackouts(job), start, end)
                + grains.within(duty(job), start, end);
        broken += start < task.earliest() ? 1 : 0;
        broken += task.pinned() && task.previous() != null && task.previous() != start ? 1 : 0;
        if (job.vendor >= 0) {
            broken += day[start] == day[end - 1] ? 0 : 1;
            broken += job.duration - grains.within(problem.vendors().get(job.vendor).available(), start, end);
            broken += ExactScore.tooSoon(task, problem.vendors().get(job.vendor), start) ? 1 : 0;
        }
        return broken;
    }

    public boolean onShift(Crew crew, int start, int end) {
        for (int role = 0; role < crew.size(); role++) {
            if (offShift(crew.person(role), start, end) > 0) {
                return false;
            }
        }
        return true;
    }

    /** A vendor and a site, between which visits are counted by day. */
    public int journey(Job job) {
        return job.vendor * sites + job.site;
    }

    public List<Interval> blackouts(Job job) {
        return problem.sites().get(job.site).blackouts();
    }

    public List<Interval> bookings(Job job) {
        return problem.devices().get(job.device).bookings();
    }

    /** When the devices of the group of {@code job} are on emergency duty. */
    List<Interval> duty(Job job) {
        return job.group < 0 ? List.of() : problem.groups().get(job.group).closed();
    }

    private long use(int device, int start, int end) {
        int[] sums = use[device];
        int week = sums.length - 1;
        int from = start % week;
        int to = from + end - start;
        if (to <= week) {
            return sums[to] - sums[from];
        }
        return (long) (to / week) * sums[week] + sums[to % week] - sums[from];
    }

    private int[] sums(List<Interval> intervals, boolean inside) {
        int[] sums = new int[horizon + 1];
        java.util.Arrays.fill(sums, 1, horizon + 1, inside ? 0 : 1);
        for (Interval interval : intervals) {
            for (int g = Math.max(0, interval.from()); g < Math.min(horizon, interval.to()); g++) {
                sums[g + 1] = inside ? 1 : 0;
            }
        }
        for (int grain = 0; grain < horizon; grain++) {
            sums[grain + 1] += sums[grain];
        }
        return sums;
    }

    private static int[] running(int[] values) {
        int[] sums = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    private Job[] jobs() {
        Map<String, Integer> site = index(problem.sites(), Problem.Site::id);
        Map<String, Integer> group = index(problem.groups(), Problem.Group::id);
        Map<String, Integer> device = index(problem.devices(), PlannedDevice::id);
        Map<String, Integer> vendor = index(problem.vendors(), Problem.Vendor::id);
        var crews = new Crews(problem);
        Job[] result = new Job[problem.tasks().size()];
        for (int i = 0; i < result.length; i++) {
            PatchTask task = problem.tasks().get(i);
            int place = requireNonNull(device.get(task.device()));
            PlannedDevice on = problem.devices().get(place);
            result[i] = new Job(i, task, place, requireNonNull(site.get(on.site())),
                    on.group() == null ? -1 : group.get(on.group()), task.vendor() == null ? -1 : vendor.get(task.vendor()),
                    crews.of(on.site(), task.roles()), crews.people(on.site(), task.roles()));
        }
        return result;
    }

    private void relate() {
        Map<String, Integer> task = index(problem.tasks(), PatchTask::id);
        int[][] device = members(problem.devices().size(), job -> job.device);
        int[][] group = members(maxOut.length, job -> job.group);
        int[][] vendor = members(capacity.length, job -> job.vendor);
        List<List<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < jobs.length; i++) {
            waiting.add(new ArrayList<>());
        }
        for (Job job : jobs) {
            job.before = job.task.after().stream().distinct().mapToInt(task::get).toArray();
            for (int before : job.before) {
                waiting.get(before).add(job.index);
            }
            job.onDevice = device[job.device];
            job.inGroup = job.group < 0 ? job.inGroup : group[job.group];
            job.ofVendor = job.vendor < 0 ? job.ofVendor : vendor[job.vendor];
            crowdedDevice[job.device] = job.onDevice.length > 1;
            if (job.group >= 0) {
                crowdedGroup[job.group] = job.inGroup.length > maxOut[job.group];
            }
        }
        for (Job job : jobs) {
            job.waiting = waiting.get(job.index).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private int[][] members(int count, ToIntFunction<Job> key) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        for (Job job : jobs) {
            if (key.applyAsInt(job) >= 0) {
                lists.get(key.applyAsInt(job)).add(job.index);
            }
        }
        return lists.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    private static <T> Map<String, Integer> index(List<T> things, Function<T, String> id) {
        Map<String, Integer> index = new HashMap<>();
        for (T thing : things) {
            index.put(id.apply(thing), index.size());
        }
        return index;
    }

    /** The people of a crew by their ids; nobody where there is none. */
    public List<String> names(@Nullable Crew crew) {
        String[] names = new String[crew == null ? 0 : crew.size()];
        for (int role = 0; crew != null && role < names.length; role++) {
            names[role] = problem.staff().get(crew.person(role)).id();
        }
        return List.of(names);
    }
}
