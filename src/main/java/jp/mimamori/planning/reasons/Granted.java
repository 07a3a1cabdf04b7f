package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Group;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.Problem.Staff;
import jp.mimamori.planning.Problem.Vendor;
import jp.mimamori.planning.Schedule.Ask;

/** The problem as it would be if what is asked were granted, and nothing else. */
final class Granted {

    private Granted() {
    }

    static Problem of(Problem problem, List<Ask> asks) {
        Problem granted = problem;
        for (Ask ask : asks) {
            granted = of(granted, ask);
        }
        return granted;
    }

    private static Problem of(Problem p, Ask ask) {
        String who = ask.subjects().isEmpty() ? "" : ask.subjects().get(0);
        Interval then = new Interval(ask.from(), ask.to());
        int at = ask.at() == null ? 0 : ask.at();
        return switch (Concession.of(ask.kind())) {
            case TASK_MOVED -> p;
            case LATER_HORIZON -> LaterHorizon.of(p, ask.to());
            case LONGER_SHIFT, EXTRA_SHIFT -> staff(p, who, s -> staff(s, also(s.available(), then), s.maxNights(), s.rest()));
            case NIGHTS -> staff(p, who, s -> staff(s, s.available(), s.maxNights() == null ? null : s.maxNights() + 1, s.rest()));
            case REST -> staff(p, who, s -> staff(s, s.available(), s.maxNights(), at));
            case STAFF_BORROWED -> {
                List<Staff> more = new ArrayList<>(p.staff());
                more.add(new Staff(who, ask.subjects().get(1), ask.subjects().subList(2, ask.subjects().size()), List.of(then), null, 0));
                yield p.with(p.sites(), p.groups(), p.devices(), more, p.vendors());
            }
            case BOOKING_MOVED -> device(p, who, d -> new PlannedDevice(d.id(), d.site(), d.group(), d.criticality(),
                    d.utilisation(), also(without(d.bookings(), then), new Interval(at, at + ask.to() - ask.from())),
                    d.inspections(), d.avoid()));
            case VENDOR_VISIT -> vendor(p, who, v -> new Vendor(v.id(), v.capacity(), v.maxVisits() + 1, v.available(), v.lead()));
            case VENDOR_DAY -> vendor(p, who,
                    v -> new Vendor(v.id(), v.capacity(), v.maxVisits(), also(v.available(), then), v.lead()));
            case VENDOR_ENGINEER ->
                vendor(p, who, v -> new Vendor(v.id(), v.capacity() + 1, v.maxVisits(), v.available(), v.lead()));
            case VENDOR_LEAD -> vendor(p, who, v -> new Vendor(v.id(), v.capacity(), v.maxVisits(), v.available(), at));
            case FREEZE_LIFTED -> p.with(each(p.sites(), site -> site.id().equals(who)
                    ? new Problem.Site(who, without(site.blackouts(), then)) : site), p.groups(), p.devices(), p.staff(), p.vendors());
            case DUTY_LIFTED -> group(p, who, g -> new Group(who, g.maxOut(), g.gap(), without(g.closed(), then)));
            case REDUNDANCY -> group(p, who, g -> new Group(who, g.maxOut() + 1, g.gap(), g.closed()));
            case GAP -> group(p, who, g -> new Group(who, g.maxOut(), at, g.closed()));
            case PIN_RELEASED -> task(p, who, t -> task(t, t.earliest(), t.after(), t.soak(), false));
            case SOAK -> task(p, who, t -> task(t, t.earliest(), t.after(), at, t.pinned()));
            case EARLIER_PATCH -> task(p, who, t -> task(t, ask.from(), t.after(), t.soak(), t.pinned()));
            case ORDER -> task(p, who, t -> task(t, t.earliest(),
                    t.after().stream().filter(before -> !ask.subjects().subList(1, ask.subjects().size()).contains(before)).toList(),
                    t.soak(), t.pinned()));
        };
    }

    private static Staff staff(Staff s, List<Interval> available, @org.jspecify.annotations.Nullable Integer nights, int rest) {
        return new Staff(s.id(), s.site(), s.skills(), available, nights, rest);
    }

    private static PatchTask task(PatchTask t, int earliest, List<String> after, int soak, boolean pinned) {
        return new PatchTask(t.id(), t.device(), t.duration(), earliest, t.due(), t.risk(), t.roles(), t.vendor(), after, soak,
                t.previous(), pinned);
    }

    private static Problem task(Problem p, String id, UnaryOperator<PatchTask> change) {
        return p.with(each(p.tasks(), task -> task.id().equals(id) ? change.apply(task) : task));
    }

    private static Problem staff(Problem p, String id, UnaryOperator<Staff> change) {
        return p.with(p.sites(), p.groups(), p.devices(), each(p.staff(), s -> s.id().equals(id) ? change.apply(s) : s), p.vendors());
    }

    private static Problem vendor(Problem p, String id, UnaryOperator<Vendor> change) {
        return p.with(p.sites(), p.groups(), p.devices(), p.staff(), each(p.vendors(), v -> v.id().equals(id) ? change.apply(v) : v));
    }

    private static Problem device(Problem p, String id, UnaryOperator<PlannedDevice> change) {
        return p.with(p.sites(), p.groups(), each(p.devices(), d -> d.id().equals(id) ? change.apply(d) : d), p.staff(), p.vendors());
    }

    private static Problem group(Problem p, String id, UnaryOperator<Group> change) {
        return p.with(p.sites(), each(p.groups(), g -> g.id().equals(id) ? change.apply(g) : g), p.devices(), p.staff(), p.vendors());
    }

    private static <T> List<T> each(List<T> things, UnaryOperator<T> change) {
        return things.stream().map(change).toList();
    }

    private static List<Interval> also(List<Interval> intervals, Interval more) {
        List<Interval> all = new ArrayList<>(intervals);
        all.add(more);
        return all;
    }

    /** What is left of {@code intervals} outside {@code gone}. */
    static List<Interval> without(List<Interval> intervals, Interval gone) {
        List<Interval> left = new ArrayList<>();
        for (Interval interval : intervals) {
            if (interval.to() <= gone.from() || interval.from() >= gone.to()) {
                left.add(interval);
                continue;
            }
            if (interval.from() < gone.from()) {
                left.add(new Interval(interval.from(), gone.from()));
            }
            if (interval.to() > gone.to()) {
                left.add(new Interval(gone.to(), interval.to()));
            }
        }
        return left;
    }
}
