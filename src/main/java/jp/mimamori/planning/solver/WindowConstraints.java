package jp.mimamori.planning.solver;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.countDistinct;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.countLong;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.toSet;
import static org.optaplanner.core.api.score.stream.Joiners.equal;
import static org.optaplanner.core.api.score.stream.Joiners.lessThan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import jp.mimamori.planning.SoftCost;
import jp.mimamori.planning.solver.PatchCalendar.Order;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Layout;
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
            redundancy(factory), gap(factory), nights(factory), rest(factory), vendorCapacity(factory), maxVisits(factory), order(factory), withoutWindow(factory),
            soft(factory, "time exposed", SoftCost::exposure), soft(factory, "late", SoftCost::late),
            soft(factory, "clinical use displaced", SoftCost::displaced),
            soft(factory, "night, weekend and holiday premium", SoftCost::premium),
            soft(factory, "moved from the published plan", SoftCost::stability), visits(factory),
            soft(factory, "outside inspection days", SoftCost::inspection),
            soft(factory, "hours to avoid", SoftCost::avoid), spread(factory)};
    }

    /** One grain of somebody or something that windows compete for, and how many may have it at once. */
    record Slot(int of, int grain, int limit) {
    }

    /** A person's window. */
    record Stint(Layout layout, int person, int from, int to) {
    }

    /** A night of a person's work. */
    record Night(Layout layout, int person, int night) {
    }

    /** A week of a person's work. */
    record Week(Layout layout, int person, int week) {
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

    /** A redundant node has proven itself before the next one goes out. */
    Constraint gap(ConstraintFactory factory) {
        return placed(factory).filter(window -> window.job().group >= 0 && window.layout().gap[window.job().group] > 0)
                .join(placed(factory), equal(window -> window.job().group), lessThan(TaskWindow::getIndex))
                .filter(WindowConstraints::tooClose)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (one, other) -> 1)
                .asConstraint("gap");
    }

    /** Only so many nights in seven running. */
    Constraint nights(ConstraintFactory factory) {
        return placed(factory).filter(window -> window.layout().nights.limits).flattenLast(WindowConstraints::nights)
                .groupBy(Night::layout, Night::person, toSet(Night::night))
                .filter((layout, person, nights) -> layout.nights.over(person, nights) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (layout, person, nights) -> layout.nights.over(person, nights))
                .asConstraint("nights");
    }

    /** Rest after a night. */
    Constraint rest(ConstraintFactory factory) {
        return placed(factory).filter(window -> window.layout().nights.limits).flattenLast(WindowConstraints::stints)
                .join(placed(factory).filter(window -> window.layout().nights.limits).flattenLast(WindowConstraints::stints),
                        equal(Stint::person))
                .filter((first, next) -> first.layout().nights
                        .tooLittleRest(first.person(), first.from(), first.to(), next.from(), next.to()))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (first, next) -> 1)
                .asConstraint("rest");
    }

    /** Nobody's week is much fuller than another's. */
    Constraint spread(ConstraintFactory factory) {
        return placed(factory).filter(window -> window.layout().nights.spreads).flattenLast(WindowConstraints::weeks)
                .groupBy(week -> week, countLong())
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (week, grains) -> week.layout().nights.weekCost(grains))
                .asConstraint("load spread");
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

    /** The server before its clients, the pilot, and its soak time, before the fleet. */
    Constraint order(ConstraintFactory factory) {
        return factory.forEach(Order.class)
                .join(factory.forEachIncludingNullVars(TaskWindow.class), equal(Order::after, TaskWindow::getIndex))
                .filter((order, after) -> after.placed())
                .join(factory.forEachIncludingNullVars(TaskWindow.class),
                        equal((order, after) -> order.before(), TaskWindow::getIndex))
                .filter((order, after, before) -> !before.placed() || before.to() + after.job().soak > after.from())
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

    private static boolean tooClose(TaskWindow one, TaskWindow other) {
        int gap = one.layout().gap[one.job().group];
        return one.job().device != other.job().device && one.from() < other.to() + gap && other.from() < one.to() + gap;
    }

    private static List<Stint> stints(TaskWindow window) {
        List<Stint> stints = new ArrayList<>();
        Crew crew = window.getCrew();
        for (int role = 0; crew != null && role < crew.size(); role++) {
            stints.add(new Stint(window.layout(), crew.person(role), window.from(), window.to()));
        }
        return stints;
    }

    private static List<Night> nights(TaskWindow window) {
        List<Night> nights = new ArrayList<>();
        for (Stint stint : stints(window)) {
            for (int night = 0; night < window.layout().nights.nights; night++) {
                if (window.layout().nights.works(night, stint.from(), stint.to())) {
                    nights.add(new Night(window.layout(), stint.person(), night));
                }
            }
        }
        return nights;
    }

    private static List<Week> weeks(TaskWindow window) {
        List<Week> weeks = new ArrayList<>();
        for (Stint stint : stints(window)) {
            for (int grain = stint.from(); grain < stint.to(); grain++) {
                weeks.add(new Week(window.layout(), stint.person(), window.layout().nights.week(grain)));
            }
        }
        return weeks;
    }

    private static Visit visit(TaskWindow window) {
        Layout layout = window.layout();
        int vendor = window.job().vendor;
        return new Visit(vendor, window.job().site, layout.day[window.from()], layout.maxVisits[vendor]);
    }
}
