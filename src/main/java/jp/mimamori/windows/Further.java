package jp.mimamori.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SoftCost;
import jp.mimamori.planning.hand.HandPlan;

/** A search that goes on from a draft: what is pinned by hand stays where it is. */
final class Further {

    private final Desk desk;
    private final Problem problem;
    private final Map<String, Placement> pinned = new HashMap<>();
    private final long constant;

    Further(Desk desk) {
        this.desk = desk;
        this.problem = desk.content().problem();
        Map<String, PlannedDevice> devices = new HashMap<>();
        problem.devices().forEach(device -> devices.put(device.id(), device));
        GrainTable grains = new GrainTable(problem);
        long moved = 0;
        for (PatchTask task : problem.tasks()) {
            Placement window = desk.pins().contains(task.id()) ? desk.window(task.id()) : null;
            PlannedDevice device = devices.get(task.device());
            if (window != null && device != null) {
                pinned.put(task.id(), window);
                moved += SoftCost.of(problem, grains, task, device, window.start()).stability();
            }
        }
        this.constant = moved;
    }

    /** The draft's problem with the pins as windows that may not move. */
    Problem posed() {
        return problem.with(problem.tasks().stream().map(task -> {
            Placement window = pinned.get(task.id());
            return window == null ? task : task.previous(window.start()).pinned(true);
        }).toList());
    }

    Schedule from() {
        return desk.written();
    }

    /** What was found, counted in the draft's own problem again. A pin's distance from its published window is the same in every plan that keeps it. */
    PlanContent content(Schedule found) {
        List<Placement> windows = found.assignments().stream().map(a -> new Placement(a.task(), a.start(), a.staff())).toList();
        Schedule.Bound bound = found.bound();
        Schedule counted = new HandPlan(problem, windows).schedule(bound == null ? null : new Schedule.Bound(bound.soft() + constant, bound.how()));
        PlanContent before = desk.content();
        return new PlanContent(problem, new Schedule(counted.problem(), counted.feasible(), counted.score(), counted.bound(), counted.assignments(),
                counted.unassigned(), changes(before.schedule(), counted), found.solver(), counted.byHand()), before.cards(), before.agreed(),
                desk.pins(), List.copyOf(pinned.values()), before.assumptions());
    }

    /** Why a window moved against the published plan is known better by whoever moved it first. */
    private static List<Schedule.Moved> changes(Schedule before, Schedule now) {
        List<Schedule.Moved> changes = new ArrayList<>();
        for (Schedule.Moved change : now.changes()) {
            changes.add(before.changes().stream().filter(known -> known.task().equals(change.task())
                    && java.util.Objects.equals(known.from(), change.from()) && java.util.Objects.equals(known.to(), change.to()))
                    .findFirst().orElse(change));
        }
        return changes;
    }
}
