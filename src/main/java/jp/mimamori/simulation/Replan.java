package jp.mimamori.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.Weights;
import jp.mimamori.planning.Schedule;

/**
 * A plan for changed decisions that starts from the plan there is: a window moves only where the change forces it to, or where work
 * that had none would go without a window otherwise.
 */
final class Replan {

    /** So many times the usual price of a move that a plan's other costs do not pay for one. */
    private static final long MOVE_PRICE = 100;

    private final Problem today;
    private final Schedule published;

    Replan(Problem today, Schedule published) {
        this.today = today;
        this.published = published;
    }

    /** The windows of {@code draft}, the problem that the changed decisions make. */
    Schedule of(Problem draft, Planner planner, Planner.Effort effort, Consumer<Planner.Progress> progress) {
        if (draft.tasks().equals(today.tasks())) {
            return published; // everything else of a problem comes from the same sheets
        }
        Problem again = draft.published(published);
        Set<String> kept = kept(again);
        Schedule best = solve(pinned(again, kept), planner, effort, progress);
        boolean homeless = best.unassigned().stream().anyMatch(task -> !wasHomeless(task.task()));
        if (homeless && !kept.isEmpty()) {
            Schedule loose = solve(reluctant(again, kept), planner, effort, progress);
            best = loose.score().medium() < best.score().medium() ? loose : best;
        }
        return new People(today, published, draft).kept(new Lots(again).kept(best));
    }

    private boolean wasHomeless(String task) {
        return published.unassigned().stream().anyMatch(one -> one.task().equals(task));
    }

    /** Tasks whose window of today still suits: allowed as early, and no later than a deadline that came nearer. */
    private Set<String> kept(Problem draft) {
        Map<String, PatchTask> before = new HashMap<>();
        today.tasks().forEach(task -> before.put(task.id(), task));
        Set<String> kept = new HashSet<>();
        for (PatchTask task : draft.tasks()) {
            PatchTask was = before.get(task.id());
            Integer start = task.previous();
            if (was == null || start == null || start < task.earliest() || was.duration() != task.duration()) {
                continue;
            }
            boolean sooner = task.due() < was.due() && start + task.duration() > task.due();
            if (!sooner) {
                kept.add(task.id());
            }
        }
        return kept;
    }

    private static Problem pinned(Problem problem, Set<String> kept) {
        return problem.with(problem.tasks().stream().map(task -> kept.contains(task.id()) ? task.pinned(true) : task).toList());
    }

    /** Windows that suit may move, at a price that nothing but a task without a window outweighs; the others move freely. */
    private static Problem reluctant(Problem problem, Set<String> kept) {
        Weights usual = problem.weights();
        Weights dear = new Weights(usual.exposure(), usual.late(), usual.displaced(), usual.premium(), usual.visit(),
                MOVE_PRICE * Math.max(1, usual.moveBase()), 0, usual.moveCap())
                .further(usual.inspection(), usual.avoid(), usual.spread(), usual.spreadFrom());
        return problem.with(dear).with(problem.tasks().stream()
                .map(task -> task.pinned() || kept.contains(task.id()) ? task : task.previous(null)).toList());
    }

    private static Schedule solve(Problem problem, Planner planner, Planner.Effort effort, Consumer<Planner.Progress> progress) {
        try {
            return planner.plan(problem, effort, progress);
        } catch (InvalidProblemException e) {
            // the problem is of our own making: a contradiction in it is our fault, not the reader's
            throw new IllegalStateException(e.issues().toString(), e);
        }
    }
}
