package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/** Looks for a place behind the end of the horizon: one week later, else four. */
final class Horizons {

    private static final int[] WEEKS = {1, 4};
    /** The longest horizon people plan for. */
    private static final int MOST_WEEKS = 26;

    private final Occupancy plan;
    private final Problem problem;
    private final Map<Integer, Problem> later = new HashMap<>();
    private final Map<Integer, GrainTable> grains = new HashMap<>();

    Horizons(Occupancy plan) {
        this.plan = plan;
        this.problem = plan.layout.problem;
    }

    /** The first start with a crew in the shortest horizon that has one. */
    List<WaysOut.Idea> ideas(Job job, Asking asking) {
        if (job.pinned()) {
            return List.of();
        }
        for (int weeks : WEEKS) {
            int end = problem.grains() + weeks * LaterHorizon.week(problem);
            if (end > MOST_WEEKS * LaterHorizon.week(problem)) {
                break;
            }
            Problem then = later.computeIfAbsent(end, any -> LaterHorizon.of(problem, end));
            GrainTable table = grains.computeIfAbsent(end, any -> new GrainTable(then));
            for (int start = earliest(job); start + job.duration <= end; start++) {
                List<String> staff = open(job, start, then, table) ? staff(job, start, then, table) : null;
                if (staff != null) {
                    return List.of(new WaysOut.Idea(List.of(asking.later(end)), start, staff, List.of(), false, Long.MAX_VALUE));
                }
            }
        }
        return List.of();
    }

    /** The first start that the horizon of today does not hold, after everything the task waits for. */
    private int earliest(Job job) {
        int from = Math.max(Math.max(0, job.task.earliest()), problem.grains() - job.duration + 1);
        for (int before : job.before) {
            Job other = plan.layout.jobs[before];
            from = plan.placed(other) ? Math.max(from, plan.end(other) + job.task.soak()) : Integer.MAX_VALUE - job.duration;
        }
        return from;
    }

    private boolean open(Job job, int start, Problem then, GrainTable table) {
        int end = start + job.duration;
        if (table.within(plan.layout.bookings(job), start, end) > 0 || table.within(plan.layout.blackouts(job), start, end) > 0) {
            return false;
        }
        if (job.vendor < 0) {
            return true;
        }
        Problem.Vendor vendor = then.vendors().get(job.vendor);
        return table.day(start) == table.day(end - 1) && table.within(vendor.available(), start, end) == job.duration
                && plan.visits(job.vendor) < vendor.maxVisits() && !ExactScore.tooSoon(job.task, vendor, start);
    }

    /** People who are on shift then by the shifts of the last week; null where there are too few. */
    private @Nullable List<String> staff(Job job, int start, Problem then, GrainTable table) {
        List<String> chosen = new ArrayList<>();
        for (int[] people : job.people) {
            for (int person : people) {
                Problem.Staff who = then.staff().get(person);
                List<Interval> shifts = who.available();
                if (!chosen.contains(who.id()) && table.within(shifts, start, start + job.duration) == job.duration
                        && !busy(person, start)) {
                    chosen.add(who.id());
                    break;
                }
            }
        }
        return chosen.size() == job.people.length ? chosen : null;
    }

    private boolean busy(int person, int start) {
        for (int grain = start; grain < problem.grains(); grain++) {
            if (plan.holder(person, grain) != null) {
                return true;
            }
        }
        return false;
    }
}
