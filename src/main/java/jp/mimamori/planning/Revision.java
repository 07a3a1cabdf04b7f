package jp.mimamori.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/**
 * A problem posed again while a plan for it is published.
 *
 * @param problem    with the published windows as {@code previous} of its tasks
 * @param staff      who serves each published window
 * @param agreed     tasks whose visit has been agreed with the vendor
 * @param unhurried  tasks that may take no free hour of the frozen weeks: their wards and staff could not be told in time
 * @param happenings what is known to have happened since
 * @param gone       published windows whose work is no longer to be done, with their grain in this problem
 */
public record Revision(Problem problem, Map<String, List<String>> staff, Set<String> agreed, Zones zones,
        Set<String> unhurried, List<Happening> happenings, Map<String, Integer> gone) {

    private static final Wording WORDS = Wording.of(Revision.class);

    public Revision {
        staff = Map.copyOf(staff);
        agreed = Set.copyOf(agreed);
        unhurried = Set.copyOf(unhurried);
        happenings = List.copyOf(happenings);
        gone = Map.copyOf(gone);
    }

    /**
     * {@code now} after {@code told}, against a published plan. What else happened is derived where the plan says what it was
     * made for.
     *
     * @param asOf where the frozen weeks begin
     * @throws InvalidProblemException where no task of the plan is in the problem (PLAN-080), or the problem contradicts itself
     */
    public static Revision of(Problem now, Published plan, LocalDate asOf, List<Happening> told) throws InvalidProblemException {
        Problem after = after(now, told);
        ProblemCheck.require(after);
        Problem posed = after.published(plan.schedule());
        Set<String> ours = posed.tasks().stream().map(PatchTask::id).collect(Collectors.toSet());
        Map<String, Integer> gone = new HashMap<>();
        Problem everything = after.with(plan.schedule().assignments().stream()
                .map(window -> new PatchTask(window.task(), "", 1, 0, 0, 1, List.of(), null, List.of(), 0, null, false)).toList())
                .published(plan.schedule());
        for (PatchTask task : everything.tasks()) {
            if (!ours.contains(task.id()) && !ours.contains(Published.approved(task.id())) && task.previous() != null) {
                gone.put(task.id(), task.previous());
            }
        }
        if (!posed.tasks().isEmpty() && !gone.isEmpty() && gone.size() == plan.schedule().assignments().size()) {
            throw new InvalidProblemException(List.of(new Issue("PLAN-080", Severity.ERROR, Place.NOWHERE, "previous",
                    plan.schedule().problem(), WORDS.message("replan.stranger", plan.schedule().problem(), now.id(),
                            plan.schedule().assignments().get(0).task()))));
        }
        Zones zones = Zones.of(posed, asOf);
        return new Revision(posed, plan.staff(), plan.agreed(), zones, Set.of(), happenings(plan, posed, zones, told), gone);
    }

    /** Against the {@code previous} the problem's own tasks have; nobody knows who was to serve them. */
    public static Revision of(Problem now, LocalDate asOf, List<Happening> told, Set<String> agreed) throws InvalidProblemException {
        Problem after = after(now, told);
        ProblemCheck.require(after);
        return new Revision(after, Map.of(), agreed, Zones.of(after, asOf), Set.of(), told, Map.of());
    }

    private static Problem after(Problem now, List<Happening> told) {
        Problem after = now;
        for (Happening happening : told) {
            after = happening.applyTo(after);
        }
        return after;
    }

    /** What was told first, since it says best what happened; then what else is different and matters to a window. */
    private static List<Happening> happenings(Published plan, Problem posed, Zones zones, List<Happening> told) {
        List<Happening> all = new ArrayList<>(told);
        Problem before = plan.problem();
        if (before != null) {
            Map<String, List<String>> staff = plan.staff();
            // in the problem of a later day no work begins before that day, which delays no patch
            int week = before.id().equals(posed.id()) ? 0 : zones.begin() + 8 * 24 * 60 / posed.grainMinutes();
            for (Happening derived : Happenings.between(before, posed)) {
                boolean known = told.stream().anyMatch(one -> one.about().equals(derived.about())
                        && one.from() <= derived.from() && derived.to() <= one.to());
                boolean later = derived.kind() == Happening.Kind.PATCH_DELAYED && derived.to() <= week;
                if (!known && !later && matters(derived, posed, staff)) {
                    all.add(derived);
                }
            }
        }
        return all;
    }

    private static boolean matters(Happening happening, Problem posed, Map<String, List<String>> staff) {
        return switch (happening.kind()) {
            case NEW_FINDING, LIMIT_LOWERED, SITE_CLOSED -> true;
            default -> posed.tasks().stream().anyMatch(task -> task.previous() != null
                    && happening.touches(posed, task, task.previous(), staff.getOrDefault(task.id(), List.of())));
        };
    }

    /**
     * This revision in which only {@code urgent} tasks may take free hours of the frozen weeks, and nothing is planned on the as-of
     * date. Work that is published has been told to its ward: where it is, it may begin before the day others are told by.
     */
    public Revision hurrying(Set<String> urgent) {
        Zones tomorrow = zones.fromTomorrow(problem);
        Set<String> delayed = happenings.stream().filter(one -> one.kind() == Happening.Kind.PATCH_DELAYED).map(Happening::about)
                .collect(Collectors.toSet());
        Problem told = problem.with(problem.tasks().stream().map(task -> task.previous() != null && !delayed.contains(task.id())
                && task.previous() >= tomorrow.begin() && task.previous() < task.earliest() ? task.earliest(task.previous()) : task).toList());
        Set<String> others = problem.tasks().stream().map(PatchTask::id).filter(id -> !urgent.contains(id)).collect(Collectors.toSet());
        return new Revision(told, staff, agreed, tomorrow, others, happenings, gone);
    }

    /** This revision with tasks pinned to their published windows. */
    public Revision pinning(Set<String> pins) {
        Problem pinned = problem.with(problem.tasks().stream()
                .map(task -> pins.contains(task.id()) && task.previous() != null ? task.pinned(true) : task).toList());
        return new Revision(pinned, staff, agreed, zones, unhurried, happenings, gone);
    }

    /** How firmly the published window of {@code task} stands; it must have one. */
    public Zone zone(PatchTask task) {
        Integer previous = task.previous();
        Zone zone = zones.of(previous == null ? Integer.MAX_VALUE : previous);
        return agreed.contains(task.id()) ? zone.agreed() : zone;
    }

    /** In words what made the published window of {@code task} impossible, as far as anything known touches it. */
    public java.util.Optional<Message> cause(PatchTask task) {
        Integer previous = task.previous();
        return happenings.stream()
                .filter(one -> previous == null ? one.kind() == Happening.Kind.NEW_FINDING && one.about().equals(task.id())
                        : one.touches(problem, task, previous, staff.getOrDefault(task.id(), List.of())))
                .findFirst().map(one -> one.text(problem));
    }

    /** Tasks that are agreed on but that the problem does not have. */
    public Set<String> strangers() {
        Set<String> unknown = new HashSet<>(agreed);
        problem.tasks().forEach(task -> unknown.remove(task.id()));
        return unknown;
    }
}
