package jp.mimamori.planning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes a problem contradict itself. A problem that merely cannot be met (a role nobody has, a task longer
 * than any free interval) passes: its tasks are left without a window, and the plan says why.
 */
public final class ProblemCheck {

    private static final Wording WORDS = Wording.of(ProblemCheck.class);
    /** 26 weeks of quarter hours, and room for one week more. */
    private static final int MOST_GRAINS = 27 * 7 * 24 * 4;
    private static final long MOST_WEIGHT = 1_000_000_000L;
    /** What is squared grows quicker; sums must stay within a long. */
    private static final long MOST_SQUARE_WEIGHT = 1_000_000L;

    private final Problem problem;
    private final List<Issue> issues = new ArrayList<>();

    private ProblemCheck(Problem problem) {
        this.problem = problem;
    }

    /** Everything that is wrong with {@code problem}; empty where it can be planned. */
    public static List<Issue> of(Problem problem) {
        var check = new ProblemCheck(problem);
        check.head();
        Set<String> sites = check.ids("sites", problem.sites(), Problem.Site::id);
        Set<String> groups = check.ids("groups", problem.groups(), Problem.Group::id);
        Set<String> devices = check.ids("devices", problem.devices(), PlannedDevice::id);
        Set<String> vendors = check.ids("vendors", problem.vendors(), Problem.Vendor::id);
        Set<String> tasks = check.ids("tasks", problem.tasks(), PatchTask::id);
        check.ids("staff", problem.staff(), Problem.Staff::id);
        check.resources(sites, groups);
        problem.tasks().forEach(task -> check.task(task, devices, vendors, tasks));
        check.cycle();
        check.magnitude();
        return List.copyOf(check.issues);
    }

    /** Throws where {@link #of} finds anything. */
    public static void require(Problem problem) throws InvalidProblemException {
        List<Issue> issues = of(problem);
        if (!issues.isEmpty()) {
            throw new InvalidProblemException(issues);
        }
    }

    private void head() {
        int minutes = problem.grainMinutes();
        if (minutes != 15 && minutes != 30 && minutes != 60) {
            issue("SCHEDULE-010", "grainMinutes", minutes, "check.grainMinutes");
        }
        range("grains", problem.grains(), 1, MOST_GRAINS);
        Problem.Weights w = problem.weights();
        range("weights.exposure", w.exposure(), 0, MOST_WEIGHT);
        range("weights.late", w.late(), 0, MOST_WEIGHT);
        range("weights.displaced", w.displaced(), 0, MOST_WEIGHT);
        range("weights.premium", w.premium(), 0, MOST_WEIGHT);
        range("weights.visit", w.visit(), 0, MOST_WEIGHT);
        range("weights.moveBase", w.moveBase(), 0, MOST_WEIGHT);
        range("weights.movePerGrain", w.movePerGrain(), 0, MOST_WEIGHT);
        range("weights.moveCap", w.moveCap(), 0, MOST_WEIGHT);
        range("weights.inspection", w.inspection(), 0, MOST_WEIGHT);
        range("weights.avoid", w.avoid(), 0, MOST_WEIGHT);
        range("weights.spread", w.spread(), 0, MOST_SQUARE_WEIGHT);
        range("weights.spreadFrom", w.spreadFrom(), 0, MOST_GRAINS);
        intervals("premium", problem.premium());
        intervals("nights", problem.nights());
    }

    private <T> Set<String> ids(String kind, List<T> things, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (T thing : things) {
            if (!seen.add(id.apply(thing))) {
                issue("SCHEDULE-005", kind, id.apply(thing), "check.duplicate");
            }
        }
        return seen;
    }

    private void resources(Set<String> sites, Set<String> groups) {
        problem.sites().forEach(site -> intervals("site " + site.id() + " blackouts", site.blackouts()));
        problem.groups().forEach(group -> {
            range("group " + group.id() + " maxOut", group.maxOut(), 0, Integer.MAX_VALUE);
            range("group " + group.id() + " gap", group.gap(), 0, MOST_GRAINS);
            intervals("group " + group.id() + " closed", group.closed());
        });
        int week = problem.grainMinutes() > 0 ? 7 * 24 * 60 / problem.grainMinutes() : 0;
        for (PlannedDevice device : problem.devices()) {
            String name = "device " + device.id();
            known(name + " site", device.site(), sites);
            if (device.group() != null) {
                known(name + " group", device.group(), groups);
            }
            range(name + " criticality", device.criticality(), 0, 1_000_000);
            intervals(name + " bookings", device.bookings());
            intervals(name + " inspections", device.inspections());
            intervals(name + " avoid", device.avoid());
            utilisation(name, device.utilisation(), week);
        }
        problem.staff().forEach(person -> {
            known("staff " + person.id() + " site", person.site(), sites);
            intervals("staff " + person.id() + " available", person.available());
            nights("staff " + person.id(), person);
        });
        problem.vendors().forEach(vendor -> {
            range("vendor " + vendor.id() + " capacity", vendor.capacity(), 0, Integer.MAX_VALUE);
            range("vendor " + vendor.id() + " maxVisits", vendor.maxVisits(), 0, Integer.MAX_VALUE);
            intervals("vendor " + vendor.id() + " available", vendor.available());
            range("vendor " + vendor.id() + " lead", vendor.lead(), 0, MOST_GRAINS);
        });
    }

    /** A limit on nights that nobody says when they are would hold for no window: it is refused, not passed over. */
    private void nights(String name, Problem.Staff person) {
        Integer most = person.maxNights();
        if (most != null) {
            range(name + " maxNights", most, 0, Integer.MAX_VALUE);
        }
        range(name + " rest", person.rest(), 0, MOST_GRAINS);
        if ((most != null || person.rest() > 0) && problem.nights().isEmpty()) {
            issue("SCHEDULE-012", name, most == null ? "rest " + person.rest() : "maxNights " + most, "check.nights");
        }
    }

    private void utilisation(String device, int[] values, int week) {
        if (values.length == 0 || week == 0 || values.length % week != 0) {
            issue("SCHEDULE-008", device + " utilisation", values.length, "check.utilisationLength", week);
        }
        for (int value : values) {
            if (value < 0 || value > 100) {
                issue("SCHEDULE-008", device + " utilisation", value, "check.utilisationValue");
                return;
            }
        }
    }

    private void task(PatchTask task, Set<String> devices, Set<String> vendors, Set<String> tasks) {
        String name = "task " + task.id();
        known(name + " device", task.device(), devices);
        if (task.vendor() != null) {
            known(name + " vendor", task.vendor(), vendors);
        }
        if (task.duration() < 1) {
            issue("SCHEDULE-007", name + " duration", task.duration(), "check.duration");
        }
        range(name + " earliest", task.earliest(), -MOST_GRAINS, 100L * MOST_GRAINS);
        range(name + " due", task.due(), -100L * MOST_GRAINS, 100L * MOST_GRAINS);
        range(name + " risk", task.risk(), 1, 1_000_000);
        range(name + " soak", task.soak(), 0, MOST_GRAINS);
        task.after().forEach(before -> known(name + " after", before, tasks));
        if (task.pinned() && task.previous() == null) {
            issue("SCHEDULE-011", name + " pinned", true, "check.pinned");
        }
    }

    /** Takes away tasks nobody waits for until none is left; what remains goes round in a circle. */
    private void cycle() {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<String>> before = new HashMap<>();
        for (PatchTask task : problem.tasks()) {
            before.put(task.id(), task.after());
            task.after().forEach(id -> waiting.merge(id, 1, Integer::sum));
        }
        var free = new ArrayDeque<String>();
        before.keySet().stream().filter(id -> !waiting.containsKey(id)).forEach(free::add);
        while (!free.isEmpty()) {
            for (String id : before.remove(free.remove())) {
                if (before.containsKey(id) && waiting.merge(id, -1, Integer::sum) == 0) {
                    free.add(id);
                }
            }
        }
        if (!before.isEmpty()) {
            List<String> round = before.keySet().stream().sorted().limit(10).toList();
            issue("SCHEDULE-006", "tasks after", String.join(", ", round), "check.cycle");
        }
    }

    private void magnitude() {
        if (issues.isEmpty() && Magnitude.of(problem) > Magnitude.MOST) {
            issue("PLAN-084", "weights", String.format(java.util.Locale.ROOT, "%.0e", Magnitude.of(problem)), "check.magnitude");
        }
    }

    private void intervals(String subject, List<Interval> intervals) {
        for (Interval interval : intervals) {
            if (interval.from() > interval.to()) {
                issue("SCHEDULE-009", subject, "[" + interval.from() + ", " + interval.to() + "]", "check.interval");
            }
        }
    }

    private void known(String subject, String id, Set<String> known) {
        if (!known.contains(id)) {
            issue("SCHEDULE-004", subject, id, "check.unknown");
        }
    }

    private void range(String subject, long value, long from, long to) {
        if (value < from || value > to) {
            issue("SCHEDULE-010", subject, value, "check.range", String.valueOf(from), String.valueOf(to));
        }
    }

    private void issue(String code, String subject, Object value, String key, Object... more) {
        issues.add(invalid(code, subject, value, message(key, subject, value, more)));
    }

    private static Message message(String key, String subject, Object value, Object... more) {
        List<Object> args = new ArrayList<>(List.of(subject, String.valueOf(value)));
        args.addAll(List.of(more));
        return WORDS.message(key, args.toArray());
    }

    private static Issue invalid(String code, String subject, @Nullable Object value, Message message) {
        return new Issue(code, Severity.ERROR, Place.NOWHERE, subject, String.valueOf(value), message);
    }
}
