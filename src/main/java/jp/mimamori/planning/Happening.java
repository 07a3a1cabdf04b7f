package jp.mimamori.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import org.jspecify.annotations.Nullable;

/**
 * Something that came up after a plan was published, and that can make windows of it impossible.
 *
 * @param about the id of the vendor, device, site, person, group or task it happened to
 * @param from  first grain of the hours that are gone; for a delayed patch the grain it was expected in
 * @param to    the grain after the last of them; for a delayed patch the grain it will be there
 * @param task  the new task; null for everything else
 */
public record Happening(Kind kind, String about, int from, int to, @Nullable PatchTask task) {

    private static final Wording WORDS = Wording.of(Happening.class);

    /** What can happen. */
    public enum Kind {
        VENDOR_CANCELS, DEVICE_BOOKED, DEVICE_DOWN, SITE_CLOSED, STAFF_AWAY, PATCH_DELAYED, NEW_FINDING, LIMIT_LOWERED, TASK_CHANGED
    }

    public Happening {
        if (from > to) {
            throw new IllegalArgumentException("from " + from + " after " + to);
        }
        if ((kind == Kind.NEW_FINDING) != (task != null)) {
            throw new IllegalArgumentException("a new finding, and nothing else, brings its task: " + kind);
        }
    }

    /** Work nobody knew of when the plan was published. */
    static Happening found(PatchTask task) {
        return new Happening(Kind.NEW_FINDING, task.id(), 0, 0, task);
    }

    /** In words, with the names and times of {@code problem}. */
    public Message text(Problem problem) {
        Object name = switch (kind) {
            case VENDOR_CANCELS -> problem.labels().vendor(about);
            case PATCH_DELAYED, NEW_FINDING, TASK_CHANGED -> problem.labels().task(about);
            case LIMIT_LOWERED -> problem.vendors().stream().anyMatch(vendor -> vendor.id().equals(about))
                    ? problem.labels().vendor(about) : problem.labels().group(about);
            default -> problem.labels().device(about);
        };
        return WORDS.message("event." + kind.name().toLowerCase(Locale.ROOT), name, time(problem, from), time(problem, to));
    }

    /** Whether it can be what made the window of {@code task} at {@code start}, served by {@code staff}, impossible. */
    public boolean touches(Problem problem, PatchTask task, int start, List<String> staff) {
        boolean meets = start < to && from < (long) start + task.duration();
        return switch (kind) {
            case VENDOR_CANCELS -> meets && about.equals(task.vendor());
            case DEVICE_BOOKED -> meets && about.equals(task.device());
            case DEVICE_DOWN -> meets && (about.equals(task.device()) || sameGroup(problem, task.device()));
            case SITE_CLOSED -> meets && problem.devices().stream()
                    .anyMatch(device -> device.id().equals(task.device()) && device.site().equals(about));
            case STAFF_AWAY -> meets && staff.contains(about);
            case PATCH_DELAYED -> about.equals(task.id()) && start < to;
            case TASK_CHANGED -> about.equals(task.id());
            case LIMIT_LOWERED -> about.equals(task.vendor()) || problem.devices().stream()
                    .anyMatch(device -> device.id().equals(task.device()) && about.equals(device.group()));
            case NEW_FINDING -> false;
        };
    }

    /** {@code problem} after this has happened; it does not change twice. */
    Problem applyTo(Problem problem) {
        return switch (kind) {
            case VENDOR_CANCELS -> problem.with(problem.sites(), problem.groups(), problem.devices(), problem.staff(),
                    each(problem.vendors(), v -> v.id().equals(about), v -> v.there(without(v.available()))));
            case DEVICE_BOOKED -> booked(problem, device -> device.id().equals(about), problem.groups());
            case DEVICE_DOWN -> down(problem);
            case SITE_CLOSED -> problem.with(each(problem.sites(), s -> s.id().equals(about), s -> s.closed(List.of(new Interval(from, to)))),
                    problem.groups(), problem.devices(), problem.staff(), problem.vendors());
            case STAFF_AWAY -> problem.with(problem.sites(), problem.groups(), problem.devices(),
                    each(problem.staff(), p -> p.id().equals(about), p -> p.there(without(p.available()))), problem.vendors());
            case PATCH_DELAYED -> problem.with(each(problem.tasks(), t -> t.id().equals(about),
                    t -> t.earliest(Math.max(t.earliest(), to))));
            case NEW_FINDING -> added(problem);
            case LIMIT_LOWERED, TASK_CHANGED -> problem;
        };
    }

    private Problem added(Problem problem) {
        if (task == null || problem.tasks().stream().anyMatch(known -> known.id().equals(about))) {
            return problem;
        }
        List<PatchTask> tasks = new ArrayList<>(problem.tasks());
        tasks.add(task);
        return problem.with(tasks);
    }

    /**
     * A device that is out of order counts as one of its group that is out: where just one may be, the others stay in service
     * meanwhile; where more may be, one fewer, for the whole horizon, because a limit has no hours.
     */
    private Problem down(Problem problem) {
        @Nullable String group = problem.devices().stream().filter(d -> d.id().equals(about)).findFirst()
                .map(Problem.PlannedDevice::group).orElse(null);
        int most = problem.groups().stream().filter(g -> g.id().equals(group)).mapToInt(Problem.Group::maxOut).findFirst().orElse(0);
        if (group == null || most > 1) {
            return booked(problem, device -> device.id().equals(about),
                    each(problem.groups(), g -> g.id().equals(group), g -> g.limit(most - 1)));
        }
        return booked(problem, device -> group.equals(device.group()), problem.groups());
    }

    private Problem booked(Problem problem, Predicate<Problem.PlannedDevice> which, List<Problem.Group> groups) {
        return problem.with(problem.sites(), groups, each(problem.devices(), which, d -> d.booked(also(d.bookings()))),
                problem.staff(), problem.vendors());
    }

    private boolean sameGroup(Problem problem, String device) {
        @Nullable String group = null;
        @Nullable String ours = null;
        for (Problem.PlannedDevice each : problem.devices()) {
            group = each.id().equals(device) ? each.group() : group;
            ours = each.id().equals(about) ? each.group() : ours;
        }
        return group != null && group.equals(ours);
    }

    private List<Interval> also(List<Interval> intervals) {
        List<Interval> more = new ArrayList<>(intervals);
        more.add(new Interval(from, to));
        return GrainTable.merge(more);
    }

    private List<Interval> without(List<Interval> intervals) {
        return minus(intervals, List.of(new Interval(from, to)));
    }

    /** The grains of {@code all} that are not in {@code gone}. */
    static List<Interval> minus(List<Interval> all, List<Interval> gone) {
        List<Interval> left = GrainTable.merge(all);
        for (Interval hole : GrainTable.merge(gone)) {
            List<Interval> next = new ArrayList<>();
            for (Interval each : left) {
                if (each.to() <= hole.from() || hole.to() <= each.from()) {
                    next.add(each);
                    continue;
                }
                if (each.from() < hole.from()) {
                    next.add(new Interval(each.from(), hole.from()));
                }
                if (hole.to() < each.to()) {
                    next.add(new Interval(hole.to(), each.to()));
                }
            }
            left = next;
        }
        return left;
    }

    private static <T> List<T> each(List<T> all, Predicate<T> which, UnaryOperator<T> change) {
        return all.stream().map(one -> which.test(one) ? change.apply(one) : one).toList();
    }

    private static String time(Problem problem, int grain) {
        return problem.time(grain).toString().replace('T', ' ');
    }
}
