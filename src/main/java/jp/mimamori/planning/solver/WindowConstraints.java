package jp.mimamori.planning.solver;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.countDistinct;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import jp.mimamori.planning.SoftCost;
import jp.mimamori.planning.solver.PatchCalendar.Order;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.uni.UniConstraintStream;

/**
 * The score of scheduling.md once more, as constraint streams: one method a constraint, slower than {@link OccupancyScore}
 * and there to prove it right.
 */
public final class WindowConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            closed(factory), shift(factory), peopleMissing(factory), personTwice(factory), deviceTwice(factory),
            redundancy(factory), vendorCapacity(factory), maxVisits(factory), order(factory), withoutWindow(factory),
            soft(factory, "time exposed", SoftCost::exposure), soft(factory, "late", SoftCost::late),
            soft(factory, "clinical use displaced", SoftCost::displaced),
            soft(factory, "night, weekend and holiday premium", SoftCost::premium),
            soft(factory, "moved from the published plan", SoftCost::stability), visits(factory)};
    }

    /** One grain of somebody or something that windows compete for, and how many may have it at once. */
    record Slot(int of, int grain, int limit) {
    }

    /** A vendor's day at a site. */
    record Visit(int vendor, int site, int day, int limit) {
    }

    /** A device is in use for patients, a site closed, a vendor absent: what no other window has a part in. */
    Constraint closed(ConstraintFactory factory) {
        return placed(factory)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, window -> window.layout().closed(window.job(), window.from()))
                .asConstraint("closed");
    }

    /** Nobody works outside their shift. */
    Constraint shift(ConstraintFactory factory) {
        return placed(factory).penalizeLong(HardMediumSoftLongScore.ONE_HARD, window -> {
            long off = 0;
            for (Slot slot : people(window)) {
                off += window.layout().offShift(slot.of(), slot.grain(), slot.grain() + 1);
            }
            return off;
        }).asConstraint("shift");
    }

    /** A window without its people is no window. */
    Constraint peopleMissing(ConstraintFactory factory) {
        return placed(factory).filter(window -> window.getCrew() == null)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, window -> window.job().task.roles().size())
                .asConstraint("staff missing");
    }

    /** A person is in one place at a time. */
    Constraint personTwice(ConstraintFactory factory) {
        return crowded(placed(factory).flattenLast(WindowConstraints::people), "staff busy");
    }

    /** Two tasks on one device would undo each other. */
    Constraint deviceTwice(ConstraintFactory factory) {
        return crowded(placed(factory).flattenLast(window -> slots(window, window.job().device, 1)), "device busy");
    }

    /** Patients need those devices of a redundancy group that are not out. */
    Constraint redundancy(ConstraintFactory factory) {
        return crowded(placed(factory).filter(window -> window.job().group >= 0)
                .flattenLast(window -> slots(window, window.job().group, window.layout().maxOut[window.job().group])),
                "redundancy");
    }

    /** A vendor has only so many engineers. */
    Constraint vendorCapacity(ConstraintFactory factory) {
        return crowded(withVendor(factory)
                .flattenLast(window -> slots(window, window.job().vendor, window.layout().capacity[window.job().vendor])),
                "vendor busy");
    }

    /** The contract pays for only so many visits. */
    Constraint maxVisits(ConstraintFactory factory) {
        return withVendor(factory).groupBy(window -> visit(window).vendor(), window -> visit(window).limit(),
                        countDistinct(WindowConstraints::visit))
                .filter((vendor, limit, visits) -> visits > limit)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (vendor, limit, visits) -> visits - limit)
                .asConstraint("vendor visits");
    }

    /** The server before its clients, the pilot before the fleet. */
    Constraint order(ConstraintFactory factory) {
        return factory.forEach(Order.class)
                .join(factory.forEachIncludingNullVars(TaskWindow.class), equal(Order::after, TaskWindow::getIndex))
                .filter((order, after) -> after.placed())
                .join(factory.forEachIncludingNullVars(TaskWindow.class),
                        equal((order, after) -> order.before(), TaskWindow::getIndex))
                .filter((order, after, before) -> !before.placed() || before.to() > after.from())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (order, after, before) -> 1)
                .asConstraint("order");
    }

    /** A task without a window leaves its risk open. */
    Constraint withoutWindow(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(TaskWindow.class).filter(window -> !window.placed())
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, window -> window.job().risk)
                .asConstraint("without window");
    }

    /** A vendor's day at a site is paid for once. */
    Constraint visits(ConstraintFactory factory) {
        return withVendor(factory).groupBy(WindowConstraints::visit, window -> window.layout().problem.weights().visit())
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (visit, cost) -> cost)
                .asConstraint("vendor visit");
    }

    private static Constraint soft(ConstraintFactory factory, String name, ToLongFunction<SoftCost> part) {
        // an impact, as a start before the earliest one would earn exposure (and break a hard constraint)
        return placed(factory)
                .impactLong(HardMediumSoftLongScore.ONE_SOFT,
                        window -> -part.applyAsLong(window.layout().parts(window.job(), window.from())))
                .asConstraint(name);
    }

    private static Constraint crowded(UniConstraintStream<Slot> slots, String name) {
        return slots.groupBy(slot -> slot, count()).filter((slot, count) -> count > slot.limit())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (slot, count) -> count - slot.limit())
                .asConstraint(name);
    }

    private static UniConstraintStream<TaskWindow> placed(ConstraintFactory factory) {
        return factory.forEachIncludingNullVars(TaskWindow.class).filter(TaskWindow::placed);
    }

    private static UniConstraintStream<TaskWindow> withVendor(ConstraintFactory factory) {
        return placed(factory).filter(window -> window.job().vendor >= 0);
    }

    private static List<Slot> slots(TaskWindow window, int of, int limit) {
        List<Slot> slots = new ArrayList<>(window.job().duration);
        for (int grain = window.from(); grain < window.to(); grain++) {
            slots.add(new Slot(of, grain, limit));
        }
        return slots;
    }

    private static List<Slot> people(TaskWindow window) {
        List<Slot> slots = new ArrayList<>();
        Crew crew = window.getCrew();
        for (int role = 0; crew != null && role < crew.size(); role++) {
            slots.addAll(slots(window, crew.person(role), 1));
        }
        return slots;
    }

    private static Visit visit(TaskWindow window) {
        Layout layout = window.layout();
        int vendor = window.job().vendor;
        return new Visit(vendor, window.job().site, layout.day[window.from()], layout.maxVisits[vendor]);
    }
}
