package jp.mimamori.planning.replanning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.Planner.Progress;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.ProblemCheck;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Replanner;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Zone;
import jp.mimamori.planning.placing.Windows;
import jp.mimamori.planning.reasons.Circumstances;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/**
 * Two answers to what happened since a plan was published: at once the one that moves only what must move, then a proposal that
 * may move free windows, and firm ones where work would have no window otherwise.
 */
public final class WindowReplanner implements Replanner {

    private static final Wording WORDS = Wording.of(WindowReplanner.class);
    /** Why the first answer ended, in its {@code solver}. */
    private static final String FIRST = "first answer";

    @Override
    public Replanned replan(Revision revision, @Nullable Effort effort, Consumer<Progress> progress)
            throws InvalidProblemException {
        long began = System.nanoTime();
        ProblemCheck.require(revision.problem());
        if (revision.problem().tasks().isEmpty()) {
            Schedule nothing = new WindowPlanner().plan(revision.problem(), new Effort(0.001, 0, null), progress);
            return new Replanned(revision, revision.problem(), nothing, null, List.of());
        }
        FirstAnswer.Answer answer = FirstAnswer.to(revision);
        Circumstances past = new Circumstances(revision, answer.broken(), Map.of());
        Schedule first = WindowPlanner.schedule(answer.plan(), 1, FIRST, null, began, past);
        progress.accept(new Progress(0, first.score().medium(), first.score().soft(), first.unassigned().size(),
                (System.nanoTime() - began) / 1e9));
        if (effort == null) {
            return new Replanned(revision, answer.problem(), first, null, kept(revision, first));
        }
        Windows from = Windows.of(answer.plan());
        Map<String, Set<String>> moved = Map.of();
        Room room = room(revision, answer, from);
        if (room != null) {
            from = room.windows();
            moved = room.moved();
        }
        // the bound is one for plans that keep what does not move, so the problem it answers says what that is
        Problem posed = pinned(revision, answer, Zone.FIRM, moved.keySet());
        double left = effort.seconds() - (System.nanoTime() - began) / 1e9;
        Windows start = from;
        Schedule second = new WindowPlanner().plan(posed, new Effort(Math.max(0.001, left), effort.seed(), effort.steps()), progress,
                (layout, seed) -> start.on(layout), past.makingRoom(moved));
        return new Replanned(revision, posed, first, second, kept(revision, second));
    }

    /** Room for what has none, by moving free windows, or firm ones; null where nothing needs it or nothing helps. */
    private static @Nullable Room room(Revision revision, FirstAnswer.Answer answer, Windows from) {
        Set<String> guests = guests(revision, answer);
        if (guests.isEmpty()) {
            return null;
        }
        Layout loose = new Layout(pinned(revision, answer, Zone.FROZEN, Set.of()));
        Occupancy plan = from.on(loose);
        List<Job> jobs = jobs(loose, guests);
        jobs.stream().filter(plan::placed).forEach(plan::remove);
        Room room = new Room(plan);
        room.make(jobs, job -> zone(revision, answer, job.task) == Zone.FREE, job -> zone(revision, answer, job.task) == Zone.FIRM);
        long before = answer.plan().medium();
        return plan.medium() < before || plan.medium() == before
                && late(plan, jobs) < late(answer.plan(), jobs(answer.plan().layout, guests)) ? room : null;
    }

    private static List<Job> jobs(Layout layout, Set<String> tasks) {
        return Arrays.stream(layout.jobs).filter(job -> tasks.contains(job.task.id())).toList();
    }

    /** The problem with every kept window pinned that stands at least as firmly as {@code zone}. */
    private static Problem pinned(Revision revision, FirstAnswer.Answer answer, Zone zone, Set<String> but) {
        return Keeping.with(answer.problem(), task -> answer.kept().contains(task.id()) && !but.contains(task.id())
                && revision.zone(task).compareTo(zone) <= 0 ? task.pinned(true) : task);
    }

    /** How firmly a window stands that was kept; what had to move already, or is pinned by hand, makes room for nobody. */
    private static @Nullable Zone zone(Revision revision, FirstAnswer.Answer answer, PatchTask task) {
        boolean byHand = task.pinned() && revision.zone(task) != Zone.FROZEN;
        return !answer.kept().contains(task.id()) || byHand ? null : revision.zone(task);
    }

    /** Work without a window, and hurried work that is new or had to move and now ends too late. */
    private static Set<String> guests(Revision revision, FirstAnswer.Answer answer) {
        Set<String> guests = new HashSet<>();
        for (Job job : answer.plan().layout.jobs) {
            String id = job.task.id();
            boolean late = answer.plan().placed(job) && answer.plan().end(job) > job.task.due() && job.waiting.length == 0
                    && !revision.unhurried().contains(id);
            if (!job.pinned() && !answer.kept().contains(id) && (!answer.plan().placed(job) || late)) {
                guests.add(id);
            }
        }
        return guests;
    }

    private static long late(Occupancy plan, List<Job> jobs) {
        return jobs.stream().filter(plan::placed).mapToLong(job -> job.risk * Math.max(0, plan.end(job) - job.task.due())).sum();
    }

    private static List<Replanned.Kept> kept(Revision revision, Schedule schedule) {
        Map<String, Schedule.Assignment> windows = new HashMap<>();
        schedule.assignments().forEach(window -> windows.put(window.task(), window));
        List<Replanned.Kept> kept = new ArrayList<>();
        for (PatchTask task : revision.problem().tasks()) {
            Schedule.Assignment window = windows.get(task.id());
            if (window != null && task.previous() != null && task.previous() == window.start()) {
                kept.add(new Replanned.Kept(task.id(), window.start(), revision.zone(task), why(revision, task, window)));
            }
        }
        return kept;
    }

    private static Message why(Revision revision, PatchTask task, Schedule.Assignment window) {
        List<String> before = revision.staff().get(task.id());
        if (before != null && !new HashSet<>(before).equals(new HashSet<>(window.staff()))) {
            return WORDS.message("kept.people", String.join(", ", window.staff()), String.join(", ", before));
        }
        String why = task.pinned() ? "kept.pinned" : revision.agreed().contains(task.id()) ? "kept.agreed"
                : switch (revision.zone(task)) {
                    case FROZEN -> "kept.frozen";
                    case FIRM -> "kept.firm";
                    case FREE -> "kept.free";
                };
        return WORDS.message(why);
    }
}
